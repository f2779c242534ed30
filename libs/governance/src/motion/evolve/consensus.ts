import type { When } from '../../kernel/index.ts';
import type { ConsensusEvent, ConsensusReached } from '../consensus/events.ts';
import { evolveConsensus, noConsensus } from '../consensus/state.ts';
import type { MotionState, MotionStatus, Vote } from '../state.ts';
import { decidingSince } from './deciding-since.ts';

/** Where a round leads; consensus itself is followed by the adoption. */
const statusInRound: Partial<Record<ConsensusEvent['type'], MotionStatus>> = {
  ConsensusCalled: 'seeking_consensus',
  ConsensusFailed: 'pending',
  ConsensusAborted: 'pending',
};

/** Who was there, and agreed, as a finding that the body makes by consensus tells (BA-06). */
function agreedIn(last: Vote | undefined, { positions }: ConsensusReached): Vote | undefined {
  const present = positions.filter((one) => one.present);
  const agreeing = present.filter(({ position }) => position.startsWith('agree'));
  const ids = (entries: typeof present) => entries.map(({ seatId }) => seatId);
  return last && { ...last, agreed: { presentSeatIds: ids(present), agreeingSeatIds: ids(agreeing) } };
}

export function inRound(state: MotionState, event: ConsensusEvent, at: When): MotionState {
  const consensus = evolveConsensus(state.consensus ?? noConsensus, event, at);
  const after = { ...state, consensus, status: statusInRound[event.type] ?? state.status };
  if (event.type === 'ConsensusAborted') return { ...after, lastVote: undefined };
  if (event.type === 'ConsensusReached') return { ...after, lastVote: agreedIn(state.lastVote, event) };
  if (event.type !== 'ConsensusCalled') return after;
  const { meetingId, roundId } = event;
  const voteEventIds = [...state.voteEventIds, roundId];
  return { ...after, meetingId, voteEventIds, lastVote: decidingSince(state, at) };
}
