import { streamName } from '#governance';
import type { DomainEvent, meeting, When } from '#governance';
import { getMeeting, readsOn } from '#projections';
import type { MeetingView, ReadModel, Reads } from '#projections';

/** A meeting as calendars show it. */
export type CalendarEntry = Readonly<{
  meetingId: string;
  /** Id of the first event of the meeting: unique everywhere, and it stays (RFC 7986 §5.3). */
  uid: string;
  /** Rises with every change of time or place, and when it is cancelled (RFC 5545 §3.8.7.4). */
  sequence: number;
  /** When what a calendar shows was recorded first and last, ISO 8601. */
  createdAt: string;
  modifiedAt: string;
  bodyId?: string | undefined;
  title?: string | undefined;
  meetingType?: meeting.MeetingType | undefined;
  startsAt?: When | undefined;
  endedAt?: When | undefined;
  status: meeting.MeetingStatus;
  reason?: string | undefined;
  places: readonly meeting.Place[];
  remoteAccess?: string | undefined;
  agenda: readonly Readonly<{ number: string; title: string }>[];
  illustration?: true | undefined;
}>;

/** Whether a change of it is another appointment, or only more that is said of it. */
const shown: ReadonlyMap<DomainEvent['type'], 'moves' | 'tells'> = new Map([
  ['MeetingScheduled', 'tells'],
  ['MeetingRescheduled', 'moves'],
  ['MeetingCancelled', 'moves'],
  ['AgendaItemAdded', 'tells'],
  ['AgendaItemRevised', 'tells'],
  ['AgendaItemRemoved', 'tells'],
  ['OffAgendaItemAdmitted', 'tells'],
  ['MeetingAdjourned', 'tells'],
]);

type Told = Omit<CalendarEntry, 'uid' | 'sequence' | 'createdAt' | 'modifiedAt'>;

function toldOf({ meetingId, agenda, cancelled, adjourned, ...view }: MeetingView): Told {
  const { bodyId, title, meetingType, startsAt, status, places, remoteAccess, illustration } = view;
  const told = { bodyId, title, meetingType, startsAt, status, places, remoteAccess, illustration };
  return {
    meetingId,
    ...told,
    ...(cancelled && { reason: cancelled.reason }),
    ...(adjourned && { endedAt: adjourned.provenance.occurredAt }),
    agenda: agenda.map(({ number, title: item }) => ({ number, title: item })),
  };
}

/** Meetings as calendars show them. Comes after the meetings. */
export const calendarModel: ReadModel = {
  name: 'calendar',
  version: 1,
  tables: `
    CREATE TABLE calendar (
      meeting_id TEXT PRIMARY KEY,
      uid TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      created_at TEXT NOT NULL,
      modified_at TEXT NOT NULL,
      body_id TEXT,
      starts TEXT NOT NULL DEFAULT '',
      -- JSON.
      told TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX calendar_of_body ON calendar (body_id, starts);`,
  project: (db, beforeCommit) => {
    const reads = readsOn(db);
    const begin = db.prepare(
      'INSERT OR IGNORE INTO calendar (meeting_id, uid, sequence, created_at, modified_at) VALUES (?, ?, 0, ?, ?)',
    );
    const change = db.prepare(
      'UPDATE calendar SET modified_at = ?, sequence = sequence + ? WHERE meeting_id = ?',
    );
    const tell = db.prepare('UPDATE calendar SET body_id = ?, starts = ?, told = ? WHERE meeting_id = ?');
    const changed = new Set<string>();
    beforeCommit(() => {
      for (const meetingId of changed) {
        const view = getMeeting(reads, meetingId);
        if (view)
          tell.run(
            view.bodyId ?? null,
            view.startsAt?.earliest ?? '',
            JSON.stringify(toldOf(view)),
            meetingId,
          );
      }
      changed.clear();
    });
    return ({ stream, streamId, eventId, event, recordedAt }) => {
      const kind = shown.get(event.type);
      if (kind === undefined || stream !== streamName('meeting', streamId)) return;
      begin.run(streamId, eventId, recordedAt, recordedAt);
      change.run(recordedAt, kind === 'moves' ? 1 : 0, streamId);
      changed.add(streamId);
    };
  },
};

type Row = Readonly<{ uid: string; sequence: number; created_at: string; modified_at: string; told: string }>;

const entryOf = ({ told, uid, sequence, created_at, modified_at }: Row): CalendarEntry => ({
  ...(JSON.parse(told) as Told),
  uid,
  sequence,
  createdAt: created_at,
  modifiedAt: modified_at,
});

/** The latest meetings of a body, and those that come. */
export const calendarOfBody = (reads: Reads, bodyId: string, limit: number): readonly CalendarEntry[] =>
  reads
    .all<Row>(
      'SELECT * FROM calendar WHERE body_id = ? ORDER BY starts DESC, meeting_id LIMIT ?',
      bodyId,
      limit,
    )
    .map(entryOf);

export function calendarEntry(reads: Reads, meetingId: string): CalendarEntry | undefined {
  const row = reads.get<Row>('SELECT * FROM calendar WHERE meeting_id = ?', meetingId);
  return row && entryOf(row);
}
