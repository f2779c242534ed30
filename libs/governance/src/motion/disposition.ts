import type { Tally } from '../tally/index.ts';
import type { MotionAdopted, MotionRejected } from './events.ts';

/** What the result of a vote makes of its motion. */
export function disposition(voteEventId: string, { result, reason }: Tally): MotionAdopted | MotionRejected {
  return result === 'pass'
    ? { type: 'MotionAdopted', voteEventId }
    : { type: 'MotionRejected', voteEventId, reason: reason ?? 'TEST_FAILED' };
}
