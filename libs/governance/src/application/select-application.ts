import { broken } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { ApplicationSelected } from './events.ts';
import type { PartiesFact } from './facts.ts';
import { existingCohort, inStatus } from './guards.ts';
import type { ApplicationState } from './state.ts';

/** The cohort's selection names the school: its application ends well. */
export type SelectApplication = Readonly<{ type: 'SelectApplication' }>;

export function* selectApplication(
  state: ApplicationState,
  { type }: SelectApplication,
  facts: PartiesFact & AtFact,
): Decision<ApplicationSelected> {
  yield* inStatus(state, { type, at: facts.at }, 'submitted', 'recommended');
  const { revision, selected } = yield* existingCohort(facts);
  const { schoolId } = facts;
  if (!selected.has(schoolId)) yield broken('SP-15', 'SCHOOL_NOT_SELECTED', { schoolId });
  return [{ type: 'ApplicationSelected', cohortRevision: revision }];
}
