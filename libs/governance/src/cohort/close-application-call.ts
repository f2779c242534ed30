import { refuse } from '../kernel/index.ts';
import type { AtFact, Check, Decision } from '../kernel/index.ts';
import type { ApplicationCallClosed } from './events.ts';
import { openCohort } from './guards.ts';
import type { Call, CohortState } from './state.ts';

/** No application is taken any more. */
export type CloseApplicationCall = Readonly<{ type: 'CloseApplicationCall' }>;

/** A call stays open until it is closed, also after the last day for applications. */
export function* openCall({ call }: CohortState): Check<Call> {
  return call && !call.closedAt ? call : yield* refuse('CALL_NOT_OPEN');
}

export function* closeApplicationCall(
  state: CohortState,
  _command: CloseApplicationCall,
  facts: AtFact,
): Decision<ApplicationCallClosed> {
  yield* openCohort(state, facts);
  yield* openCall(state);
  return [{ type: 'ApplicationCallClosed' }];
}
