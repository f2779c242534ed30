import { provenanceOf } from '../provenance.ts';
import { on } from '../runtime/index.ts';
import type { ReadModel } from '../runtime/index.ts';

/** Persons and which ids are one person's. Not of the public record: their events are never published. */
export const personsModel: ReadModel = {
  name: 'persons',
  version: 1,
  tables: `
    CREATE TABLE persons (person_id TEXT PRIMARY KEY, view TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE person_links (
      person_id TEXT NOT NULL,
      other_id TEXT NOT NULL,
      view TEXT NOT NULL,
      PRIMARY KEY (person_id, other_id)
    ) STRICT, WITHOUT ROWID;`,
  project: (db) => {
    const insert = db.prepare('INSERT OR REPLACE INTO persons VALUES (?, ?)');
    const link = db.prepare('INSERT OR REPLACE INTO person_links VALUES (?, ?, ?)');
    return on({
      PersonRegistered: (recorded) => {
        const { personId, keyId } = recorded.event;
        const key = keyId === undefined ? {} : { keyId };
        insert.run(personId, JSON.stringify({ personId, ...key, provenance: provenanceOf(recorded) }));
      },
      PersonsLinked: (recorded) => {
        const { otherPersonId, basis } = recorded.event;
        const view = { basis, provenance: provenanceOf(recorded) };
        for (const [id, other] of [
          [recorded.streamId, otherPersonId],
          [otherPersonId, recorded.streamId],
        ] as const)
          link.run(id, other, JSON.stringify({ personId: other, ...view }));
      },
    });
  },
};
