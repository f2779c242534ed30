import type { AtFact, Decision } from '../kernel/index.ts';
import type { ApplicationWithdrawn } from './events.ts';
import { inStatus } from './guards.ts';
import type { ApplicationState } from './state.ts';

/** The school no longer applies; it may start again. */
export type WithdrawApplication = Readonly<{ type: 'WithdrawApplication'; reason?: string }>;

export function* withdrawApplication(
  state: ApplicationState,
  { type, ...said }: WithdrawApplication,
  { at }: AtFact,
): Decision<ApplicationWithdrawn> {
  yield* inStatus(state, { type, at }, 'started', 'submitted', 'returned', 'recommended');
  return [{ type: 'ApplicationWithdrawn', ...said }];
}
