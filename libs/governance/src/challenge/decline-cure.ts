import type { Decision, When } from '../kernel/index.ts';
import type { CureDeadlineComputed, CureDeclined } from './events.ts';
import type { Facts } from './facts.ts';
import { inStatus } from './guards.ts';
import { answered } from './response.ts';
import type { ChallengeState } from './state.ts';

/** The body decided not to cure or correct, and said so. */
export type DeclineCure = Readonly<{
  type: 'DeclineCure';
  /** When whoever demanded it got the notice of that; by default when this happened. */
  noticeReceivedAt?: When;
  statement?: string;
}>;

export function* declineCure(
  state: ChallengeState,
  { noticeReceivedAt: given, statement }: DeclineCure,
  facts: Facts,
): Decision<CureDeclined | CureDeadlineComputed> {
  yield* inStatus(state, facts, 'open');
  const { noticeReceivedAt, deadline } = yield* answered(state, given, facts);
  return [
    { type: 'CureDeclined', noticeReceivedAt, ...(statement !== undefined && { statement }) },
    deadline,
  ];
}
