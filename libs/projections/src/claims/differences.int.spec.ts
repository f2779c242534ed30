import { describe, expect, it } from '@jest/globals';
import { claim, cohort, commitment, source } from '#governance';
import type { When } from '#governance';
import { decidedStream, on, projected, TestRecord } from '../testing/index.ts';
import { schoolsModel } from '../schools/model.ts';
import { commitmentsModel } from '../commitments/model.ts';
import { getCommitment } from '../commitments/index.ts';
import { measuresModel } from '../measures/model.ts';
import { motionsModel } from '../motions/model.ts';
import { claimsModel } from './model.ts';
import { claimDifferences, listClaims } from './index.ts';

const at = on('2026-01-01');
const imported = { mode: 'historical_import' } as const;

const cohortFacts: cohort.Facts = {
  at,
  body: { dissolved: false },
  organizationRegistered: true,
  motion: undefined,
  applications: new Map(),
  unknownSchoolIds: [],
};

type Cohort = readonly [ordinal: number, schoolYear: When, size?: number];

/** A programme of numbered cohorts; of some, no source states the size. */
function programme(record: TestRecord, programId: string, cohorts: readonly Cohort[]): void {
  for (const [ordinal, schoolYear, size] of cohorts) {
    const stream = decidedStream(record, cohort.decider, `${programId}-${ordinal}`);
    const label = `Cohort ${ordinal}`;
    stream.execute(
      { type: 'DefineCohort', bodyId: 'board', programId, label, ordinal, schoolYear },
      cohortFacts,
      imported,
    );
    if (size !== undefined) stream.execute({ type: 'CloseCohort', size }, cohortFacts, imported);
  }
}

function claimTotal(
  record: TestRecord,
  id: string,
  figure: number,
  more: Partial<claim.ClaimRecorded> & { cohortIds?: readonly string[] },
): void {
  const { cohortIds, ...rest } = more;
  const comparison = {
    measure: 'designated_schools',
    programId: 'la',
    figure,
    ...(cohortIds && { cohortIds }),
  } as const;
  decidedStream(record, claim.decider, id).execute(
    {
      type: 'RecordClaim',
      subject: 'la',
      predicate: 'designated-schools',
      value: figure,
      sourceId: 'page',
      locator: 'line 1',
      comparison,
      ...rest,
    } as claim.RecordClaim,
    {
      at,
      claimId: id,
      source: { publisher: 'p', revision: 0 },
      sourceText: undefined,
      claimIds: new Set(),
      factIsRecorded: false,
      retractedInKnown: true,
      authority: undefined,
    },
  );
}

/** What is published of two districts: sizes of three cohorts of five, totals, a target; and three cohorts. */
function published() {
  const record = new TestRecord();
  decidedStream(record, source.decider, 'page').execute(
    { type: 'RegisterSource', title: 't', publisher: 'p', sha256: 'a'.repeat(64) },
    { at, textIsKept: false },
  );
  programme(record, 'la', [
    [1, on('2019-fall'), 17],
    [2, on('2020'), 13],
    [3, on('unknown')],
    [4, on('unknown')],
    [5, on('2024-25'), 8],
  ]);
  programme(record, 'sd', [
    [1, on('2021-fall'), 5],
    [2, on('2022'), 10],
    [3, on('2023'), 10],
  ]);
  claimTotal(record, 'thirty', 30, { asOf: on('2019'), cohortIds: ['la-1', 'la-2'] });
  claimTotal(record, 'fifty-five', 55, { asOf: on('2023-24') });
  claimTotal(record, 'sixty-three', 63, { asOf: on('2024-25') });
  decidedStream(record, commitment.decider, 'seventy').execute(
    {
      type: 'MakeCommitment',
      kind: 'target',
      title: 'Seventy schools',
      owner: { kind: 'other', ref: 'the district' },
      measure: { counts: 'designated_schools', programId: 'la' },
      value: { number: 70, unit: 'schools' },
      due: on('2025'),
      authorityRef: { sourceId: 'page', locator: 'line 16' },
    },
    {
      at: on('2021'),
      timeZone: 'UTC',
      motion: undefined,
      clause: undefined,
      source: { revision: 0 },
      unknownBodyIds: [],
      unknownOrganizationIds: [],
      authority: undefined,
    },
    imported,
  );
  const reads = () =>
    projected([claimsModel, commitmentsModel, measuresModel, motionsModel, schoolsModel], record.events);
  return { record, reads };
}

