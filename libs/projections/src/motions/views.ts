import type { motion, When } from '#governance';
import type { DecidingView } from './deciding-view.ts';
import type { AnsweredTimes } from '../asked-times.ts';
import type { Provenance } from '../provenance.ts';

/** Domain model 2.5, as far as commands lead. */
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
  | 'referred'
  | 'seeking_consensus'
  | 'nominating'
  | 'electing'
  | 'void'
  | 'divided'
  | 'ruled_out_of_order'
  | 'reconsideration_pending'
  | 'rescinded'
  | 'amended_after_adoption';

export type MotionSummary = Readonly<{
  motionId: string;
  /** Absent, as the title is, where the draft is not in the record. */
  bodyId?: string;
  title?: string;
  status: MotionStatus;
  /** The meeting before which the motion is, or was last. */
  meetingId?: string;
  /** Absent where the draft is not in the record. */
  classification?: motion.MotionClass;
  /** The motion to which it applies. */
  appliesTo?: string;
  illustration?: true;
}>;

export type BallotView = Readonly<{
  seatId: string;
  option: motion.BallotRecorded['option'];
  by?: motion.BallotRecorded['by'];
  /** The seat that votes by proxy. */
  proxySeatId?: string;
  pairedWithSeatId?: string;
  /** Shown, never counted. */
  advisory?: true;
  /** With its constituency, which cast all its votes. */
  bloc?: true;
  provenance: Provenance;
}>;

export type VoteCorrectionView = Omit<motion.VoteRecordCorrected, 'type' | 'voteEventId'> &
  Readonly<{ provenance: Provenance }>;

export type TellersCorrectionView = Omit<motion.VoteTellersReportCorrected, 'type' | 'voteEventId'> &
  Readonly<{ provenance: Provenance }>;

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
  /** Why it failed or was aborted. */
  reason?: string;
  /** Corrections of its record; the result is the one that they restate. */
  corrections?: readonly VoteCorrectionView[];
  /** How it was closed, where its record was corrected. */
  asClosed?: Readonly<{ result: 'pass' | 'fail'; reason?: string }>;
  /** Of a secret vote, as the tellers reported; corrections of it stand beside it. */
  tellersReport?: Omit<motion.VoteTellersReported, 'type' | 'voteEventId'> &
    Readonly<{ provenance: Provenance }>;
  reportCorrections?: readonly TellersCorrectionView[];
  /** The latest ballot of each seat, in the order of the first; of a secret vote, none. */
  ballots: readonly BallotView[];
}>;

export type SeatAct = Readonly<{
  seatId?: string;
  constituencyId?: string;
  exemption?: motion.SecondExemption;
  provenance: Provenance;
}>;

/** A text that the motion had, and the motion that gave it, where one did. */
export type TextVersion = Readonly<{
  text: string;
  textSha256: string;
  byMotionId?: string;
  amendment?: motion.Amendment;
  provenance: Provenance;
}>;

/** What a motion did to another one. */
export type EffectView = Readonly<{
  type: motion.MotionEvent['type'];
  byMotionId: string;
  provenance: Provenance;
}>;

export type TransmissionView = Readonly<{
  toBodyId: string;
  toMotionId: string;
  /** What the receiving body did with it, as far as it was recorded. */
  action?: motion.ReceivingAction;
  provenance: Provenance;
}>;

/** What other motions, rulings and bodies did to a motion. */
export type ProcedureView = Readonly<{
  /** What it does to the text of the motion to which it applies. */
  amendment?: motion.Amendment;
  degree?: number;
  dividedFrom?: motion.MotionRead;
  /** Motions into which the question was divided. */
  dividedInto?: readonly string[];
  /** Every text it had, the first first. */
  texts: readonly TextVersion[];
  /** What motions on it did to it. */
  changedBy: readonly EffectView[];
  previousNotice?: Readonly<{
    how: motion.PreviousNoticeGiven['how'];
    meetingId: string;
    statement?: string;
    provenance: Provenance;
  }>;
  /** The ruling that puts it out of order. */
  ruling?: Readonly<{
    meetingId: string;
    rulingId: string;
    ground: motion.OutOfOrderGround;
    provenance: Provenance;
  }>;
  /** The body has ordered the vote: until it is decided nothing is moved on it but to lay it on the table (RR-17). */
  previousQuestion?: Readonly<{ byMotionId: string; provenance: Provenance }>;
  /** How long it may be debated, as the body set it last; until it is decided. */
  debateLimits?: Omit<motion.DebateLimited, 'type' | 'byMotionRevision'> &
    Readonly<{ provenance: Provenance }>;
  /** While a motion to reconsider it is pending, it is not carried out (RR-08). */
  executionSuspended?: Readonly<{ byMotionId: string; rule: string; provenance: Provenance }>;
  /** The last day on which it may be taken from the table; from the next on its lapse is proposed (RR-10). */
  onTableUntil?: string;
  transmissions: readonly TransmissionView[];
  receivedFrom?: Readonly<{ bodyId: string; motionId: string; provenance: Provenance }>;
}>;

export type MotionView = MotionSummary &
  AnsweredTimes &
  ProcedureView &
  DecidingView &
  Readonly<{
    /** Of the motion's stream. */
    revision: number;
    text?: string;
    textSha256?: string;
    classification?: motion.MotionDrafted['classification'];
    /** The motion whose action this one takes anew, to cure a defect. */
    cures?: string;
    /** What it does if it is adopted. */
    effect?: motion.Effect;
    /** The agenda item under which it was agendized last. */
    itemId?: string;
    draftedAt?: When;
    moved?: SeatAct;
    seconded?: SeatAct;
    /** Why what was adopted is of no effect. */
    voided?: Omit<motion.MotionVoided, 'type'> & Readonly<{ provenance: Provenance }>;
    /** Motions that were made on it, in the order in which they were drafted. */
    madeOnIt: readonly MotionSummary[];
    /** What it did to the motion to which it applies. */
    changed: readonly EffectView[];
    votes: readonly MotionVoteView[];
  }>;
