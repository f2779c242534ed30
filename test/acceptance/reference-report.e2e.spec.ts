import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readAll, readLedger } from '../support/ledger-reads.ts';
import { startProduct, temporaryFolder } from '../support/product.ts';
import type { Product } from '../support/product.ts';

jest.setTimeout(120_000);

type Compared = Readonly<{
  claimId?: string;
  commitmentId?: string;
  figure: number;
  total: Readonly<{ text: string; known: number }>;
  verdict: string;
  remainder: number;
}>;
type Totals = Readonly<{
  derived: Readonly<{ text: string; known: number; unknownCohortIds: readonly string[] }>;
  claims: readonly Compared[];
  targets: readonly Compared[];
  sentences: readonly string[];
}>;
type Contradiction = Readonly<{
  subject: string;
  predicate: string;
  verdict: string;
  claims: readonly Readonly<{ claimId: string; status: string }>[];
}>;
type Differences = Readonly<{ totals: readonly Totals[]; contradictions: readonly Contradiction[] }>;
type Register = Readonly<{
  cohorts: readonly Readonly<{ size: Readonly<{ basis: string; schools?: number }> }>[];
  total: object;
  possible: object;
  cohortUnknown: readonly object[];
}>;

/** Every number here is read from the documents by hand, not taken from a run. */
describe('what the reference history adds up to', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let product: Product;
  const differences = (programId: string): Promise<Differences> =>
    readLedger(product, `claim-differences?programId=${programId}`);
  const register = (programId: string, asOf: string): Promise<Register> =>
    readLedger(product, `programs/${programId}/cohort-register?asOf=${asOf}`);
  const compared = (numbers: readonly Compared[]) =>
    numbers.map(({ claimId, commitmentId, figure, total, verdict, remainder }) => [
      claimId ?? commitmentId,
      figure,
      total.text,
      verdict,
      remainder,
    ]);

  beforeAll(async () => {
    folder = await temporaryFolder();
    product = await startProduct(join(folder.path, 'data'));
  });

  afterAll(async () => {
    await product.interrupt();
    await folder.remove();
  });

  it('derives 17 + 13 + ? + ? + 8 for Los Angeles, beside 30, 55, 63 and 70', async () => {
    const [totals] = (await differences('la-community-schools')).totals;
    expect(totals?.derived).toMatchObject({
      text: '17 + 13 + ? + ? + 8',
      known: 38,
      unknownCohortIds: ['la-3', 'la-4'],
    });
    expect(compared(totals?.claims ?? [])).toEqual([
      ['la-67', 30, '17 + 13', 'agrees', 0],
      ['la-66', 55, '17 + 13 + ? + ?', 'needs', 25],
      ['la-64-total', 63, '17 + 13 + ? + ? + 8', 'needs', 25],
      ['la-65', 63, '17 + 13 + ? + ? + 8', 'needs', 25],
      ['la-68', 63, '17 + 13 + ? + ? + 8', 'needs', 25],
    ]);
    expect(compared(totals?.targets ?? []).slice(0, 2)).toEqual([
      ['la-2019-pilot', 30, '17 + 13 + ? + ? + 8', 'reached', -8],
      ['la-2021-target', 70, '17 + 13 + ? + ? + 8', 'needs', 32],
    ]);
  });

  it('says in a sentence what cohorts three and four must total', async () => {
    const [totals] = (await differences('la-community-schools')).totals;
    expect(totals?.sentences).toContain('Cohorts 3 and 4 must total 25 for the claims 55 and 63 to hold.');
  });

  it('derives 5 + 10 + 10 for San Diego, a total that no source states', async () => {
    const [totals] = (await differences('sd-community-schools')).totals;
    expect(totals).toMatchObject({ derived: { text: '5 + 10 + 10', known: 25 }, claims: [], targets: [] });
    expect(totals?.sentences).toEqual([
      'Derived for sd-community-schools: 5 + 10 + 10, of which 25 are known.',
      'No claim states a total of sd-community-schools.',
    ]);
  });

  it('registers the cohorts with running totals and fills in nothing', async () => {
    const { cohorts, total, possible, cohortUnknown } = await register('la-community-schools', '2025-09-01');
    expect(cohorts.map(({ size }) => `${size.schools ?? '?'} ${size.basis}`)).toEqual([
      '17 stated',
      '13 stated',
      '? unknown',
      '? unknown',
      '8 planned',
    ]);
    expect(total).toMatchObject({ known: 38, unknownParts: 0, plannedParts: 1 });
    expect(possible).toMatchObject({ known: 0, unknownParts: 2 });
    expect(cohortUnknown).toHaveLength(6);
    expect(cohortUnknown).toMatchObject(Array(6).fill({ held: 'possible' }));
    expect(await register('sd-community-schools', '2026-03-01')).toMatchObject({
      cohorts: [{ size: { schools: 5 } }, { size: { schools: 10 } }, { size: { schools: 10 } }],
      total: { known: 5 },
      possible: { known: 20 },
      cohortUnknown: [{ schoolId: 'hoover-hs' }],
    });
  });

  it('holds contradictory claims side by side, disputed where they exclude one another', async () => {
    const { contradictions } = await differences('la-community-schools');
    const found = contradictions.map(
      ({ subject, predicate, verdict }) => `${subject} ${predicate}: ${verdict}`,
    );
    expect(found).toEqual(
      expect.arrayContaining([
        'cssc convener: contradictory',
        'cssc members: contradictory',
        'sd-sc who-votes: contradictory',
        'community-schools-framework parts: contradictory',
        'la-community-schools designated-schools: changes',
        'la-community-schools seventy-schools-by: contradictory',
        'la-community-schools first-schools: contradictory',
        'la-community-schools age: contradictory',
        'la-community-schools funding-lasts: contradictory',
        'la-community-schools money-per-school: contradictory',
        'state-of-california community-schools-money: contradictory',
        'la-site-bodies governing-body: contradictory',
        'la-res-2017 title: contradictory',
        'la-res-2017 orders: contradictory',
      ]),
    );
    const disputed = await readAll<Readonly<{ claimId: string }>>(product, 'claims?status=disputed');
    expect(disputed.map(({ claimId }) => claimId).sort()).toEqual(['sd-06', 'sd-18']);
  });

  it('knows when staff owed a proposal, and not what became of it', async () => {
    const commitment = (asOf: string) => readLedger(product, `commitments/la-2017-proposal?asOf=${asOf}`);
    expect(await commitment('2017-09-11')).toMatchObject({
      due: { when: { literal: '2017-09-11' }, how: { kind: 'computed', duration: 'P90D' } },
      standing: 'open',
    });
    expect(await commitment('2017-09-13')).toMatchObject({
      standing: 'overdue',
      progress: { sentence: 'Nothing is reported: progress is unknown.' },
    });
  });

  it('knows that there are bylaws and not what they say, nor how the memorandum was ratified', async () => {
    expect(await readLedger(product, 'instruments/cssc-bylaws/text')).toMatchObject({
      version: { versionId: 'v1', textHeld: false },
      clauses: [],
    });
    expect(await readLedger(product, 'instruments/la-mou-2019/ratification')).toMatchObject({
      versions: [
        {
          status: 'adopted',
          complete: false,
          parties: [
            { organizationId: 'lausd', answer: 'unknown' },
            { organizationId: 'utla', answer: 'unknown' },
          ],
        },
      ],
    });
  });
});
