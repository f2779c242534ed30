import type { motion, When } from '#governance';
import type { Provenance } from '../provenance.ts';

export type MotionStatus =
  | 'drafted'
  | 'submitted'
  | 'agendized'
  | 'moved'
  | 'pending'
  | 'voting'
  | 'adopted'
  | 'rejected'
  | 'lapsed'
  | 'withdrawn'
  | 'tabled'
  | 'postponed'
  | 'postponed_indefinitely'
  | 'referred';

export type MotionSummary = Readonly<{
  motionId: string;
  bodyId?: string;
  title?: string;
  status: MotionStatus;
  meetingId?: string;
  illustration?: true;
}>;

export type BallotView = Readonly<{
  seatId: string;
  option: motion.BallotRecorded['option'];
  by?: 'member' | 'alternate';
  pairedWithSeatId?: string;
  /** Shown, never counted. */
  advisory?: true;
  provenance: Provenance;
}>;

export type MotionVoteView = Readonly<{
  voteEventId: string;
  status: 'open' | 'closed' | 'aborted';
  /** In the decision register, once the vote is closed. */
  decisionId?: string;
  meetingId?: string;
  itemId?: string;
  method?: motion.VoteMethod;
  openedAt?: When;
  closedAt?: When;
  result?: 'pass' | 'fail';
  /** Why it was aborted or failed. */
  reason?: string;
  /** The latest ballot of each seat, in the order of the first. */
  ballots: readonly BallotView[];
}>;

export type SeatAct = Readonly<{
  seatId?: string;
  constituencyId?: string;
  exemption?: motion.MotionSeconded['exemption'];
  provenance: Provenance;
}>;

export type MotionView = MotionSummary &
  Readonly<{
    /** Of the motion's stream. */
    revision: number;
    text?: string;
    textSha256?: string;
    classification?: motion.MotionDrafted['classification'];
    itemId?: string;
    draftedAt?: When;
    moved?: SeatAct;
    seconded?: SeatAct;
    votes: readonly MotionVoteView[];
  }>;
