import type { meeting, When } from '#governance';
import type { Provenance } from '../provenance.ts';

export type MeetingStatus = 'scheduled' | 'in_session' | 'in_recess' | 'adjourned' | 'cancelled';

export type MeetingSummary = Readonly<{
  meetingId: string;
  bodyId?: string;
  meetingType?: meeting.MeetingType;
  title?: string;
  startsAt?: When;
  status: MeetingStatus;
  illustration?: true;
}>;

export type AgendaItemView = meeting.AgendaItem &
  Readonly<{
    status: 'pending' | 'open' | 'closed' | 'removed';
    pulledFromConsent?: true;
    /** How an item that was on no posted agenda came up. */
    offAgenda?: meeting.OffAgendaBasis;
    provenance: Provenance;
  }>;

/** What happened besides the agenda and presence, as it was recorded: `type` is the event's. */
type Entry<E> = E & Readonly<{ provenance: Provenance }>;

export type ClosedSessionView = Readonly<{
  authority?: string;
  itemIds: readonly string[];
  from?: When;
  to?: When;
  /** What was reported out: the only content that a closed session shows. */
  reports: readonly Readonly<{ action: string; votes?: string; provenance: Provenance }>[];
}>;

export type MeetingView = MeetingSummary &
  Readonly<{
    /** Of the meeting's stream. */
    revision: number;
    timeZone: string;
    places: readonly meeting.Place[];
    remoteAccess?: string;
    presiding?: meeting.MeetingCalledToOrder['presiding'];
    calledToOrderAt?: When;
    adjournedAt?: When;
    adjournedTo?: When;
    cancelled?: Readonly<{ reason: string; provenance: Provenance }>;
    recesses: readonly Readonly<{ from: When; to?: When }>[];
    agenda: readonly AgendaItemView[];
    postings: readonly Entry<meeting.AgendaPosted>[];
    notices: readonly Entry<meeting.NoticeGiven>[];
    writings: readonly Entry<meeting.WritingDistributed>[];
    presence: readonly meeting.PresenceInterval[];
    quorum: readonly Entry<meeting.QuorumEstablished | meeting.QuorumLost>[];
    recusals: readonly Entry<meeting.RecusalRecorded>[];
    rulings: readonly Entry<
      meeting.ChairRuled | meeting.RulingAppealed | meeting.RulingSustained | meeting.RulingOverturned
    >[];
    publicComment: readonly Entry<meeting.PublicCommentOpened | meeting.PublicCommentClosed>[];
    closedSessions: readonly ClosedSessionView[];
  }>;
