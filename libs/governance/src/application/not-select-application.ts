import { irregular } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { ApplicationNotSelected } from './events.ts';
import type { PartiesFact } from './facts.ts';
import { existingCohort, inStatus } from './guards.ts';
import type { ApplicationState } from './state.ts';

/** The school is not selected, and is told why. */
export type NotSelectApplication = Readonly<{ type: 'NotSelectApplication'; reasons: readonly string[] }>;

export function* notSelectApplication(
  state: ApplicationState,
  { type, reasons }: NotSelectApplication,
  facts: PartiesFact & AtFact,
): Decision<ApplicationNotSelected> {
  yield* inStatus(state, { type, at: facts.at }, 'submitted', 'recommended', 'returned');
  const { revision, selected } = yield* existingCohort(facts);
  const { schoolId } = facts;
  if (selected.has(schoolId)) yield irregular('SCHOOL_ALREADY_SELECTED', { schoolId });
  return [{ type: 'ApplicationNotSelected', reasons, cohortRevision: revision }];
}
