import type { Database } from 'better-sqlite3';
import type { meeting, Recorded } from '#governance';
import { entriesTable, entryWriter } from '../entries.ts';
import { packWhen } from '../packed-when.ts';
import { on } from '../runtime/index.ts';
import type { Project, ReadModel } from '../runtime/index.ts';
import type { MeetingStatus } from './views.ts';

export const meetingEntries = 'meeting_entries';

const tables = `
  CREATE TABLE meetings (
    meeting_id TEXT PRIMARY KEY,
    body_id TEXT,
    meeting_type TEXT,
    title TEXT,
    starts TEXT,
    -- The bounds between which it begins; lists are ordered by the first. Empty where it is not known.
    starts_earliest TEXT NOT NULL DEFAULT '',
    starts_latest TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'scheduled',
    illustration INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX meetings_in_order ON meetings (starts_earliest, meeting_id);
  CREATE INDEX meetings_by_body ON meetings (body_id, starts_earliest, meeting_id);
  ${entriesTable(meetingEntries)}`;

function statements(db: Database) {
  return {
    see: db.prepare('INSERT OR IGNORE INTO meetings (meeting_id, illustration) VALUES (?, ?)'),
    describe: db.prepare('UPDATE meetings SET body_id = ?, meeting_type = ?, title = ? WHERE meeting_id = ?'),
    setStart: db.prepare(
      'UPDATE meetings SET starts = ?, starts_earliest = ?, starts_latest = ? WHERE meeting_id = ?',
    ),
    // What is typed from minutes may come in any order: a recess remembered later does not reopen a meeting.
    setStatus: db.prepare(
      `UPDATE meetings SET status = @status
       WHERE meeting_id = @meetingId AND status <> 'cancelled' AND (status <> 'adjourned' OR @status = 'cancelled')`,
    ),
  };
}

/** Keeps what lists of meetings show and are filtered by. */
function lister(db: Database): Project {
  const { see, describe, setStart, setStatus } = statements(db);
  const seen = ({ streamId, envelope }: Recorded): void => {
    see.run(streamId, envelope.illustration ? 1 : 0);
  };
  const start = ({
    streamId,
    event,
  }: Recorded<meeting.MeetingScheduled | meeting.MeetingRescheduled>): void => {
    const { startsAt } = event;
    setStart.run(packWhen(startsAt), startsAt.earliest, startsAt.latest, streamId);
  };
  const becomes =
    (status: MeetingStatus): Project =>
    (recorded) => {
      seen(recorded);
      setStatus.run({ status, meetingId: recorded.streamId });
    };
  return on({
    MeetingScheduled: (recorded) => {
      const { bodyId, meetingType, title } = recorded.event;
      seen(recorded);
      describe.run(bodyId, meetingType, title ?? null, recorded.streamId);
      start(recorded);
    },
    MeetingRescheduled: (recorded) => {
      seen(recorded);
      start(recorded);
    },
    MeetingCancelled: becomes('cancelled'),
    MeetingCalledToOrder: becomes('in_session'),
    MeetingRecessed: becomes('recessed'),
    MeetingReconvened: becomes('in_session'),
    MeetingAdjourned: becomes('adjourned'),
  });
}

/** Lists of meetings, and every event of each: a meeting itself is folded from them when asked for. */
export const meetingsModel: ReadModel = {
  name: 'meetings',
  version: 1,
  tables,
  project: (db) => {
    const list = lister(db);
    const write = entryWriter(db, meetingEntries);
    return (recorded) => {
      if (recorded.category !== 'meeting') return;
      list(recorded);
      write(recorded.streamId, recorded);
    };
  },
};
