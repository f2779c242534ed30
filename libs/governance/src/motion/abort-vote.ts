import type { AtFact, Decision } from '../kernel/index.ts';
import type { VoteAborted } from './events.ts';
import { notBefore, openVoteOf } from './guards.ts';
import type { MotionState } from './state.ts';

/** The vote is broken off; its ballots stay in the record, and the motion is pending again. */
export type AbortVote = Readonly<{ type: 'AbortVote'; voteEventId: string; reason: string }>;

export function* abortVote(state: MotionState, command: AbortVote, { at }: AtFact): Decision<VoteAborted> {
  const { voteEventId, reason } = command;
  const { lastAt } = yield* openVoteOf(state, command);
  yield* notBefore(at, lastAt);
  return [{ type: 'VoteAborted', voteEventId, reason }];
}
