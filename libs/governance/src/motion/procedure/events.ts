import type { When } from '../../kernel/when.ts';
import type { Amendment } from './amendment.ts';
import type { MotionClass } from './motion-class.ts';

/** Another motion, as far as its stream was read. */
export type MotionRead = Readonly<{ motionId: string; revision: number }>;

/** The motion whose adoption did it, where one did, and the revision at which it was read. */
export type ByMotion = Readonly<{ byMotionId?: string; byMotionRevision?: number }>;
type ByAdoptedMotion = Readonly<{ byMotionId: string; byMotionRevision: number }>;

/** What the draft of a motion says of its place among motions; a main motion says nothing. */
export type Classified = Readonly<{
  classification: MotionClass;
  /** The motion to which this one applies, and the revision at which it was read. */
  appliesTo?: string;
  appliesToRevision?: number;
  /** What it does to the text of that motion. */
  amendment?: Amendment;
  /** Of an amendment: 1 of a motion, 2 of an amendment. */
  degree?: number;
  /** The question of which this motion is a part. */
  dividedFrom?: MotionRead;
}>;

export const noticeWays = ['at_meeting', 'in_call'] as const;
/** Given at an earlier meeting, or in the call of the meeting at which the motion is to come up. */
export type PreviousNoticeGiven = Readonly<{
  type: 'PreviousNoticeGiven';
  how: (typeof noticeWays)[number];
  meetingId: string;
  statement?: string;
}>;

type TextChange = Readonly<{
  amendment: Amendment;
  beforeSha256: string;
  afterSha256: string;
  /** The text after it. */
  text: string;
}>;
/** An adopted amendment changed the text while the motion was pending. */
export type MotionTextAmended = Readonly<{ type: 'MotionTextAmended' } & ByAdoptedMotion & TextChange>;
/** An adopted motion changed the text of what had been adopted. */
export type AdoptedMotionAmended = Readonly<{ type: 'AdoptedMotionAmended' } & ByAdoptedMotion & TextChange>;

export type QuestionPart = Readonly<{ motionId: string; title: string; text: string; textSha256: string }>;
/** Each part is from here on a motion of its own. */
export type QuestionDivided = Readonly<
  { type: 'QuestionDivided'; children: readonly QuestionPart[] } & ByMotion
>;

export const outOfOrderGrounds = ['not_germane', 'precedence', 'dilatory', 'not_in_order'] as const;
export type OutOfOrderGround = (typeof outOfOrderGrounds)[number];
/** By a ruling of the chair, recorded in the meeting. */
export type MotionRuledOutOfOrder = Readonly<{
  type: 'MotionRuledOutOfOrder';
  meetingId: string;
  rulingId: string;
  ground: OutOfOrderGround;
  meetingRevision: number;
}>;
/** The body overturned the ruling: the motion is where it was. */
export type MotionReinstated = Readonly<{
  type: 'MotionReinstated';
  meetingId: string;
  rulingId: string;
  meetingRevision: number;
}>;

/** Debate and amendment of the motion are over until it is decided (RR-17). */
export type PreviousQuestionOrdered = Readonly<{ type: 'PreviousQuestionOrdered' } & ByAdoptedMotion>;
/** How long the motion may be debated, until it is decided; more than the rules allow where debate is extended. */
export type DebateLimited = Readonly<
  {
    type: 'DebateLimited';
    minutesPerSpeech?: number;
    speechesPerMember?: number;
    /** When the debate ends, and the question is put. */
    closesAt?: When;
  } & ByAdoptedMotion
>;

export type CommitteeDischarged = Readonly<{ type: 'CommitteeDischarged' } & ByAdoptedMotion>;

/** From here on the motion is not carried out until the body has decided on the reconsideration (RR-08). */
export type ReconsiderationMoved = Readonly<{ type: 'ReconsiderationMoved' } & ByAdoptedMotion>;
/** The vote counts as not taken: the motion is before the body again. */
export type MotionReconsidered = Readonly<
  { type: 'MotionReconsidered'; meetingId?: string } & ByAdoptedMotion
>;
/** The body did not want to reconsider: the first decision stands. */
export type ReconsiderationEnded = Readonly<
  {
    type: 'ReconsiderationEnded';
    how: 'rejected' | 'withdrawn' | 'lapsed' | 'ruled_out_of_order' | 'postponed_indefinitely';
  } & ByAdoptedMotion
>;

export type MotionRescinded = Readonly<{ type: 'MotionRescinded' } & ByAdoptedMotion>;

export type MotionTransmitted = Readonly<{
  type: 'MotionTransmitted';
  toBodyId: string;
  /** Under which id the receiving body has it. */
  toMotionId: string;
  textSha256: string;
}>;
/** On the stream of the receiving body's own motion. */
export type MotionReceived = Readonly<{
  type: 'MotionReceived';
  fromBodyId: string;
  fromMotionId: string;
  fromRevision: number;
}>;
export const receivingActions = [
  'adopted',
  'amended_after_adoption',
  'rejected',
  'referred',
  'tabled',
  'postponed',
  'postponed_indefinitely',
  'withdrawn',
  'lapsed',
  'rescinded',
] as const;
export type ReceivingAction = (typeof receivingActions)[number];
/** What the receiving body did with it, on the stream of the body that sent it. */
export type ReceivingBodyActed = Readonly<{
  type: 'ReceivingBodyActed';
  toBodyId: string;
  toMotionId: string;
  action: ReceivingAction;
  /** Absent where the motion of the receiving body is not in this record. */
  toMotionRevision?: number;
}>;

export type ProcedureEvent =
  | PreviousNoticeGiven
  | MotionTextAmended
  | QuestionDivided
  | MotionRuledOutOfOrder
  | MotionReinstated
  | CommitteeDischarged
  | PreviousQuestionOrdered
  | DebateLimited
  | ReconsiderationMoved
  | MotionReconsidered
  | ReconsiderationEnded
  | MotionRescinded
  | AdoptedMotionAmended
  | MotionTransmitted
  | MotionReceived
  | ReceivingBodyActed;

const named: Readonly<Record<ProcedureEvent['type'], true>> = {
  PreviousNoticeGiven: true,
  MotionTextAmended: true,
  QuestionDivided: true,
  MotionRuledOutOfOrder: true,
  MotionReinstated: true,
  CommitteeDischarged: true,
  PreviousQuestionOrdered: true,
  DebateLimited: true,
  ReconsiderationMoved: true,
  MotionReconsidered: true,
  ReconsiderationEnded: true,
  MotionRescinded: true,
  AdoptedMotionAmended: true,
  MotionTransmitted: true,
  MotionReceived: true,
  ReceivingBodyActed: true,
};

/** Names of the events; the compiler sees to it that none is missing. */
export const procedureEventTypes: ReadonlySet<string> = new Set(Object.keys(named));
