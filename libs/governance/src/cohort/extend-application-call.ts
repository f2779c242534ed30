import { certainlyNotAfter, irregular } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { ApplicationCallExtended } from './events.ts';
import { openCall } from './close-application-call.ts';
import { openCohort } from './guards.ts';
import { windowInOrder } from './open-application-call.ts';
import type { CohortState } from './state.ts';

/** Schools get more time. */
export type ExtendApplicationCall = Omit<ApplicationCallExtended, 'type'> &
  Readonly<{ type: 'ExtendApplicationCall' }>;

export function* extendApplicationCall(
  state: CohortState,
  command: ExtendApplicationCall,
  facts: AtFact,
): Decision<ApplicationCallExtended> {
  const { closesAt } = command;
  yield* openCohort(state, facts);
  const call = yield* openCall(state);
  yield* windowInOrder(call.opensAt, closesAt);
  if (certainlyNotAfter(closesAt, call.closesAt))
    yield irregular('EXTENSION_NOT_LATER', { closesAt: closesAt.literal, closed: call.closesAt.literal });
  return [{ ...command, type: 'ApplicationCallExtended' }];
}
