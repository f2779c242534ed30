import type { Database } from 'better-sqlite3';
import { entriesTable, entryWriter } from '../entries.ts';
import { on } from '../runtime/index.ts';
import type { ReadModel } from '../runtime/index.ts';
import { isRegisterEvent } from './document.ts';

export const bodyEntries = 'body_entries';

const tables = `
  CREATE TABLE bodies (
    body_id TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    classification TEXT,
    time_zone TEXT NOT NULL DEFAULT 'UTC',
    parent_body_id TEXT,
    status TEXT NOT NULL DEFAULT 'established',
    illustration INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX bodies_by_name ON bodies (name, body_id);
  CREATE INDEX bodies_by_parent ON bodies (parent_body_id) WHERE parent_body_id IS NOT NULL;
  CREATE TABLE body_successors (
    successor_id TEXT NOT NULL,
    body_id TEXT NOT NULL,
    PRIMARY KEY (successor_id, body_id)
  ) STRICT, WITHOUT ROWID;
  ${entriesTable(bodyEntries)}`;

function statements(db: Database) {
  return {
    seen: db.prepare('INSERT OR IGNORE INTO bodies (body_id) VALUES (?)'),
    establish: db.prepare(
      `UPDATE bodies SET name = ?, classification = ?, time_zone = ?, parent_body_id = ?, illustration = ?
       WHERE body_id = ?`,
    ),
    succeed: db.prepare('INSERT OR IGNORE INTO body_successors VALUES (?, ?)'),
    succeeded: db.prepare(
      `UPDATE bodies SET status = 'succeeded' WHERE body_id = ? AND status <> 'dissolved'`,
    ),
    dissolved: db.prepare(`UPDATE bodies SET status = 'dissolved' WHERE body_id = ?`),
  };
}

const listing = (to: ReturnType<typeof statements>) =>
  on({
    BodyEstablished: ({ streamId, event, envelope }) => {
      const { name, classification, timeZone, parentBodyId = null } = event;
      const illustration = envelope.illustration ? 1 : 0;
      to.establish.run(name, classification, timeZone, parentBodyId, illustration, streamId);
    },
    BodySucceeded: ({ streamId, event }) => {
      to.succeed.run(event.successorId, streamId);
      to.succeeded.run(streamId);
    },
    BodyDissolved: ({ streamId }) => to.dissolved.run(streamId),
  });

/** The register of bodies: a list, and what happened to each. A body itself is folded from that when asked for. */
export const bodiesModel: ReadModel = {
  name: 'bodies',
  version: 5,
  tables,
  project: (db, beforeCommit) => {
    const to = statements(db);
    const list = listing(to);
    const add = entryWriter(db, beforeCommit, bodyEntries);
    return (recorded) => {
      if (recorded.category !== 'body') return;
      const { streamId, event } = recorded;
      to.seen.run(streamId);
      // Seats and who sits in them are the composition's: here they only count for the revision.
      add(streamId, recorded, isRegisterEvent(event) ? event : { type: event.type });
      list(recorded);
    };
  },
};
