import type { BoundRulePin } from './bound-rule-pin.ts';
import type { Effect } from './effect.ts';
import type { When } from '../kernel/when.ts';
import type { Eligibility } from '../tally/electorate.ts';
import type { CastingVote } from '../tally/poll.ts';
import type { RollCallEntry, SeatWithoutVote } from '../tally/roll-call.ts';
import type { DecisionRule } from '../tally/rule.ts';
import type { Tally, VoteOption } from '../tally/trace.ts';
import type { ConsensusEvent } from './consensus/events.ts';
import type { ConsentEvent } from './consent/events.ts';
import type { ByMotion, Classified, MotionRead, ProcedureEvent } from './procedure/events.ts';
import type { ElectionEvent } from './election/events.ts';
import type { MediationRecorded } from './mediation/events.ts';
import type { ProxyPin } from './proxy-pin.ts';
import type { SecretVoters, VoteTellersReportCorrected, VoteTellersReported } from './secret/events.ts';
import type { VoteMethod } from './vote-method.ts';

export type { BoundRulePin } from './bound-rule-pin.ts';
export type { EligibleSeat, Eligibility } from '../tally/electorate.ts';
export type { RollCallEntry } from '../tally/roll-call.ts';
export type * from './consensus/events.ts';
import type { MotionVoided, TallyRestated, VoteRecordCorrected } from './correction-events.ts';
export * from './correction-events.ts';
export type * from './consent/events.ts';
export * from './procedure/events.ts';
export type * from './election/events.ts';
export * from './mediation/events.ts';
export type { ProxyPin } from './proxy-pin.ts';
export * from './secret/events.ts';

export * from './vote-method.ts';

/** Why a motion needs no second: a committee of more than one moved it, or the body is a small board (RONR 49:21). */
export const secondExemptions = [
  'committee_motion',
  'small_board',
  // The class of the motion needs none, by the table of the rules of order.
  'class',
  // It was seconded as a part of the question that was divided.
  'divided_question',
] as const;
export type SecondExemption = (typeof secondExemptions)[number];

export type MotionDrafted = Readonly<
  {
    type: 'MotionDrafted';
    bodyId: string;
    title: string;
    text: string;
    textSha256: string;
    /** The motion whose action this one takes anew, free of the alleged defect (meeting rule BA-18). */
    cures?: string;
    /** What the motion does if it is adopted. */
    effect?: Effect;
  } & Classified
>;
export type MotionTextRevised = Readonly<{ type: 'MotionTextRevised'; text: string; textSha256: string }>;
export type MotionSubmitted = Readonly<{ type: 'MotionSubmitted'; seatId?: string }>;
export type MotionAgendized = Readonly<{ type: 'MotionAgendized'; meetingId: string; itemId: string }>;
export type MotionMoved = Readonly<{
  type: 'MotionMoved';
  meetingId: string;
  seatId: string;
  constituencyId?: string;
  /** The agenda item of the motion to which it applies, where it came up under that. */
  itemId?: string;
  /** Where it applies to another motion: the revision at which that was read. */
  appliesToRevision?: number;
  /** What was before the body then, by the meeting's record and these motions' streams. */
  pendingMotions?: readonly MotionRead[];
}>;
/** Without a seat: the rules exempt the motion from a second, or no source says who seconded it. */
export type MotionSeconded = Readonly<{
  type: 'MotionSeconded';
  seatId?: string;
  constituencyId?: string;
  exemption?: SecondExemption;
}>;
export type MotionLapsed = Readonly<{ type: 'MotionLapsed'; reason: 'no_second' | 'not_taken_from_table' }>;
export type MotionTabled = Readonly<{ type: 'MotionTabled'; seatId?: string } & ByMotion>;
export type MotionTakenFromTable = Readonly<
  {
    type: 'MotionTakenFromTable';
    seatId?: string;
    /** Where it is another meeting than the one that tabled the motion. */
    meetingId?: string;
  } & ByMotion
>;
export type MotionPostponed = Readonly<
  {
    type: 'MotionPostponed';
    to: When;
    meetingId?: string;
    /** It comes up at that time whatever is pending, by two thirds (RR-09). RONR (12th ed.) 14:14, 41:40. */
    specialOrder?: true;
    /** The next regular meeting as the command named it, and the revision at which it was read (RR-09). */
    nextRegularMeeting?: Readonly<{ meetingId: string; revision: number }>;
  } & ByMotion
>;
export type MotionPostponedIndefinitely = Readonly<{ type: 'MotionPostponedIndefinitely' } & ByMotion>;
/** A postponed motion comes up again. */
export type MotionResumed = Readonly<{ type: 'MotionResumed'; meetingId: string }>;
export type MotionReferred = Readonly<
  { type: 'MotionReferred'; toBodyId: string; reportBy?: When } & ByMotion
