import type { Envelope, meeting, Recorded } from '#governance';
import type { RowTable } from '../batched.ts';
import type { Entry } from '../entries.ts';
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

type Told = Pick<Recorded<ListedEvent>, 'streamId' | 'event'> &
  Readonly<{ envelope: Pick<Envelope, 'illustration'> }>;

/** A meeting of which no event was seen before. */
const unseen = ({ streamId, envelope }: Told): MeetingRow => ({
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

export function rowAfter(row: MeetingRow | undefined, recorded: Told): MeetingRow {
  const before = row ?? unseen(recorded);
  return { ...before, ...changes(before, recorded.event) };
}

const listedTypes: ReadonlySet<string> = new Set(
  Object.keys({
    MeetingScheduled: true,
    MeetingRescheduled: true,
    MeetingCancelled: true,
    MeetingCalledToOrder: true,
    MeetingRecessed: true,
    MeetingReconvened: true,
    MeetingAdjourned: true,
  } satisfies Record<ListedEvent['type'], true>),
);

const isListed = (entry: Entry<meeting.MeetingEvent>): entry is Entry<ListedEvent> =>
  listedTypes.has(entry.event.type);

/** The row to which some of a meeting's events come; undefined where none of them says when it is or how it stands. */
export const rowOf = (
  meetingId: string,
  entries: readonly Entry<meeting.MeetingEvent>[],
): MeetingRow | undefined =>
  entries
    .filter(isListed)
    .reduce<MeetingRow | undefined>(
      (row, { event, provenance }) => rowAfter(row, { streamId: meetingId, event, envelope: provenance }),
      undefined,
    );

export const summaryOf = (row: MeetingRow): MeetingSummary => ({
  meetingId: row.meeting_id,
  ...(row.body_id !== null && { bodyId: row.body_id }),
  ...(row.meeting_type !== null && { meetingType: row.meeting_type }),
  ...(row.title !== null && { title: row.title }),
  ...(row.starts !== null && { startsAt: unpackWhen(row.starts) }),
  status: row.status,
  ...(row.illustration === 1 && { illustration: true }),
});
