import type { meeting, motion, tally, When } from '#governance';
import type { ElectionLine } from './election-line.ts';
import type { Officer, SeatName } from './names.ts';

export type * from './election-line.ts';
export type { Officer, SeatName } from './names.ts';

/* Minutes in no language: what they tell, in the order in which they tell it. RONR (12th ed.) 48:1-8. */

export type Stay = Readonly<{
  by: 'member' | 'alternate';
  mode: 'in_person' | 'remote';
  /** The provision under which somebody takes part from elsewhere. */
  basis?: string;
  /** From where, as far as the provision asks for it: the agenda names the place. */
  location?: string;
  from: When;
  to?: When;
}>;

/** A seat of the body with its stays; none where it was absent. */
export type Presence = SeatName &
  Readonly<{ votingRight: string; filled: boolean; excused: boolean; stays: readonly Stay[] }>;

export type RollCallLine = SeatName &
  Readonly<{
    option: tally.VoteOption;
    /** As it was recorded when the vote was closed, where it was corrected since. */
    recordedAs?: tally.VoteOption;
  }>;

export type VoteLine = Readonly<{
  voteEventId: string;
  method: motion.VoteMethod;
  closedAt: When;
  result: 'pass' | 'fail';
  reason?: string;
  clause?: string;
  counts: readonly tally.Count[];
  /** Of a secret vote: how many could cast a ballot, and who counted. The roll call is of those who took no part. */
  secret?: Readonly<{ voters: number; tellers: readonly Officer[] }>;
  rollCall: readonly RollCallLine[];
  corrections: readonly Readonly<{ seat: SeatName; from: string; to: string; reason: string }>[];
  /** Of a secret vote: what the tellers had reported, and what it was corrected to. */
  reportCorrections?: readonly Pick<motion.VoteTellersReportCorrected, 'from' | 'to' | 'reason'>[];
}>;

/** How a seat stood in a round of consensus; what it gave as its reason. */
export type PositionLine = SeatName &
  Readonly<{ position: string; by?: 'alternate' | 'proxy'; reason?: string }>;

/** A round of consensus: who stood how, and what it came to. */
export type RoundLine = Readonly<{
  roundId: string;
  round: number;
  calledBy?: Officer;
  closedAt: When;
  result: 'reached' | 'failed' | 'aborted';
  /** Why it did not come to consensus, or was broken off. */
  reason?: string;
  /** What the rule left to the body. */
  next?: readonly string[];
  clause?: string;
  positions: readonly PositionLine[];
  /** Heard, never counted. */
  advisory: readonly PositionLine[];
}>;

/** Nobody objected: who was there. No ballots were cast. */
export type ConsentLine = Readonly<{
  consentId: string;
  at: When;
  present: number;
  recused: readonly SeatName[];
  clause?: string;
}>;

/** Another motion, with its title where that is in the record of this meeting. */
export type OtherMotion = Readonly<{ motionId: string; title?: string }>;

/** How the body came to decide without a vote. Fields are left out where they would be empty. */
export type WithoutVote = Readonly<{
  rounds?: readonly RoundLine[];
  consent?: ConsentLine;
  /** Help of somebody who belongs to neither side. */
  mediations?: readonly Readonly<{
    mediator: Officer;
    outcome: motion.MediationOutcome;
    statement?: string;
  }>[];
  /** Objections to unanimous consent. */
  objections?: readonly Readonly<{ seat: SeatName; reason?: string }>[];
  /** The motions that this one adopts as a consent calendar. */
  calendar?: readonly OtherMotion[];
  /** The consent calendar with which it was adopted. */
  adoptedWith?: OtherMotion;
}>;

/** What the body ordered of the debate, and by which motion. */
export type DebateLine = Readonly<
  { order: 'previous_question' | 'limits'; at: When; byMotion: OtherMotion } & Pick<
    motion.DebateLimited,
    'minutesPerSpeech' | 'speechesPerMember' | 'closesAt'
  >
>;

