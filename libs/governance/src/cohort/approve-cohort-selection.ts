import type { CitedApplication } from '../application/cited.ts';
import { irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Check, Decision } from '../kernel/index.ts';
import { adoptedMotion, ofBody } from '../motion/cited.ts';
import type { MotionPin } from '../motion/cited.ts';
import { endOfCall } from './cited.ts';
import type { CohortSelectionApproved, SelectedSchool } from './events.ts';
import type { ApplicationsFact, MotionFact, SchoolsFact } from './facts.ts';
import { openCohort, withinCapacity } from './guards.ts';
import type { CohortState } from './state.ts';

/** A motion selects schools for the cohort (SP-15). Without a motion, no source says which one did. */
export type ApproveCohortSelection = Readonly<{
  type: 'ApproveCohortSelection';
  motionId?: string;
  schoolIds: readonly string[];
}>;

const code = 'SELECTION_MOTION_NOT_ADOPTED';
const rule = 'SP-15';

function* carried(
  { motionId }: ApproveCohortSelection,
  { motion, at }: MotionFact & AtFact,
): Check<MotionPin> {
  if (motionId !== undefined) return yield* adoptedMotion(motion, motionId, { code, rule, at });
  yield irregular(code, { rule, reason: 'no motion is cited' });
  return {};
}

function* eachSchoolOnce({ selected }: CohortState, schoolIds: readonly string[]): Check {
  const repeated = schoolIds.find((id, i) => schoolIds.indexOf(id) < i);
  if (repeated !== undefined) yield* refuse('SCHOOL_REPEATED', { schoolId: repeated });
  const again = schoolIds.find((id) => selected.has(id));
  if (again !== undefined) yield* refuse('SCHOOL_ALREADY_SELECTED', { schoolId: again });
}

function* eachSchoolKnown({ unknownSchoolIds: [schoolId] }: SchoolsFact): Check {
  if (schoolId !== undefined) yield* refuse('SCHOOL_UNKNOWN', { schoolId });
}

/** Why a school cannot be selected; undefined where it can. */
function ineligible(
  application: CitedApplication | undefined,
  siteSignOffRequired: boolean,
): string | undefined {
  if (!application) return 'no application is on record';
  if (application.status !== 'submitted' && application.status !== 'recommended')
    return `the application is ${application.status}`;
  return siteSignOffRequired && !application.signedOff ? 'the site body has not signed off' : undefined;
}

function* withApplication(
  { call }: CohortState,
  schoolId: string,
  facts: ApplicationsFact,
): Check<SelectedSchool> {
  const application = facts.applications.get(schoolId);
  const reason = ineligible(application, call?.siteSignOffRequired ?? false);
  if (reason !== undefined) yield irregular('APPLICATION_NOT_ELIGIBLE', { rule, schoolId, reason });
  if (!application) return { schoolId };
  const { applicationId, revision: applicationRevision } = application;
  return { schoolId, applicationId, applicationRevision };
}

/** As long as schools may apply, none is selected; also where the closing is on record already. */
function* afterCall({ call }: CohortState, { at }: AtFact): Check {
  const end = call && endOfCall(call);
  if (end && at.latest < end.earliest)
    yield irregular('CALL_STILL_OPEN', { closesAt: end.literal, at: at.literal });
}

export function* approveCohortSelection(
  state: CohortState,
  command: ApproveCohortSelection,
  facts: MotionFact & ApplicationsFact & SchoolsFact & AtFact,
): Decision<CohortSelectionApproved> {
  const { schoolIds } = command;
  yield* openCohort(state, facts);
  yield* eachSchoolOnce(state, schoolIds);
  yield* eachSchoolKnown(facts);
  yield* withinCapacity(state.plannedSize, state.selected.size + schoolIds.length);
  const motion = yield* carried(command, facts);
  yield* ofBody(facts.motion, state.bodyId, irregular);
  yield* afterCall(state, facts);
  const schools: SelectedSchool[] = [];
  for (const schoolId of schoolIds) schools.push(yield* withApplication(state, schoolId, facts));
  return [{ type: 'CohortSelectionApproved', ...motion, schools }];
}
