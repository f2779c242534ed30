import type { When } from '#governance';
import { entriesOf } from '../entries.ts';
import { unpackWhen } from '../packed-when.ts';
import { pageOf } from '../page.ts';
import type { Listing, Page, PageRequest } from '../page.ts';
import type { Reads } from '../runtime/index.ts';
import { meetingView } from './meeting-view.ts';
import { meetingEntries } from './model.ts';
import type { MeetingStatus, MeetingSummary, MeetingView } from './views.ts';

export type MeetingFilter = Readonly<{
  bodyId?: string | undefined;
  status?: MeetingStatus | undefined;
  /** Meetings that began, or may have begun, at or after this time. */
  from?: When | undefined;
  /** Meetings that began, or may have begun, at or before this time; a day counts to its end. */
  to?: When | undefined;
}>;

type Row = Readonly<{
  meeting_id: string;
  body_id: string | null;
  meeting_type: NonNullable<MeetingSummary['meetingType']> | null;
  title: string | null;
  starts: string | null;
  starts_earliest: string;
  starts_latest: string;
  status: MeetingStatus;
  illustration: number;
}>;

const summaryOf = (row: Row): MeetingSummary => ({
  meetingId: row.meeting_id,
  ...(row.body_id !== null && { bodyId: row.body_id }),
  ...(row.meeting_type !== null && { meetingType: row.meeting_type }),
  ...(row.title !== null && { title: row.title }),
  ...(row.starts !== null && { startsAt: unpackWhen(row.starts) }),
  status: row.status,
  ...(row.illustration === 1 && { illustration: true }),
});

const latestFirst: Listing<Row, MeetingSummary> = {
  select: 'SELECT * FROM meetings',
  orderBy: ['starts_earliest', 'meeting_id'],
  direction: 'DESC',
  item: summaryOf,
};

/** Latest first. @throws InvalidCursor */
export function listMeetings(reads: Reads, request: MeetingFilter & PageRequest = {}): Page<MeetingSummary> {
  const { bodyId, status, from, to } = request;
  return pageOf(
    reads,
    latestFirst,
    [
      ['body_id = ?', bodyId],
      ['status = ?', status],
      ['starts_latest >= ?', from?.earliest],
      ['starts_earliest <= ?', to?.latest],
    ],
    request,
  );
}

/** undefined for a meeting that is not in the record. */
export function getMeeting(reads: Reads, meetingId: string): MeetingView | undefined {
  const row = reads.get<Row>('SELECT * FROM meetings WHERE meeting_id = ?', meetingId);
  return row && meetingView(summaryOf(row), entriesOf(reads, meetingEntries, meetingId));
}
