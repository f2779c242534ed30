import type { CandidateNominated, ElectionRoundOpened, MotionEvent } from '../events.ts';
import { drafted, opened, submitted } from './committee.ts';

export const electionCalled: MotionEvent = {
  type: 'ElectionCalled',
  meetingId: 'meeting-1',
  itemId: 'item-1',
  role: 'chair',
};

export const candidate = (candidateId: string, seatId: string): CandidateNominated => ({
  type: 'CandidateNominated',
  candidateId,
  candidate: { kind: 'seat', id: seatId },
});

/** An election of a chair between two, the nominations closed. */
export const nominated: readonly MotionEvent[] = [
  drafted,
  submitted,
  electionCalled,
  candidate('a', 'lausd-1'),
  candidate('b', 'utla-1'),
  { type: 'NominationsClosed' },
];

const { type: _type, voteEventId: _id, ...pinned } = opened;

export const electionRound: ElectionRoundOpened = {
  type: 'ElectionRoundOpened',
  ballotingId: 'ballot-1',
  round: 1,
  candidateIds: ['a', 'b'],
  ...pinned,
};
