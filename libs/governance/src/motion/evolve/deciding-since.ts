import type { When } from '../../kernel/index.ts';
import type { MotionState, Vote } from '../state.ts';

/** Whoever asks whether a motion was voted on has to know of the calendar on which it stood, too. */
export function decidingSince({ consent }: MotionState, at: When): Vote {
  const entries = consent?.calendar?.entries;
  return { openedAt: at, ...(entries && { consentMotionIds: entries.map(({ motionId }) => motionId) }) };
}
