import type { meeting, When } from '#governance';
import type { AnsweredTimes } from '../asked-times.ts';
import type { Provenance } from '../provenance.ts';

export type MeetingSummary = Readonly<{
  meetingId: string;
  /** Absent, as the type and the time are, where the scheduling is not in the record. */
  bodyId?: string;
  meetingType?: meeting.MeetingType;
  title?: string;
  startsAt?: When;
  status: meeting.MeetingStatus;
  illustration?: true;
}>;

export type AgendaItemView = meeting.AgendaItem &
  Readonly<{
    /** When the body took it up. */
    openings: readonly Readonly<{ from: When; to?: When }>[];
    pulledFromConsent?: true;
    /** On what ground an item that was on no posted agenda was admitted. */
    offAgenda?: meeting.OffAgendaBasis;
    provenance: Provenance;
  }>;

/** What happened, as it was recorded; `type` is the event's. */
export type MeetingFact<E extends meeting.MeetingEvent> = E & Readonly<{ provenance: Provenance }>;

export type ClosedSessionView = Readonly<{
  authority?: string;
  itemIds: readonly string[];
  from?: When;
  to?: When;
  /** What was reported out: the only content of a closed session that is shown. */
  reports: readonly Readonly<{ action: string; votes?: string; provenance: Provenance }>[];
}>;

export type MeetingView = MeetingSummary &
  AnsweredTimes &
  Readonly<{
    /** Of the meeting's stream. */
    revision: number;
    timeZone: string;
    places: readonly meeting.Place[];
    remoteAccess?: string;
    presiding?: meeting.MeetingCalledToOrder['presiding'];
    cancelled?: MeetingFact<meeting.MeetingCancelled>;
    rescheduled: readonly MeetingFact<meeting.MeetingRescheduled>[];
    /** When the body sat: from the call to order or the end of a recess to the next recess or the end. */
    sittings: readonly Readonly<{ from: When; to?: When }>[];
    adjourned?: MeetingFact<meeting.MeetingAdjourned>;
    /** In the order in which the items were added. */
    agenda: readonly AgendaItemView[];
    postings: readonly MeetingFact<meeting.AgendaPosted>[];
    notices: readonly MeetingFact<meeting.NoticeGiven>[];
    writings: readonly MeetingFact<meeting.WritingDistributed>[];
    adjournmentNotices: readonly MeetingFact<meeting.AdjournmentNoticePosted>[];
    /** Every stay of every seat. */
    presence: readonly meeting.PresenceInterval[];
    quorum: readonly MeetingFact<meeting.QuorumEstablished | meeting.QuorumLost>[];
    recusals: readonly MeetingFact<meeting.RecusalRecorded>[];
    /** Rules of order that the body set aside. */
    suspensions: readonly MeetingFact<meeting.RulesSuspended>[];
    rulings: readonly MeetingFact<
      meeting.ChairRuled | meeting.RulingAppealed | meeting.RulingSustained | meeting.RulingOverturned
    >[];
    publicComment: readonly MeetingFact<meeting.PublicCommentOpened | meeting.PublicCommentClosed>[];
    closedSessions: readonly ClosedSessionView[];
  }>;
