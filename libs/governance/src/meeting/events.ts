import type { QuorumTrace } from '../tally/trace.ts';
import type { ClauseRef } from '../kernel/envelope.ts';
import type { When } from '../kernel/when.ts';
import type { JudgedBy } from '../motion/bound-rule-pin.ts';
import type { MeetingType } from './meeting-type.ts';
import type { RemoteParticipation } from './remote-participation.ts';
import type { MinutesEvent } from './minutes-events.ts';

export * from './minutes-events.ts';

export * from './meeting-type.ts';
export { remoteRules } from './remote-participation.ts';
export type { RemoteParticipation } from './remote-participation.ts';

export const itemKinds = ['action', 'discussion', 'consent', 'report', 'public_comment', 'closed'] as const;
export type ItemKind = (typeof itemKinds)[number];

export const offAgendaBases = ['emergency', 'need_arose_after_posting', 'continued_within_5_days'] as const;
export type OffAgendaBasis = (typeof offAgendaBases)[number];

export type Place = Readonly<{ kind: 'physical' | 'web'; description: string; url?: string }>;

/** What an agenda says of an item. */
export type AgendaItem = Readonly<{
  itemId: string;
  number: string;
  title: string;
  description?: string;
  kind: ItemKind;
  motionId?: string;
  /** The meeting from which the item was continued. */
  continuedFrom?: string;
}>;

export type MeetingScheduled = Readonly<{
  type: 'MeetingScheduled';
  bodyId: string;
  meetingType: MeetingType;
  title?: string;
  startsAt: When;
  timeZone: string;
  places: readonly Place[];
  remoteAccess?: string;
}>;
export type MeetingRescheduled = Readonly<
  JudgedBy & {
    type: 'MeetingRescheduled';
    startsAt: When;
    places?: readonly Place[];
    reason?: string;
  }
>;
export type MeetingCancelled = Readonly<{ type: 'MeetingCancelled'; reason: string }>;
export type AgendaItemAdded = Readonly<{ type: 'AgendaItemAdded' } & AgendaItem>;
export type AgendaItemRevised = Readonly<{ type: 'AgendaItemRevised' } & AgendaItem>;
export type AgendaItemRemoved = Readonly<{ type: 'AgendaItemRemoved'; itemId: string }>;
/** Posted at the envelope's `occurredAt`. */
export type AgendaPosted = Readonly<
  JudgedBy & {
    type: 'AgendaPosted';
    postingId: string;
    places: readonly Place[];
    itemIds: readonly string[];
    /** Of the posted document, where there is one. */
    sha256?: string;
    /** Attested afterwards: the posting could be read without interruption until the meeting (meeting rule BA-01). */
    continuouslyAccessible?: boolean;
  }
>;
export type NoticeGiven = Readonly<
  JudgedBy & {
    type: 'NoticeGiven';
    audience: 'members' | 'media' | 'requesters';
    /** Seats that waived their notice. */
    waivedBy: readonly string[];
  }
>;
export type WritingDistributed = Readonly<{
  type: 'WritingDistributed';
  title: string;
  sha256: string;
  toMajority: boolean;
  publicFrom?: When;
  location?: string;
}>;
export type MeetingCalledToOrder = Readonly<
  JudgedBy & {
    type: 'MeetingCalledToOrder';
    /** The seat, person or organization that presides. */
    presiding: Readonly<{ kind: 'seat' | 'person' | 'organization'; id: string }>;
  }
