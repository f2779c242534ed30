import { describe, expect, it } from '@jest/globals';
import type { cohort, DomainEvent, school } from '#governance';
import { applicationsModel } from '../applications/model.ts';
import { getSchool, listSchools } from '../schools/index.ts';
import { schoolsModel } from '../schools/model.ts';
import { on, projected, TestRecord } from '../testing/index.ts';
import { cohortRegister, getCohort, listCohorts } from './index.ts';
import { cohortsModel } from './model.ts';

const models = [cohortsModel, schoolsModel, applicationsModel];
const programId = 'community-schools';

const define = (ordinal: number, joined: string, plannedSize: cohort.CohortSize): cohort.CohortDefined => ({
  type: 'CohortDefined',
  bodyId: 'steering',
  programId,
  label: `Cohort ${ordinal}`,
  ordinal,
  schoolYear: on(joined),
  plannedSize,
});
const register = (name: string): school.SchoolRegistered => ({
  type: 'SchoolRegistered',
  name,
  bodyId: 'steering',
});

/** Sizes 17, 13, unknown, unknown and 8, and two schools, of one of which the cohort is unknown. */
function history(): TestRecord {
  const record = new TestRecord();
  const cohortIs = (n: number, event: DomainEvent) => record.add('cohort', `cohort-${n}`, event);
  cohortIs(1, define(1, '2019-fall', 'unknown'));
  cohortIs(1, { type: 'CohortClosed', size: 17 });
  cohortIs(2, define(2, '2020', 13));
  cohortIs(3, define(3, 'unknown', 'unknown'));
  cohortIs(4, define(4, 'unknown', 'unknown'));
  cohortIs(5, define(5, '2024-25', 8));
  record.add('school', 'cedar', register('Cedar'));
  record.add('school', 'alder', register('Alder'));
  record.add('school', 'cedar', {
    type: 'SchoolDesignated',
    cohortId: 'cohort-3',
    motionId: 'selection',
    motionRevision: 9,
    effectiveFrom: on('2022-08-01'),
  });
  record.add('school', 'alder', { type: 'SchoolDesignated', effectiveFrom: on('unknown') });
  return record;
}
const readsOf = ({ events }: TestRecord, sizes: readonly number[] = []) => projected(models, events, sizes);

describe('the register of cohorts', () => {
  const reads = readsOf(history());
  it('adds what is known and counts what is not: 17 + 13 + ? + ? + 8', () => {
    const whole = cohortRegister(reads, { programId })!;
    expect(whole.total).toEqual({ known: 38, unknownParts: 2, atLeast: 39, plannedParts: 2 });
    expect(whole.cohorts.map(({ runningTotal }) => [runningTotal.known, runningTotal.unknownParts])).toEqual([
      [17, 0],
      [30, 0],
      [30, 1],
      [30, 2],
      [38, 2],
    ]);
    expect(whole.cohorts.map(({ size }) => size.basis)).toEqual([
      'stated',
      'planned',
      'unknown',
      'unknown',
      'planned',
    ]);
    expect(whole.cohortUnknown).toEqual([{ schoolId: 'alder', name: 'Alder', held: 'certain' }]);
  });

  it('sums apart what may have joined by a time', () => {
    const then = cohortRegister(reads, { programId, asOf: on('2020-06-30') })!;
    expect(then.total).toMatchObject({ known: 17, unknownParts: 0 });
    expect(then.possible).toMatchObject({ known: 13, unknownParts: 2 });
    expect(then.cohorts.map(({ cohortId, joined }) => [cohortId, joined])).toEqual([
      ['cohort-1', 'certain'],
      ['cohort-2', 'possible'],
      ['cohort-3', 'possible'],
      ['cohort-4', 'possible'],
    ]);
  });

  it('is, as known at a time, that of what was recorded by then', () => {
    const { events } = history();
    const knownAt = events[2]?.recordedAt;
    expect(cohortRegister(reads, { programId, knownAt })?.total).toMatchObject({
      known: 30,
      unknownParts: 0,
    });
    expect(cohortRegister(reads, { programId, knownAt: '2020-01-01T00:00:00.000Z' })).toBeUndefined();
  });

  it('is that of a programme, and of a body', () => {
    expect(cohortRegister(reads, { programId: 'another' })).toBeUndefined();
    expect(cohortRegister(reads, { programId, bodyId: 'another' })).toBeUndefined();
    expect(cohortRegister(reads, { programId, bodyId: 'steering' })?.total.known).toBe(38);
    expect(listCohorts(reads, { programId }).items).toHaveLength(5);
    expect(getCohort(reads, 'cohort-1')).toMatchObject({ status: 'closed', size: { schools: 17 } });
  });
});

