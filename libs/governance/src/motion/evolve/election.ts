import type { When } from '../../kernel/index.ts';
import type { ElectionEvent } from '../election/events.ts';
import { evolveElection } from '../election/state.ts';
import type { MotionState, MotionStatus } from '../state.ts';

/** Where an election leads; who is elected is followed by the adoption. */
const statusInElection: Partial<Record<ElectionEvent['type'], MotionStatus>> = {
  ElectionCalled: 'nominating',
  NominationsClosed: 'pending',
  ElectionRoundOpened: 'electing',
  ElectionRoundClosed: 'pending',
  ElectionRoundAborted: 'pending',
};

export function withElection(state: MotionState, event: ElectionEvent, at: When): MotionState {
  const status = statusInElection[event.type] ?? state.status;
  const after = { ...state, status, election: evolveElection(state.election, event, at) };
  if (event.type === 'ElectionCalled') {
    const { meetingId, itemId } = event;
    // Its rounds come under the item of the call.
    return { ...after, meetingId, ...(itemId !== undefined && { agendized: { meetingId, itemId } }) };
  }
  if (event.type === 'ElectionRoundAborted') return { ...after, lastVote: undefined };
  if (event.type !== 'ElectionRoundOpened') return after;
  const voteEventIds = [...state.voteEventIds, event.ballotingId];
  return { ...after, meetingId: event.meetingId, voteEventIds, lastVote: { openedAt: at } };
}
