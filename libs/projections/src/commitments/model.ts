import type { commitment, Recorded } from '#governance';
import { entriesTable, entryWriter } from '../entries.ts';
import { on } from '../runtime/index.ts';
import type { ReadModel } from '../runtime/index.ts';

export const commitmentEntries = 'commitment_entries';

/** Commitments, folded from their events when asked, as of any time. */
export const commitmentsModel: ReadModel = {
  name: 'commitments',
  version: 1,
  tables: `
    ${entriesTable(commitmentEntries)}
    CREATE TABLE commitments (
      -- Of the first event: the order of lists.
      position INTEGER PRIMARY KEY,
      commitment_id TEXT NOT NULL UNIQUE,
      recorded_at TEXT NOT NULL,
      body_id TEXT,
      kind TEXT NOT NULL
    ) STRICT;
    CREATE INDEX commitments_by_body ON commitments (body_id, position);`,
  project: (db, beforeCommit) => {
    const add = entryWriter(db, beforeCommit, commitmentEntries);
    const insert = db.prepare('INSERT OR REPLACE INTO commitments VALUES (?, ?, ?, ?, ?)');
    const keep = (recorded: Recorded<commitment.CommitmentEvent>): void => add(recorded.streamId, recorded);
    return on({
      CommitmentMade: (recorded) => {
        const { event, position, recordedAt, streamId } = recorded;
        keep(recorded);
        insert.run(position, streamId, recordedAt, event.bodyId ?? null, event.kind);
      },
      CommitmentRevised: keep,
      CommitmentProgressReported: keep,
      CommitmentMet: keep,
      CommitmentMissed: keep,
      CommitmentReleased: keep,
    });
  },
};