>;
export type MemberArrived = Readonly<{
  type: 'MemberArrived';
  seatId: string;
  by: 'member' | 'alternate';
  /** The alternate, where one sits. */
  personId?: string;
  mode: 'in_person' | 'remote';
  remoteBasis?: string;
  /** What that provision asks for. */
  remote?: RemoteParticipation;
}>;
export type MemberDeparted = Readonly<{ type: 'MemberDeparted'; seatId: string }>;
export type QuorumEstablished = Readonly<JudgedBy & { type: 'QuorumEstablished'; trace: QuorumTrace }>;
export type QuorumLost = Readonly<JudgedBy & { type: 'QuorumLost'; trace: QuorumTrace }>;
export type OffAgendaItemAdmitted = Readonly<{
  type: 'OffAgendaItemAdmitted';
  itemId: string;
  basis: OffAgendaBasis;
  findingMotionId?: string;
}>;
export type AgendaItemOpened = Readonly<{ type: 'AgendaItemOpened'; itemId: string }>;
export type AgendaItemClosed = Readonly<{ type: 'AgendaItemClosed'; itemId: string }>;
export type ItemPulledFromConsent = Readonly<{
  type: 'ItemPulledFromConsent';
  itemId: string;
  seatId?: string;
}>;
export type PublicCommentOpened = Readonly<{ type: 'PublicCommentOpened'; itemId?: string }>;
export type PublicCommentClosed = Readonly<{
  type: 'PublicCommentClosed';
  itemId?: string;
  /** How many spoke. */
  speakers: number;
}>;
export type ClosedSessionEntered = Readonly<{
  type: 'ClosedSessionEntered';
  statute: string;
  itemIds: readonly string[];
}>;
export type ClosedSessionLeft = Readonly<{
  type: 'ClosedSessionLeft';
  /** Whether an action was taken that must be reported before the adjournment (meeting rule BA-13). */
  reportableAction?: boolean;
}>;
export type ClosedSessionReported = Readonly<{
  type: 'ClosedSessionReported';
  action: string;
  votes?: string;
}>;
export type RecusalRecorded = Readonly<{
  type: 'RecusalRecorded';
  seatId: string;
  itemId: string;
  interestId?: string;
  identifiedPublicly: boolean;
  leftRoom: boolean;
}>;
/** The motion is before the body from here on, and what was before it then. */
export type QuestionStated = Readonly<{
  type: 'QuestionStated';
  motionId: string;
  motionRevision: number;
  pendingMotions?: readonly Readonly<{ motionId: string; revision: number }>[];
}>;
export type ChairRuled = Readonly<{
  type: 'ChairRuled';
  rulingId: string;
  question: string;
  ruling: string;
}>;
export type RulingAppealed = Readonly<{
  type: 'RulingAppealed';
  rulingId: string;
  seatId: string;
  secondedBySeatId?: string;
}>;
/** The appeal as a motion of its own, where it was recorded as one, at the revision at which it was read. */
type ByAppeal = { byMotionId?: string; byMotionRevision?: number };
export type RulingSustained = Readonly<
  {
    type: 'RulingSustained';
    rulingId: string;
    /** The vote was tied, which sustains the chair (RR-05). */
    tie?: true;
  } & ByAppeal
>;
export type RulingOverturned = Readonly<{ type: 'RulingOverturned'; rulingId: string } & ByAppeal>;
/** Rules of order are set aside: for an item, else until the adjournment. RONR (12th ed.) 25. */
export type RulesSuspended = Readonly<{
  type: 'RulesSuspended';
  /** Of the rulebook. */
  rules: readonly string[];
  /** For what, as the motion says it. */
  purpose: string;
  itemId?: string;
  /** The clause of the bylaws that lets them be suspended. */
  providedBy?: ClauseRef;
  byMotionId: string;
  byMotionRevision: number;
}>;
export type MeetingRecessed = Readonly<{ type: 'MeetingRecessed'; until?: When }>;
export type MeetingReconvened = Readonly<{ type: 'MeetingReconvened' }>;
export type MeetingAdjourned = Readonly<{ type: 'MeetingAdjourned'; to?: When }>;
export type AdjournmentNoticePosted = Readonly<{ type: 'AdjournmentNoticePosted'; place: string }>;

export type MeetingEvent =
  | MeetingScheduled
  | MeetingRescheduled
  | MeetingCancelled
  | AgendaItemAdded
  | AgendaItemRevised
  | AgendaItemRemoved
  | AgendaPosted
  | NoticeGiven
  | WritingDistributed
  | MeetingCalledToOrder
  | MemberArrived
  | MemberDeparted
  | QuorumEstablished
  | QuorumLost
  | OffAgendaItemAdmitted
  | AgendaItemOpened
  | AgendaItemClosed
  | ItemPulledFromConsent
  | PublicCommentOpened
  | PublicCommentClosed
  | ClosedSessionEntered
  | ClosedSessionLeft
  | ClosedSessionReported
  | RecusalRecorded
  | QuestionStated
  | ChairRuled
  | RulingAppealed
  | RulingSustained
  | RulingOverturned
  | RulesSuspended
  | MeetingRecessed
  | MeetingReconvened
  | MeetingAdjourned
  | AdjournmentNoticePosted
  | MinutesEvent;
