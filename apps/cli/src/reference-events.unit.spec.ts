import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Entry } from './import/history.ts';
import { idOf, readRecord } from './testing/reference-record.ts';

type Size = Readonly<{ size?: number }>;

describe('the reference history, event by event', () => {
  let operations: readonly Entry[];
  const entries = (operation: string): readonly Entry[] =>
    operations.filter((one) => one.operation === operation);

  beforeAll(async () => {
    operations = (await readRecord()).flatMap((history) => history.operations);
  });

  it('has its instruments, and knows when nine of them were adopted, but not what they say', () => {
    expect(entries('registerInstrument').map((one) => `${idOf(one)} ${String(one.body.kind)}`)).toEqual([
      'la-res-2017 board_resolution',
      'utla-cba-2019 cba',
      'la-mou-2019 mou',
      'utla-cba-article cba_article',
      'la-res-2020 board_resolution',
      'la-res-2021 board_resolution',
      'utla-cba-2023 cba',
      'cssc-bylaws bylaws',
      'la-mou-coaches mou',
      'sd-res-2020-07 board_resolution',
      'sd-res-sc board_resolution',
      'sdea-contract cba',
      'sdea-contract-afterschool cba_article',
      'framework-lausd framework',
      'framework-utla framework',
      'framework-unite-la framework',
      'framework-six-practices framework',
    ]);
    expect(entries('adoptVersion').map((one) => `${idOf(one)} ${String(one.body.occurredAt)}`)).toEqual([
      'la-res-2017 2017-06-13',
      'utla-cba-2019 2019',
      'la-mou-2019 2019',
      'la-res-2020 2020',
      'la-res-2021 2021',
      'utla-cba-2023 2023',
      'cssc-bylaws 2023',
      'sd-res-2020-07 2020-07',
      'sd-res-sc unknown',
    ]);
    const adopted = new Set(entries('adoptVersion').map(idOf));
    const ofAdopted = entries('proposeVersion').filter((one) => adopted.has(idOf(one)));
    expect(ofAdopted.map(({ body }) => body.textHeld)).toEqual(Array(9).fill(false));
  });

  it('makes no count of "unanimously", and no ratification of an agreement', () => {
    const decided = entries('adoptVersion').map((one) => [idOf(one), one.body.external] as const);
    expect(Object.fromEntries(decided)).toMatchObject({ 'sd-res-2020-07': { unanimous: true } });
    for (const [, external] of decided) expect(external).not.toHaveProperty('counts');
    expect(entries('recordRatification')).toEqual([]);
  });

  it('puts the memorandum into the contract, and a practice beside its clause', () => {
    expect(
      entries('incorporateInto').map((one) => `${idOf(one)} ${String(one.body.intoInstrument)}`),
    ).toEqual(['la-mou-2019 utla-cba-article', 'sdea-contract-afterschool sdea-contract']);
    expect(entries('recordPracticeDeparture').map(idOf)).toEqual(['la-mou-2019']);
  });

  it('has eight cohorts; the sizes of two are unknown, and one is planned', () => {
    const closed = new Map(entries('closeCohort').map((one) => [idOf(one), (one.body as Size).size]));
    expect(
      entries('defineCohort').map((one) => [
        idOf(one),
        one.body.ordinal,
        one.body.schoolYear,
        one.body.plannedSize,
        closed.get(idOf(one)),
      ]),
    ).toEqual([
      ['la-1', 1, '2019-fall', undefined, 17],
      ['la-2', 2, '2020', undefined, 13],
      ['la-3', 3, 'unknown', undefined, undefined],
      ['la-4', 4, 'unknown', undefined, undefined],
      ['la-5', 5, '2024-25', 8, undefined],
      ['sd-1', 1, '2021-fall', undefined, 5],
      ['sd-2', 2, 'unknown', undefined, 10],
      ['sd-3', 3, 'unknown', undefined, 10],
    ]);
  });

  it('has seven schools, designated at an unknown time into an unknown cohort', () => {
    expect(entries('designateSchool').map(idOf)).toEqual([
      'miramonte-es',
      'leland-street-es',
      'hawkins-hs',
      'bertrand-avenue-es',
      'sharp-avenue-es',
      'miguel-contreras-lc',
      'hoover-hs',
    ]);
    for (const { body } of entries('designateSchool')) {
      expect(body.effectiveFrom).toBe('unknown');
      expect(body).not.toHaveProperty('cohortId');
      expect(body).not.toHaveProperty('motionId');
    }
  });

  it('has the commitments, with what they amount to and when they are due as far as that is stated', () => {
    type Said = Readonly<
      Partial<Record<'kind' | 'due' | 'dueWithin' | 'until', string>> & {
        value?: Readonly<{ number?: number; unit?: string; minorUnits?: number; currency?: string }>;
        inPerpetuity?: boolean;
      }
    >;
    const said = ({ body }: Entry): string => {
      const { kind, value = {}, due, dueWithin, until, inPerpetuity } = body as Said;
      const { number, unit, minorUnits, currency } = value;
      const amount = minorUnits === undefined ? [number, unit] : [minorUnits, currency];
      const time = [due, dueWithin, until, inPerpetuity ? 'in perpetuity' : undefined];
      return [kind, ...amount, ...time].filter((one) => one !== undefined).join(' ');
    };
    expect(Object.fromEntries(entries('makeCommitment').map((one) => [idOf(one), said(one)]))).toEqual({
      'la-2017-proposal': 'directive P90D',
      'la-2019-funding': 'funding 1200000000 USD',
      'la-2019-pilot': 'target 30 schools',
      'la-mou-coordinators': 'funding 15000000 USD',
      'la-mou-colocation': 'directive',
      'la-lslc-hours': 'target 2 hours',
      'la-2020-funding': 'funding',
      'la-school-grant': 'funding 25000000 USD',
      'la-2021-target': 'target 70 schools 2025',
      'la-2021-funding': 'funding',
      'la-2021-priority': 'directive',
      'la-2021-staff': 'directive',
      'la-2023-funding': 'funding 2025-26',
      'la-first-70-funding': 'funding in perpetuity',
      'la-citywide-coaches': 'target 4 coaches',
      'state-funding': 'funding 2025',
      'state-school-grant': 'funding 10000000 USD',
      'sd-2020-first-cohort': 'directive 2021-fall',
      'sd-2020-coordinators': 'funding',
      'sd-engagement': 'target 75 percent',
      'sd-coaches-2024': 'target 3 coaches 2024-25',
      'sd-coaches-2025': 'target 5 coaches 2025-26',
      'sd-afterschool': 'directive',
    });
  });
});
