import { certainlyBefore, certainlyCoincide, irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Check, Decision, When } from '../kernel/index.ts';
import type { ApplicationStatus } from '../application/state.ts';
import type { CitedCohort } from '../cohort/cited.ts';
import type { SchoolDesignated } from './events.ts';
import type { CarryingFact, CohortFact, SchoolFact } from './facts.ts';
import { carried, existingSchool } from './guards.ts';
import type { SchoolState } from './state.ts';

/** A school becomes a school of the programme (SP-15). Without a cohort, no source says which one it joined. */
export type DesignateSchool = Readonly<{
  type: 'DesignateSchool';
  cohortId?: string;
  motionId?: string;
  effectiveFrom: When;
  until?: When;
}>;

const rule = 'SP-15';

/** One designation at a time, also in what is known of the past. */
function* notDesignated({ designation, past }: SchoolState, effectiveFrom: When): Check {
  if (designation)
    yield* refuse('ALREADY_DESIGNATED', { rule, effectiveFrom: designation.effectiveFrom.literal });
  const other = past.find((term) => certainlyCoincide(term, { start: effectiveFrom }));
  if (other)
    yield* refuse('TIME_INVERTED', { effectiveFrom: effectiveFrom.literal, notBefore: other.end?.literal });
}

/** A school that was selected and withdrew is not designated by that selection. */
const lost: ReadonlySet<ApplicationStatus> = new Set(['withdrawn', 'not_selected']);

/** The cohort takes the school: it was there by then, it is open or has selected the school, and the site stands behind it. */
function* takes(
  { cohortId, status, definedAt, selected, call }: CitedCohort,
  { schoolId, application }: CohortFact & SchoolFact,
  effectiveFrom: When,
): Check {
  const isSelected = selected.has(schoolId);
  if (definedAt && certainlyBefore(effectiveFrom, definedAt))
    yield irregular('DESIGNATION_BEFORE_COHORT', {
      cohortId,
      effectiveFrom: effectiveFrom.literal,
      definedAt: definedAt.literal,
    });
  if (status === 'closed' && !isSelected) yield irregular('COHORT_CLOSED', { rule, cohortId });
  else if (!isSelected) yield irregular('SCHOOL_NOT_SELECTED', { rule, cohortId, schoolId });
  if (application && lost.has(application.status))
    yield irregular('APPLICATION_NOT_ELIGIBLE', {
      rule,
      schoolId,
      reason: `the application is ${application.status}`,
    });
  if (call?.siteSignOffRequired && !application?.signedOff)
    yield irregular('SITE_SIGNOFF_MISSING', { rule, cohortId, schoolId });
}

type Pinned = Pick<SchoolDesignated, 'cohortId' | 'cohortRevision' | 'applicationRevision'>;

function* intoCohort(
  { cohortId, effectiveFrom }: DesignateSchool,
  facts: CohortFact & SchoolFact,
): Check<Pinned> {
  const { cohort, application } = facts;
  if (cohortId === undefined) {
    yield irregular('COHORT_NOT_STATED', { rule });
    return {};
  }
  if (!cohort) return yield* refuse('COHORT_UNKNOWN', { cohortId });
  yield* takes(cohort, facts, effectiveFrom);
  const applied = application && { applicationRevision: application.revision };
  return { cohortId, cohortRevision: cohort.revision, ...applied };
}

export function* designateSchool(
  state: SchoolState,
  command: DesignateSchool,
  facts: SchoolFact & CohortFact & CarryingFact & AtFact,
): Decision<SchoolDesignated> {
  const { effectiveFrom, until } = command;
  yield* existingSchool(state);
  yield* notDesignated(state, effectiveFrom);
  if (until && certainlyBefore(until, effectiveFrom))
    return yield* refuse('TERM_INVERTED', { effectiveFrom: effectiveFrom.literal, until: until.literal });
  const motion = yield* carried(state, command, facts);
  const cohort = yield* intoCohort(command, facts);
  return [{ type: 'SchoolDesignated', ...cohort, ...motion, effectiveFrom, ...(until && { until }) }];
}
