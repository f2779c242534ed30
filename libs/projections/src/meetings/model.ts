import type { Recorded } from '#governance';
import { batchedRows } from '../batched.ts';
import { entriesTable, entryWriter } from '../entries.ts';
import { on } from '../runtime/index.ts';
import type { ReadModel } from '../runtime/index.ts';
import { meetingRows, rowAfter } from './row.ts';
import type { ListedEvent, MeetingRow } from './row.ts';

export const meetingEntries = 'meeting_entries';

/** The list of meetings, and every event of each: a meeting itself is folded from them when asked for. */
export const meetingsModel: ReadModel = {
  name: 'meetings',
  version: 1,
  tables: `
    CREATE TABLE meetings (
      meeting_id TEXT PRIMARY KEY,
      -- Absent, as the type and the time are, where the scheduling is not in the record.
      body_id TEXT,
      meeting_type TEXT,
      title TEXT,
      starts TEXT,
      -- The bounds between which it begins; lists are ordered by the first.
      starts_earliest TEXT NOT NULL,
      starts_latest TEXT NOT NULL,
      status TEXT NOT NULL,
      illustration INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX meetings_in_order ON meetings (starts_earliest, meeting_id);
    CREATE INDEX meetings_by_body ON meetings (body_id, starts_earliest, meeting_id);
    ${entriesTable(meetingEntries)}`,
  project: (db, beforeCommit) => {
    const rows = batchedRows<MeetingRow>(db, beforeCommit, meetingRows);
    const add = entryWriter(db, beforeCommit, meetingEntries);
    const list = (recorded: Recorded<ListedEvent>): void => {
      const { revision, streamId } = recorded;
      if (revision === 0) rows.add(streamId, rowAfter(undefined, recorded));
      else rows.put(streamId, rowAfter(rows.get(streamId), recorded));
    };
    const change = on({
      MeetingScheduled: list,
      MeetingRescheduled: list,
      MeetingCancelled: list,
      MeetingCalledToOrder: list,
      MeetingRecessed: list,
      MeetingReconvened: list,
      MeetingAdjourned: list,
    });
    return (recorded) => {
      if (recorded.category !== 'meeting') return;
      change(recorded);
      add(recorded.streamId, recorded);
    };
  },
};
