import { notBefore, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { ApplicationStarted } from './events.ts';
import type { PartiesFact } from './facts.ts';
import { existingCohort, existingSchool, notDesignated, stillOpen, withinWindow } from './guards.ts';
import type { ApplicationState } from './state.ts';

/** A school begins to apply to a cohort: once, or again after it withdrew. */
export type StartApplication = Readonly<{ type: 'StartApplication' }>;

export function* startApplication(
  state: ApplicationState,
  _command: StartApplication,
  facts: PartiesFact & AtFact,
): Decision<ApplicationStarted> {
  const { cohortId, schoolId } = facts;
  if (state.status !== 'none' && state.status !== 'withdrawn')
    return yield* refuse('DUPLICATE_APPLICATION', { cohortId, schoolId, status: state.status });
  yield* notBefore(facts.at, state.since);
  const cohort = yield* existingCohort(facts);
  const school = yield* existingSchool(facts);
  yield* stillOpen(cohort);
  yield* withinWindow(cohort, facts);
  yield* notDesignated(school, facts);
  const pinned = { cohortRevision: cohort.revision, schoolRevision: school.revision };
  return [{ type: 'ApplicationStarted', cohortId, schoolId, bodyId: cohort.bodyId, ...pinned }];
}