describe('derived totals beside stated ones', () => {
  it('of Los Angeles: two cohorts of unknown size would have to total 25', () => {
    const [la] = claimDifferences(published().reads(), { programId: 'la' }).totals;
    expect(la?.derived).toMatchObject({ text: '17 + 13 + ? + ? + 8', known: 38 });
    expect(
      la?.claims.map(({ figure, total, verdict, remainder }) => [figure, total.text, verdict, remainder]),
    ).toEqual([
      [30, '17 + 13', 'agrees', 0],
      [55, '17 + 13 + ? + ?', 'needs', 25],
      [63, '17 + 13 + ? + ? + 8', 'needs', 25],
    ]);
    expect(la?.sentences).toEqual([
      'Derived for la: 17 + 13 + ? + ? + 8, of which 38 are known, and the sizes of 2 are unknown.',
      'The claim thirty says 30, and so many are derived: 17 + 13 = 30.',
      'Cohorts 3 and 4 must total 25 for the claims 55 and 63 to hold.',
      'Cohorts 3 and 4 must total 32 for the target 70 to be reached.',
    ]);
  });

  it('of San Diego: 25, which nobody states', () => {
    const [sd] = claimDifferences(published().reads(), { programId: 'sd' }).totals;
    expect(sd).toMatchObject({ derived: { text: '5 + 10 + 10', known: 25 }, claims: [], targets: [] });
    expect(sd?.sentences).toEqual([
      'Derived for sd: 5 + 10 + 10, of which 25 are known.',
      'No claim states a total of sd.',
    ]);
  });

  it('change neither the claims nor what is derived', () => {
    const { record, reads } = published();
    const before = listClaims(reads());
    claimDifferences(reads());
    expect(listClaims(reads())).toEqual(before);
    expect(record.events.filter(({ category }) => category === 'claim')).toHaveLength(3);
  });

  it('are as the record knew them', () => {
    const { record, reads } = published();
    const early = record.events.find(({ streamId }) => streamId === 'la-3')!.recordedAt;
    const [la] = claimDifferences(reads(), { programId: 'la', knownAt: early }).totals;
    expect(la?.derived.text).toBe('17 + 13 + ?');
    expect(la?.claims).toEqual([]);
  });

  it('count schools that were selected before any size that is stated or planned', () => {
    const { record, reads } = published();
    const schools = ['a', 'b', 'c'].map((schoolId) => ({ schoolId }));
    record.add('cohort', 'la-3', { type: 'CohortSizeRevised', from: 'unknown', to: 9 });
    const text = () => claimDifferences(reads(), { programId: 'la' }).totals[0]?.derived.text;
    expect(text()).toBe('17 + 13 + 9 + ? + 8');
    record.add('cohort', 'la-3', { type: 'CohortSelectionApproved', schools });
    expect(text()).toBe('17 + 13 + 3 + ? + 8');
  });
});

