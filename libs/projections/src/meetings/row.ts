import type { meeting, Recorded } from '#governance';
import type { RowTable } from '../batched.ts';
import { packWhen, unpackWhen } from '../packed-when.ts';
import type { MeetingSummary } from './views.ts';

/** What lists of meetings show and are filtered by. */
export type MeetingRow = Readonly<{
  meeting_id: string;
  body_id: string | null;
  meeting_type: meeting.MeetingType | null;
  title: string | null;
  starts: string | null;
  starts_earliest: string;
  starts_latest: string;
  status: meeting.MeetingStatus;
  illustration: number;
}>;

export const meetingRows: RowTable<MeetingRow> = {
  table: 'meetings',
  columns: [
    'meeting_id',
    'body_id',
    'meeting_type',
    'title',
    'starts',
    'starts_earliest',
    'starts_latest',
    'status',
    'illustration',
  ],
};

/** Events that change the row. */
export type ListedEvent =
  | meeting.MeetingScheduled
  | meeting.MeetingRescheduled
  | meeting.MeetingCancelled
  | meeting.MeetingCalledToOrder
  | meeting.MeetingRecessed
  | meeting.MeetingReconvened
  | meeting.MeetingAdjourned;

/** A meeting of which no event was seen before. */
const unseen = ({ streamId, envelope }: Recorded): MeetingRow => ({
  meeting_id: streamId,
  body_id: null,
  meeting_type: null,
  title: null,
  starts: null,
  starts_earliest: '',
  starts_latest: '',
  status: 'scheduled',
  illustration: envelope.illustration ? 1 : 0,
});

const starting = ({
  startsAt,
}: meeting.MeetingScheduled | meeting.MeetingRescheduled): Partial<MeetingRow> => ({
  starts: packWhen(startsAt),
  starts_earliest: startsAt.earliest,
  starts_latest: startsAt.latest,
});

/** What is typed from minutes may come in any order: a recess remembered later does not reopen a meeting. */
function becoming({ status }: MeetingRow, next: meeting.MeetingStatus): Partial<MeetingRow> {
  const isOver = status === 'cancelled' || (status === 'adjourned' && next !== 'cancelled');
  return isOver ? {} : { status: next };
}

function changes(row: MeetingRow, event: ListedEvent): Partial<MeetingRow> {
  switch (event.type) {
    case 'MeetingScheduled': {
      const { bodyId, meetingType, title } = event;
      return { body_id: bodyId, meeting_type: meetingType, title: title ?? null, ...starting(event) };
    }
    case 'MeetingRescheduled':
      return starting(event);
    case 'MeetingCancelled':
      return becoming(row, 'cancelled');
    case 'MeetingCalledToOrder':
    case 'MeetingReconvened':
      return becoming(row, 'in_session');
    case 'MeetingRecessed':
      return becoming(row, 'recessed');
    case 'MeetingAdjourned':
      return becoming(row, 'adjourned');
  }
}

export function rowAfter(row: MeetingRow | undefined, recorded: Recorded<ListedEvent>): MeetingRow {
  const before = row ?? unseen(recorded);
  return { ...before, ...changes(before, recorded.event) };
}

export const summaryOf = (row: MeetingRow): MeetingSummary => ({
  meetingId: row.meeting_id,
  ...(row.body_id !== null && { bodyId: row.body_id }),
  ...(row.meeting_type !== null && { meetingType: row.meeting_type }),
  ...(row.title !== null && { title: row.title }),
  ...(row.starts !== null && { startsAt: unpackWhen(row.starts) }),
  status: row.status,
  ...(row.illustration === 1 && { illustration: true }),
});
