import { broken, certainlyBefore, irregular, notBefore, refuse } from '../kernel/index.ts';
import type { AtFact, Check } from '../kernel/index.ts';
import { filledSeat } from '../motion/guards.ts';
import { endOfCall } from '../cohort/cited.ts';
import type { CitedCohort } from '../cohort/cited.ts';
import type { CitedSchool } from '../school/cited.ts';
import type { PartiesFact, RosterFact } from './facts.ts';
import type { ApplicationState, ApplicationStatus } from './state.ts';

/** The application is in one of these states, and came there before. */
export function* inStatus(
  { status, since }: ApplicationState,
  { type, at }: Readonly<{ type: string }> & AtFact,
  ...from: readonly ApplicationStatus[]
): Check {
  if (status === 'none') yield* refuse('APPLICATION_UNKNOWN');
  if (!from.includes(status))
    yield* refuse('UNKNOWN_APPLICATION_STATE_TRANSITION', { status, command: type, possibleFrom: from });
  yield* notBefore(at, since);
}

export function* existingCohort({ cohort, cohortId }: PartiesFact): Check<CitedCohort> {
  return cohort ?? (yield* refuse('COHORT_UNKNOWN', { cohortId }));
}

export function* existingSchool({ school, schoolId }: PartiesFact): Check<CitedSchool> {
  if (!school) return yield* refuse('SCHOOL_UNKNOWN', { schoolId });
  if (school.merged) yield irregular('SCHOOL_MERGED', { schoolId });
  return school;
}

/** A closed cohort takes no school any more. */
export function* stillOpen({ status, cohortId }: CitedCohort): Check {
  if (status === 'closed') yield irregular('COHORT_CLOSED', { cohortId });
}

/** A call is out, and its window is open: what only may lie outside it is no objection. */
export function* withinWindow({ call }: CitedCohort, { at }: AtFact): Check {
  if (!call) return yield irregular('CALL_NOT_OPEN', { reason: 'no call for applications is on record' });
  const { opensAt } = call;
  const end = endOfCall(call);
  if (at.latest < opensAt.earliest || end.latest < at.earliest)
    yield irregular('APPLICATION_WINDOW_CLOSED', {
      opensAt: opensAt.literal,
      closesAt: end.literal,
      at: at.literal,
    });
}

/** A school that is designated has no need to apply (SP-15). */
export function* notDesignated({ schoolId, designatedFrom }: CitedSchool, { at }: AtFact): Check {
  if (designatedFrom && !certainlyBefore(at, designatedFrom))
    yield broken('SP-15', 'SCHOOL_ALREADY_DESIGNATED', { schoolId, effectiveFrom: designatedFrom.literal });
}

/** Reviewers sit in the cohort's body; the revision at which that was read. */
export function* reviewer(facts: RosterFact, seatId: string): Check<number> {
  yield* filledSeat(facts, seatId);
  return facts.roster?.revision ?? -1;
}
