import type { meeting, When } from '#governance';
import { entriesOf } from '../entries.ts';
import { pageOf } from '../page.ts';
import type { Listing, Page, PageRequest } from '../page.ts';
import type { Reads } from '../runtime/index.ts';
import { meetingView } from './meeting-view.ts';
import { meetingEntries } from './model.ts';
import { summaryOf } from './row.ts';
import type { MeetingRow } from './row.ts';
import type { MeetingSummary, MeetingView } from './views.ts';

export type MeetingFilter = Readonly<{
  bodyId?: string | undefined;
  status?: meeting.MeetingStatus | undefined;
  /** Meetings that began, or may have begun, at or after this time. */
  from?: When | undefined;
  /** Meetings that began, or may have begun, at or before this time; a day counts to its end. */
  to?: When | undefined;
}>;

const latestFirst: Listing<MeetingRow, MeetingSummary> = {
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
  const row = reads.get<MeetingRow>('SELECT * FROM meetings WHERE meeting_id = ?', meetingId);
  return row && meetingView(summaryOf(row), entriesOf(reads, meetingEntries, meetingId));
}
