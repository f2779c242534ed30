import { certainlyBefore, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { InterestWithdrawn } from './events.ts';
import { existingBody } from './guards.ts';
import type { BodyState } from './state.ts';

/** A declared interest is no longer held; the declaration stays in the record. */
export type WithdrawInterest = Readonly<{ type: 'WithdrawInterest'; interestId: string }>;

export function* withdrawInterest(
  state: BodyState,
  { interestId }: WithdrawInterest,
  { at }: AtFact,
): Decision<InterestWithdrawn> {
  yield* existingBody(state, at);
  const interest = state.interests.get(interestId);
  if (!interest) return yield* refuse('INTEREST_UNKNOWN', { interestId });
  if (interest.end) return yield* refuse('INTEREST_WITHDRAWN', { interestId, ended: interest.end.literal });
  if (certainlyBefore(at, interest.start))
    return yield* refuse('TERM_INVERTED', { interestId, at: at.literal, since: interest.start.literal });
  return [{ type: 'InterestWithdrawn', interestId, seatId: interest.seatId }];
}
