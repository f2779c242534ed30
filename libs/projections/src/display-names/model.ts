import { on } from '../runtime/index.ts';
import type { ReadModel } from '../runtime/index.ts';

/** How seats show who sits in them, and whose names are public: never the names, which stand in the directory. */
export const displayNamesModel: ReadModel = {
  name: 'display-names',
  version: 1,
  tables: `
    CREATE TABLE seat_display (
      body_id TEXT NOT NULL,
      seat_id TEXT NOT NULL,
      policy TEXT NOT NULL,
      minor INTEGER NOT NULL,
      PRIMARY KEY (body_id, seat_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE published_names (
      person_id TEXT PRIMARY KEY,
      name_digest TEXT NOT NULL,
      event_id TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;`,
  project: (db) => {
    const display = db.prepare('INSERT OR REPLACE INTO seat_display VALUES (?, ?, ?, ?)');
    const publish = db.prepare('INSERT OR REPLACE INTO published_names VALUES (?, ?, ?)');
    return on({
      DisplayNamePolicySet: ({ streamId, event: { seatId, policy, minor } }) =>
        void display.run(streamId, seatId, policy, Number(minor)),
      PersonNamePublished: ({ streamId, eventId, event }) =>
        void publish.run(streamId, event.nameDigest, eventId),
    });
  },
};
