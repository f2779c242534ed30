import type { meeting, When } from '#governance';
import { asTheyStand, entriesAt } from '../asked-times.ts';
import type { AskedTimes } from '../asked-times.ts';
import { entriesOf } from '../entries.ts';
import { pageOf } from '../page.ts';
import type { Listing, Page, PageRequest } from '../page.ts';
import type { Reads } from '../runtime/index.ts';
import { meetingView } from './meeting-view.ts';
import { meetingEntries } from './model.ts';
import { rowOf, summaryOf } from './row.ts';
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

const meetingAt = (reads: Reads, meetingId: string, times: AskedTimes) =>
  entriesAt(entriesOf<meeting.MeetingEvent>(reads, meetingEntries, meetingId), times);

const isAsked =
  ({ status, from, to }: MeetingFilter) =>
  (row: MeetingRow): boolean =>
    (status === undefined || row.status === status) &&
    (!from || row.starts_latest >= from.earliest) &&
    (!to || row.starts_earliest <= to.latest);

/** The meetings as they stood at other times than now: each is folded, so a page may hold fewer than its limit. */
function listedAt(
  reads: Reads,
  request: MeetingFilter & PageRequest,
  times: AskedTimes,
): Page<MeetingSummary> {
  const then: Listing<MeetingRow, MeetingRow | undefined> = {
    ...latestFirst,
    item: ({ meeting_id: id }) => rowOf(id, meetingAt(reads, id, times).entries),
  };
  const { items, ...page } = pageOf(reads, then, [['body_id = ?', request.bodyId]], request);
  const known = items.filter((row) => row !== undefined).filter(isAsked(request));
  return { ...page, items: known.map(summaryOf) };
}

/**
 * Latest first: by when they are, or were, held as it is known now. With times, as they stood then; a page may then
 * hold fewer entries than its limit.
 *
 * @throws InvalidCursor
 */
export function listMeetings(
  reads: Reads,
  { asOf, knownAt, ...request }: MeetingFilter & PageRequest & AskedTimes = {},
): Page<MeetingSummary> {
  if (!asTheyStand({ asOf, knownAt })) return listedAt(reads, request, { asOf, knownAt });
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

/** undefined for a meeting that is not in the record, or was not by the times that are asked for. */
export function getMeeting(reads: Reads, meetingId: string, asked: AskedTimes = {}): MeetingView | undefined {
  const { entries, times } = meetingAt(reads, meetingId, asked);
  const row = rowOf(meetingId, entries);
  return row && meetingView({ ...summaryOf(row), ...times }, entries);
}

/** The body that meets, in whose zone dates are read. */
export const bodyOfMeeting = (reads: Reads, meetingId: string): string | undefined =>
  reads.get<{ id: string | null }>('SELECT body_id AS id FROM meetings WHERE meeting_id = ?', meetingId)
    ?.id ?? undefined;
