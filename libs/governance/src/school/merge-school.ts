import { irregular, refuse } from '../kernel/index.ts';
import type { Check, Decision } from '../kernel/index.ts';
import type { CitedSchool } from './cited.ts';
import type { SchoolMerged } from './events.ts';
import type { OtherSchoolFact, SchoolFact } from './facts.ts';
import { existingSchool } from './guards.ts';
import type { SchoolState } from './state.ts';

/** The school becomes part of another: nothing follows in its own stream. */
export type MergeSchool = Readonly<{ type: 'MergeSchool'; intoSchoolId: string }>;

function* mergingInto(schoolId: string, facts: OtherSchoolFact & SchoolFact): Check<CitedSchool> {
  if (schoolId === facts.schoolId) return yield* refuse('MERGED_INTO_ITSELF', { schoolId });
  const { otherSchool } = facts;
  if (!otherSchool) return yield* refuse('SCHOOL_UNKNOWN', { schoolId });
  if (otherSchool.merged) return yield* refuse('SCHOOL_MERGED', { schoolId });
  return otherSchool;
}

export function* mergeSchool(
  state: SchoolState,
  { intoSchoolId }: MergeSchool,
  facts: OtherSchoolFact & SchoolFact,
): Decision<SchoolMerged> {
  yield* existingSchool(state);
  const into = yield* mergingInto(intoSchoolId, facts);
  if (state.designation)
    yield irregular('DESIGNATION_STILL_ACTIVE', { effectiveFrom: state.designation.effectiveFrom.literal });
  return [{ type: 'SchoolMerged', intoSchoolId, intoRevision: into.revision }];
}
