import type { body, Finding, meeting, RecordingMode, When } from '#governance';
import type { ProvenEntry } from '#transparency-log';

/** An event on which the answer rests, as the transparency log holds it; without an index it is not published yet. */
export type NoticeRecord = Partial<ProvenEntry> &
  Readonly<{
    stream: string;
    type: string;
    eventId: string;
    /** By the record's own word. */
    occurredAt: When;
    recordingMode: RecordingMode;
  }>;

/** What is proven of the notice of a meeting, and by what: enough to check it without a network. */
export type NoticeProofView = Readonly<{
  meetingId: string;
  bodyId: string;
  meetingType: meeting.MeetingType;
  /** As it was scheduled last. */
  startsAt: When;
  /** The open-meeting law of the body then. */
  regime: body.Regime;
  /** What the law, and clauses of the body's instruments, ask of the notice of such a meeting. */
  demands: readonly meeting.NoticeDemand[];
  /** Why there are none: no hours are asked of this kind of meeting, or none of this body. */
  withoutDemands?: 'kind_of_meeting' | 'regime';
  /**
   * `NOTICE_PROVEN`, `NOTICE_CLAIMED_ONLY` or `NOTICE_TOO_LATE_PROVEN` for each demand, with the margin in hours: by
   * the clocks of witnesses, never by that of the ledger.
   */
  findings: readonly Finding[];
  records: readonly NoticeRecord[];
}>;
