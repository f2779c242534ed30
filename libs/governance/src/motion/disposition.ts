import type { Tally } from '../tally/index.ts';
import { carries } from './cited.ts';
import type { MotionAdopted, MotionRejected } from './events.ts';
import type { MotionState } from './state.ts';

/** What the result of a vote makes of its motion. */
export function disposition(voteEventId: string, { result, reason }: Tally): MotionAdopted | MotionRejected {
  return result === 'pass'
    ? { type: 'MotionAdopted', voteEventId }
    : { type: 'MotionRejected', voteEventId, reason: reason ?? 'TEST_FAILED' };
}

/** Whether the motion still stands as this vote left it; what was rescinded or voided since does not. */
export const standsBy = (
  { status, disposedBy }: Pick<MotionState, 'status' | 'disposedBy'>,
  voteEventId: string,
): boolean => disposedBy === voteEventId && (carries.includes(status) || status === 'rejected');
