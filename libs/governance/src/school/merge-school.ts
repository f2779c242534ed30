import { irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Check, Decision } from '../kernel/index.ts';
import type { CitedSchool } from './cited.ts';
import type { DesignationEnded, SchoolMerged } from './events.ts';
import type { OtherSchoolFact, SchoolFact } from './facts.ts';
import { activeDesignation, existingSchool } from './guards.ts';
import type { SchoolState } from './state.ts';

/**
 * The school becomes part of another: nothing follows in its own stream. A designation that nobody ended before
 * ends with it, since there is no school that could hold it; the other school has its own.
 */
export type MergeSchool = Readonly<{ type: 'MergeSchool'; intoSchoolId: string }>;

function* mergingInto(schoolId: string, facts: OtherSchoolFact & SchoolFact): Check<CitedSchool> {
  if (schoolId === facts.schoolId) return yield* refuse('MERGED_INTO_ITSELF', { schoolId });
  const { otherSchool } = facts;
  if (!otherSchool) return yield* refuse('SCHOOL_UNKNOWN', { schoolId });
  if (otherSchool.merged) return yield* refuse('SCHOOL_MERGED', { schoolId });
  return otherSchool;
}

function* endedWith(
  state: SchoolState,
  { intoSchoolId }: MergeSchool,
  { at }: AtFact,
): Check<readonly DesignationEnded[]> {
  if (!state.designation) return [];
  const { effectiveFrom } = yield* activeDesignation(state, at);
  yield irregular('DESIGNATION_STILL_ACTIVE', { effectiveFrom: effectiveFrom.literal });
  return [{ type: 'DesignationEnded', effectiveFrom: at, reason: `Merged into ${intoSchoolId}.` }];
}

export function* mergeSchool(
  state: SchoolState,
  command: MergeSchool,
  facts: OtherSchoolFact & SchoolFact & AtFact,
): Decision<SchoolMerged | DesignationEnded> {
  const { intoSchoolId } = command;
  yield* existingSchool(state);
  const into = yield* mergingInto(intoSchoolId, facts);
  const ended = yield* endedWith(state, command, facts);
  return [...ended, { type: 'SchoolMerged', intoSchoolId, intoRevision: into.revision }];
}