describe('a target of schools', () => {
  it('shows what is known of its progress, and that the rest is unknown', () => {
    const progress = (asOf: string) =>
      getCommitment(published().reads(), 'seventy', { asOf: on(asOf) })?.progress;
    expect(progress('2025-06')).toMatchObject({
      derived: { reached: 'unknown', total: { text: '17 + 13 + ? + ? + 8', known: 38 } },
      sentence:
        '38 of 70 schools known (17 + 13 + ? + ? + 8) and 2 of unknown size: unknown whether reached.',
    });
    expect(progress('2022')?.derived?.total.text).toBe('17 + 13 + ? + ?');
  });

  it('is reached where what is known suffices, and overdue where it is not and was due', () => {
    const { record, reads } = published();
    const view = (asOf: string) => getCommitment(reads(), 'seventy', { asOf: on(asOf) });
    record.add('cohort', 'la-3', { type: 'CohortClosed', size: 16 });
    record.add('cohort', 'la-4', { type: 'CohortClosed', size: 9 });
    expect(view('2026')).toMatchObject({ standing: 'overdue', progress: { derived: { reached: 'no' } } });
    record.add('cohort', 'la-5', { type: 'CohortClosed', size: 15 });
    expect(view('2026')?.progress.derived).toMatchObject({ reached: 'yes', total: { known: 70 } });
  });

  it('stands as met where somebody found so, with the remark that the record counts fewer', () => {
    const { record, reads } = published();
    const view = (asOf: string) => getCommitment(reads(), 'seventy', { asOf: on(asOf) });
    record.add('cohort', 'la-3', { type: 'CohortClosed', size: 16 });
    record.add('commitment', 'seventy', { type: 'CommitmentMet' }, { at: on('2025-06-01') });
    expect(view('2026')).toMatchObject({ standing: 'met', remarks: [] });
    record.add('cohort', 'la-4', { type: 'CohortClosed', size: 9 });
    expect(view('2025-01')).toMatchObject({ standing: 'open', remarks: [] });
    expect(view('2026')).toMatchObject({
      standing: 'met',
      progress: { derived: { reached: 'no' } },
      remarks: [{ code: 'DERIVED_PROGRESS_FALLS_SHORT', target: 70, derived: 63, missing: 7 }],
    });
    record.add('cohort', 'la-5', { type: 'CohortClosed', size: 15 });
    expect(view('2026')).toMatchObject({ standing: 'met', remarks: [] });
  });
});

describe('schools that left', () => {
  const into = (record: TestRecord, schoolId: string, cohortId: string, from: string, end?: string) => {
    record.add('school', schoolId, { type: 'SchoolRegistered', name: schoolId, bodyId: 'board' });
    record.add('school', schoolId, { type: 'SchoolDesignated', cohortId, effectiveFrom: on(from) });
    if (end !== undefined)
      record.add('school', schoolId, {
        type: 'DesignationEnded',
        effectiveFrom: on(end),
        reason: 'not renewed',
      });
  };
  const textAt = (record: ReturnType<typeof published>, asOf: string) =>
    getCommitment(record.reads(), 'seventy', { asOf: on(asOf) })?.progress.derived?.total.text;

  it('are counted until their designations ended, and where the end is not known, the size is not', () => {
    const history = published();
    into(history.record, 'cedar', 'la-1', '2019-08', '2024-06-30');
    expect(textAt(history, '2023-06-01')).toBe('17 + 13 + ? + ?');
    expect(textAt(history, '2025-06-01')).toBe('16 + 13 + ? + ? + 8');
    into(history.record, 'alder', 'la-2', '2020-08', '2023');
    expect(textAt(history, '2023-06-01')).toBe('17 + ? + ? + ?');
    const terms = getCommitment(history.reads(), 'seventy', { asOf: on('2023-06-01') })?.progress.derived
      ?.total.terms;
    expect(terms?.[1]).toMatchObject({ basis: 'unknown', atLeast: 12 });
  });

  it('of those selected only: who was never counted is not taken off', () => {
    const history = published();
    const schools = ['a', 'b', 'c'].map((schoolId) => ({ schoolId }));
    history.record.add('cohort', 'la-3', { type: 'CohortSelectionApproved', schools });
    into(history.record, 'a', 'la-3', '2021', '2022-06-30');
    into(history.record, 'other', 'la-3', '2021', '2022-06-30');
    expect(textAt(history, '2025-06-01')).toBe('17 + 13 + 2 + ? + 8');
  });

  it('make no claim impossible: only what is held as of its time is on record', () => {
    const history = published();
    const verdict = () =>
      claimDifferences(history.reads(), { programId: 'la' }).totals[0]?.claims.find(
        ({ figure }) => figure === 55,
      )?.verdict;
    for (let i = 0; i < 26; i++) into(history.record, `gone-${i}`, 'la-3', '2020', '2022-06-30');
    expect(verdict()).toBe('needs');
    for (let i = 0; i < 26; i++) into(history.record, `later-${i}`, 'la-4', '2024-08-01');
    expect(verdict()).toBe('needs');
    for (let i = 0; i < 26; i++) into(history.record, `there-${i}`, 'la-4', '2022-08-01');
    expect(verdict()).toBe('impossible');
  });
});
