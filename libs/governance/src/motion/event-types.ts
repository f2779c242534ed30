import type { MotionEvent } from './events.ts';

const named: Readonly<Record<MotionEvent['type'], true>> = {
  MotionDrafted: true,
  MotionTextRevised: true,
  MotionSubmitted: true,
  MotionAgendized: true,
  MotionMoved: true,
  MotionSeconded: true,
  MotionLapsed: true,
  MotionTabled: true,
  MotionTakenFromTable: true,
  MotionPostponed: true,
  MotionPostponedIndefinitely: true,
  MotionResumed: true,
  MotionReferred: true,
  MotionReported: true,
  MotionWithdrawn: true,
  VoteOpened: true,
  BallotRecorded: true,
  BallotChanged: true,
  AdvisoryBallotRecorded: true,
  VoteClosed: true,
  VoteAborted: true,
  MotionAdopted: true,
  MotionRejected: true,
  ConsensusCalled: true,
  ConsensusPositionRecorded: true,
  ConsensusPositionChanged: true,
  ConsensusReached: true,
  ConsensusFailed: true,
  ConsensusAborted: true,
  VoteRecordCorrected: true,
  TallyRestated: true,
  MotionVoided: true,
};

/** The names of all events of a motion; the compiler sees to it that none is missing. */
export const eventTypes = Object.keys(named) as readonly MotionEvent['type'][];