/** What a motion is to other motions, and what they and the chair did to it. Left out where it would be empty. */
export type InProcedure = Readonly<{
  /** Absent for a main motion. */
  classification?: motion.MotionClass;
  appliesTo?: OtherMotion;
  dividedFrom?: OtherMotion;
  dividedInto?: readonly OtherMotion[];
  /** Motions of this meeting by which its text was changed. */
  amendedBy?: readonly OtherMotion[];
  /** Orders of this meeting on its debate. */
  debate?: readonly DebateLine[];
  /** On what ground the chair ruled it out of order, while the ruling stands. */
  outOfOrder?: motion.OutOfOrderGround;
}>;

export type MotionLine = WithoutVote &
  InProcedure &
  Readonly<{
    motionId: string;
    itemId?: string;
    title?: string;
    /** As it was last: the final wording. */
    text?: string;
    mover?: SeatName;
    seconder?: SeatName;
    secondExemption?: string;
    votes: readonly VoteLine[];
    /** Where the motion is an election: nobody moves or seconds it. */
    election?: ElectionLine;
    /** Where the motion stood when the meeting was over; `lapsed_on_table` where nobody took it from the table. */
    disposition: string;
  }>;

export type Item = Readonly<{
  itemId: string;
  number: string;
  title: string;
  kind: meeting.ItemKind;
  openedAt?: When;
  offAgenda?: string;
}>;

export type Ruling = Readonly<{
  question: string;
  ruling: string;
  appeal?: Readonly<{
    mover: SeatName;
    seconder?: SeatName;
    outcome: 'pending' | 'sustained' | 'sustained_by_tie' | 'overturned';
  }>;
}>;

/** Rules of order that the body set aside: for an item, else until the adjournment. RONR (12th ed.) 25. */
export type SuspensionLine = Readonly<{
  at: When;
  /** Of the rulebook. */
  rules: readonly string[];
  purpose: string;
  itemId?: string;
  /** The clause that lets them be suspended. */
  clause?: string;
  byMotion: OtherMotion;
}>;

/** The minutes of another meeting that the body approved here. */
export type PreviousMinutes = Readonly<{
  meetingId: string;
  startsAt?: When;
  motionId: string;
  asCorrected: boolean;
}>;

/** Minutes of another meeting that the body corrected here. */
export type PreviousCorrection = Readonly<{
  meetingId: string;
  motionId: string;
  before: string;
  after: string;
}>;

export type MinutesDocument = Readonly<{
  meetingId: string;
  body: Readonly<{ bodyId: string; name?: string }>;
  timeZone: string;
  kind: meeting.MeetingType;
  title?: string;
  startsAt: When;
  places: readonly meeting.Place[];
  illustration: boolean;
  notices: readonly Readonly<{ audience: string; at: When; waivedBy: readonly SeatName[] }>[];
  postings: readonly Readonly<{ at: When; places: readonly string[] }>[];
  calledToOrder?: When;
  presiding?: Officer;
  secretary?: Officer;
  presence: readonly Presence[];
  quorum: readonly Readonly<{ established: boolean; at: When }>[];
  previousMinutes: readonly PreviousMinutes[];
  previousCorrections: readonly PreviousCorrection[];
  items: readonly Item[];
  motions: readonly MotionLine[];
  recusals: readonly Readonly<{
    seat: SeatName;
    itemId: string;
    identifiedPublicly: boolean;
    leftRoom: boolean;
  }>[];
  rulings: readonly Ruling[];
  /** Left out where none were. */
  suspensions?: readonly SuspensionLine[];
  publicComment: readonly Readonly<{ itemId?: string; speakers: number }>[];
  closedSessions: readonly Readonly<{
    statute: string;
    from: When;
    to?: When;
    reports: readonly Readonly<{ action: string; votes?: string }>[];
  }>[];
  recesses: readonly Readonly<{ from: When; to?: When }>[];
  adjourned?: Readonly<{ at: When; to?: When }>;
  /** What minutes should tell and the record does not: `adjournment`, `mover:{motionId}` (meeting rule RR-15). */
  missing: readonly string[];
}>;
