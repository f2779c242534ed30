import { irregular } from '../kernel/index.ts';
import type { AtFact, Decision, When } from '../kernel/index.ts';
import type { ApplicationReturned } from './events.ts';
import { inStatus } from './guards.ts';
import type { ApplicationState } from './state.ts';

/** Something is missing: the school gets its application back, with a list. */
export type ReturnApplication = Readonly<{
  type: 'ReturnApplication';
  missing: readonly string[];
  resubmitBy?: When;
}>;

export function* returnApplication(
  state: ApplicationState,
  { type, ...said }: ReturnApplication,
  { at }: AtFact,
): Decision<ApplicationReturned> {
  yield* inStatus(state, { type, at }, 'submitted', 'recommended');
  if (said.resubmitBy && said.resubmitBy.latest < at.earliest)
    yield irregular('RESUBMISSION_DUE_IN_THE_PAST', { resubmitBy: said.resubmitBy.literal, at: at.literal });
  return [{ type: 'ApplicationReturned', ...said }];
}
