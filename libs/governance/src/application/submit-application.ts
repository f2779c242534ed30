import { broken } from '../kernel/index.ts';
import type { AtFact, Check, Decision } from '../kernel/index.ts';
import type { CitedCohort } from '../cohort/cited.ts';
import type { ApplicationSubmitted } from './events.ts';
import type { PartiesFact } from './facts.ts';
import {
  existingCohort,
  existingSchool,
  inStatus,
  notDesignated,
  stillOpen,
  withinWindow,
} from './guards.ts';
import type { ApplicationState } from './state.ts';

/** The school hands its application in. */
export type SubmitApplication = Readonly<{ type: 'SubmitApplication' }>;

/** A call may leave the site body out; without a call on record nothing says that it was asked. */
export function* signedOff({ signedOffBy }: ApplicationState, { call }: CitedCohort): Check {
  if (call?.siteSignOffRequired && signedOffBy === undefined) yield broken('SP-15', 'SITE_SIGNOFF_MISSING');
}

/** What every submission needs, the first and those that follow. */
export function* submission(
  state: ApplicationState,
  cohort: CitedCohort,
  facts: PartiesFact & AtFact,
): Check<ApplicationSubmitted> {
  const school = yield* existingSchool(facts);
  yield* stillOpen(cohort);
  yield* signedOff(state, cohort);
  yield* notDesignated(school, facts);
  return {
    type: 'ApplicationSubmitted',
    submission: state.submissions + 1,
    ...(cohort.call && { criteriaVersion: cohort.call.criteriaVersion }),
    cohortRevision: cohort.revision,
    schoolRevision: school.revision,
  };
}

export function* submitApplication(
  state: ApplicationState,
  { type }: SubmitApplication,
  facts: PartiesFact & AtFact,
): Decision<ApplicationSubmitted> {
  yield* inStatus(state, { type, at: facts.at }, 'started');
  const cohort = yield* existingCohort(facts);
  yield* withinWindow(cohort, facts);
  return [yield* submission(state, cohort, facts)];
}
