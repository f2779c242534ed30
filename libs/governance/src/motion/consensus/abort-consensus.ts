import type { AtFact, Decision } from '../../kernel/index.ts';
import { notBefore } from '../guards.ts';
import type { MotionState } from '../state.ts';
import type { ConsensusAborted } from './events.ts';
import { openRoundOf } from './guards.ts';

/** The round is broken off, as a vote may be; it does not count as one that failed. */
export type AbortConsensus = Readonly<{ type: 'AbortConsensus'; roundId: string; reason: string }>;

export function* abortConsensus(
  state: MotionState,
  command: AbortConsensus,
  { at }: AtFact,
): Decision<ConsensusAborted> {
  const { roundId, reason } = command;
  const { lastAt } = yield* openRoundOf(state, command);
  yield* notBefore(at, lastAt);
  return [{ type: 'ConsensusAborted', roundId, reason }];
}