describe('a school', () => {
  it('is designated as of a time, as far as its dates are known', () => {
    const reads = readsOf(history());
    const of = (id: string, asOf: string) => getSchool(reads, id, { asOf: on(asOf) })?.designated;
    expect([of('cedar', '2022-07-31'), of('cedar', '2022-08-01'), of('cedar', '2022')]).toEqual([
      'no',
      'certain',
      'possible',
    ]);
    expect([of('alder', '2022'), of('alder', '2026-01-02')]).toEqual(['possible', 'certain']);
    expect(listSchools(reads, { cohortId: 'cohort-3' }).items).toMatchObject([{ schoolId: 'cedar' }]);
  });

  it('tells when it was suspended, restored and ended', () => {
    const record = history();
    const act = (event: school.SchoolEvent) => record.add('school', 'cedar', event);
    act({ type: 'DesignationSuspended', effectiveFrom: on('2023-01-01'), reason: 'x' });
    act({ type: 'DesignationRestored', effectiveFrom: on('2023-06-01') });
    act({ type: 'DesignationEnded', effectiveFrom: on('2024-06-30'), reason: 'Left' });
    const at = (asOf: string) => getSchool(readsOf(record), 'cedar', { asOf: on(asOf) })?.designations[0];
    expect(at('2023-03-01')).toMatchObject({ held: 'certain', suspended: 'certain' });
    expect(at('2023-06-01')).toMatchObject({ held: 'certain', suspended: 'no' });
    expect(at('2024-06-30')).toMatchObject({ held: 'no', acts: [{}, {}, { act: 'DesignationEnded' }] });
  });

  it('is flagged while its motion is reconsidered or after it was rescinded (RR-08)', () => {
    const record = history();
    const motion = (type: string) => record.add('motion', 'selection', { type } as DomainEvent);
    const flags = () =>
      getSchool(readsOf(record), 'cedar', { asOf: on('2026') })?.designations[0]?.flags.map(
        ({ standing }) => standing,
      );
    motion('MotionAdopted');
    expect(flags()).toEqual([]);
    motion('ReconsiderationMoved');
    expect(flags()).toEqual(['being_reconsidered']);
    motion('ReconsiderationEnded');
    expect(flags()).toEqual([]);
    motion('MotionRescinded');
    expect(flags()).toEqual(['rescinded']);
  });
});

describe('read live, in batches, or without some of the events', () => {
  const record = history();
  const told = (reads: ReturnType<typeof readsOf>) => [
    cohortRegister(reads, { programId, asOf: on('2026') }),
    getSchool(reads, 'cedar', { asOf: on('2026') }),
  ];
  it('holds what a rebuild makes of the same events', () => {
    expect(told(readsOf(record, [1, 2, 1, 3, 1, 1]))).toEqual(told(readsOf(record)));
  });
  it('never throws', () => {
    for (const left of record.events)
      expect(() =>
        told(
          projected(
            models,
            record.events.filter((one) => one !== left),
          ),
        ),
      ).not.toThrow();
    for (const only of record.events) expect(() => told(projected(models, [only]))).not.toThrow();
  });
});