>;
export type MotionReported = Readonly<{
  type: 'MotionReported';
  recommendation: 'adopt' | 'reject' | 'none';
  statement?: string;
}>;
export type MotionWithdrawn = Readonly<{
  type: 'MotionWithdrawn';
  permission: 'mover' | 'body';
  /** Who asked for it. */
  seatId?: string;
}>;
export type VoteOpened = Readonly<{
  type: 'VoteOpened';
  voteEventId: string;
  meetingId: string;
  itemId?: string;
  textSha256: string;
  rule: DecisionRule;
  eligibility: Eligibility;
  /** The body's revision at which the eligibility was read, and the meeting's. */
  rosterRevision: number;
  meetingRevision: number;
  method: VoteMethod;
  /** Where the rule was resolved from the clause that states it. */
  boundRule?: BoundRulePin;
  /** Where the quorum comes from clauses of its own. */
  boundRules?: readonly BoundRulePin[];
  /** Motions that stood in the way of the question, as they were read (RR-02). */
  pendingMotions?: readonly MotionRead[];
}>;
export type BallotRecorded = Readonly<{
  type: 'BallotRecorded';
  voteEventId: string;
  seatId: string;
  option: VoteOption;
  by: 'member' | 'alternate' | 'proxy';
  /** Where it votes by proxy. */
  proxy?: ProxyPin;
  /** The other seat of a pair. */
  pairedWithSeatId?: string;
}>;
export type BallotChanged = Readonly<{
  type: 'BallotChanged';
  voteEventId: string;
  seatId: string;
  from: VoteOption;
  to: VoteOption;
  /** Who answers now, where that is another than who was away. */
  by?: 'member' | 'alternate' | 'proxy';
  proxy?: ProxyPin;
  pairedWithSeatId?: string;
}>;
/** The seats of a constituency that are present cast all its votes (meeting rule SP-05). */
export type BlocBallotRecorded = Readonly<{
  type: 'BlocBallotRecorded';
  voteEventId: string;
  constituencyId: string;
  option: 'yes' | 'no' | 'abstain';
  /** Who cast it: the voting seats of the constituency that were present and not recused. */
  seatIds: readonly string[];
  /** How they stood within the bloc, where the record says so. */
  positions?: readonly Readonly<{ seatId: string; option: 'yes' | 'no' | 'abstain' }>[];
}>;
/** Shown, never counted (meeting rule SP-08). */
export type AdvisoryBallotRecorded = Readonly<{
  type: 'AdvisoryBallotRecorded';
  voteEventId: string;
  seatId: string;
  option: VoteOption;
}>;
export type VoteClosed = Readonly<{
  type: 'VoteClosed';
  voteEventId: string;
  /** Of a secret vote, only who took no part. */
  rollCall: readonly RollCallEntry[];
  /** Where the quorum demands seats without a vote. */
  withoutVote?: readonly SeatWithoutVote[];
  /** Of a secret vote: who could have cast a ballot. */
  secret?: SecretVoters;
  tally: Tally;
  /** The chair's vote where the rule lets the chair break a tie. */
  castingVote?: CastingVote;
  /** The meeting's revision at which presence was read. */
  meetingRevision: number;
}>;
export type VoteAborted = Readonly<{ type: 'VoteAborted'; voteEventId: string; reason: string }>;
/**
 * How a motion came to its end: by a vote, a round of consensus, unanimous consent, or with the consent calendar
 * on which it stood. Exactly one stands, and its id is its own within the motion.
 */
type DecidedBy = {
  voteEventId?: string;
  roundId?: string;
  consentId?: string;
  byMotionId?: string;
};
/** A correction of the vote changed its outcome: the motion was disposed of otherwise before. */
type Restated = { restated?: true };
export type MotionAdopted = Readonly<DecidedBy & Restated & { type: 'MotionAdopted' }>;
export type MotionRejected = Readonly<DecidedBy & Restated & { type: 'MotionRejected'; reason: string }>;

export type MotionEvent =
  | MotionDrafted
  | MotionTextRevised
  | MotionSubmitted
  | MotionAgendized
  | MotionMoved
  | MotionSeconded
  | MotionLapsed
  | MotionTabled
  | MotionTakenFromTable
  | MotionPostponed
  | MotionPostponedIndefinitely
  | MotionResumed
  | MotionReferred
  | MotionReported
  | MotionWithdrawn
  | VoteOpened
  | BallotRecorded
  | BallotChanged
  | BlocBallotRecorded
  | AdvisoryBallotRecorded
  | VoteTellersReported
  | VoteClosed
  | VoteAborted
  | MotionAdopted
  | MotionRejected
  | ConsensusEvent
  | VoteRecordCorrected
  | VoteTellersReportCorrected
  | TallyRestated
  | MotionVoided
  | ConsentEvent
  | ProcedureEvent
  | ElectionEvent
  | MediationRecorded;
