import { refuse } from '../../kernel/index.ts';
import type { Check } from '../guards.ts';
import type { MotionState } from '../state.ts';
import { noConsensus } from './state.ts';
import type { FailedRound, OpenRound } from './state.ts';

/** The round that a command names is the one that is open. */
export function* openRoundOf(
  { consensus, status }: MotionState,
  { roundId }: Readonly<{ roundId: string }>,
): Check<OpenRound> {
  const open = consensus?.open;
  if (open?.roundId !== roundId)
    return yield* refuse('ROUND_NOT_OPEN', { roundId, status, open: open?.roundId });
  return open;
}

/** Rounds that found no consensus on the text, in the meeting. */
export const failedRounds = (
  { consensus = noConsensus }: MotionState,
  { meetingId, textSha256 }: Omit<FailedRound, 'roundId'>,
): number =>
  consensus.failed.filter((one) => one.meetingId === meetingId && one.textSha256 === textSha256).length;
