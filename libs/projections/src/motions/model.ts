import { batchedRows } from '../batched.ts';
import type { ReadModel } from '../runtime/index.ts';
import { motionRows, rowAfter, statusAfter } from './row.ts';
import type { MotionRow } from './row.ts';

/** The list of motions; a motion itself is folded from its timeline when asked for. */
export const motionsModel: ReadModel = {
  name: 'motions',
  version: 2,
  tables: `
    CREATE TABLE motions (
      -- Of the first event: the order of lists.
      position INTEGER PRIMARY KEY,
      motion_id TEXT NOT NULL UNIQUE,
      -- Absent, as the title is, where the draft is not in the record.
      body_id TEXT,
      title TEXT,
      status TEXT NOT NULL,
      -- Before a ruling or a reconsideration interrupted the motion.
      status_before TEXT,
      -- Before which the motion is, or was last.
      meeting_id TEXT,
      -- Absent where the draft is not in the record.
      classification TEXT,
      -- The motion to which it applies.
      applies_to TEXT,
      illustration INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX motions_by_body ON motions (body_id, position);
    CREATE INDEX motions_by_applies_to ON motions (applies_to, position) WHERE applies_to IS NOT NULL;
    CREATE INDEX motions_by_meeting ON motions (meeting_id, position) WHERE meeting_id IS NOT NULL;`,
  project: (db, beforeCommit) => {
    const rows = batchedRows<MotionRow>(db, beforeCommit, motionRows);
    return (recorded) => {
      const { category, event, revision, streamId } = recorded;
      const status = category === 'motion' ? statusAfter(event.type) : undefined;
      if (status === undefined) return;
      if (revision === 0) rows.add(streamId, rowAfter(undefined, recorded, status));
      else rows.put(streamId, rowAfter(rows.get(streamId), recorded, status));
    };
  },
};
