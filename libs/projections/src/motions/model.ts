import type { Database } from 'better-sqlite3';
import type { motion, Recorded } from '#governance';
import { on } from '../runtime/index.ts';
import type { Project, ReadModel } from '../runtime/index.ts';
import { statusAfter } from './status.ts';

/** Where a motion stands after an event; a row is made for one whose draft is not in the record. */
function statusWriter(db: Database): Project {
  const update = db.prepare(
    `INSERT INTO motions (motion_id, status, position, illustration) VALUES (?, ?, ?, ?)
     ON CONFLICT (motion_id) DO UPDATE SET status = excluded.status`,
  );
  return ({ event, streamId, position, envelope }) => {
    const status = statusAfter(event.type);
    if (status !== undefined) update.run(streamId, status, position, envelope.illustration ? 1 : 0);
  };
}

/** Events that may bring a motion before a meeting. */
type Sited =
  | motion.MotionAgendized
  | motion.MotionMoved
  | motion.MotionResumed
  | motion.MotionTakenFromTable
  | motion.VoteOpened;

/** What lists of motions show and are filtered by; a motion itself is folded from its timeline when asked for. */
export const motionsModel: ReadModel = {
  name: 'motions',
  version: 1,
  tables: `
    CREATE TABLE motions (
      motion_id TEXT PRIMARY KEY,
      -- Of the first event: the order of lists.
      position INTEGER NOT NULL,
      body_id TEXT,
      title TEXT,
      status TEXT NOT NULL,
      meeting_id TEXT,
      illustration INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX motions_in_order ON motions (position);
    CREATE INDEX motions_by_body ON motions (body_id, position);
    CREATE INDEX motions_by_meeting ON motions (meeting_id, position) WHERE meeting_id IS NOT NULL;`,
  project: (db) => {
    const setStatus = statusWriter(db);
    const describe = db.prepare('UPDATE motions SET body_id = ?, title = ? WHERE motion_id = ?');
    const setMeeting = db.prepare('UPDATE motions SET meeting_id = ? WHERE motion_id = ?');
    const site = ({ streamId, event }: Recorded<Sited>): void => {
      if (event.meetingId !== undefined) setMeeting.run(event.meetingId, streamId);
    };
    const also = on({
      MotionDrafted: ({ streamId, event }) => {
        describe.run(event.bodyId, event.title, streamId);
      },
      MotionAgendized: site,
      MotionMoved: site,
      MotionResumed: site,
      MotionTakenFromTable: site,
      VoteOpened: site,
    });
    return (recorded) => {
      setStatus(recorded);
      also(recorded);
    };
  },
};
