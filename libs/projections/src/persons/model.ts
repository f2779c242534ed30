import { provenanceOf } from '../provenance.ts';
import { on } from '../runtime/index.ts';
import type { ReadModel } from '../runtime/index.ts';

/** Persons and which ids are one person's. Not of the public record: their events are never published. */
export const personsModel: ReadModel = {
  name: 'persons',
  version: 2,
  tables: `
    CREATE TABLE persons (person_id TEXT PRIMARY KEY, view TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE person_links (
      person_id TEXT NOT NULL,
      other_id TEXT NOT NULL,
      view TEXT NOT NULL,
      PRIMARY KEY (person_id, other_id)
    ) STRICT, WITHOUT ROWID;
    -- The name as the record has it, which is nothing without the key of the person; none once that is destroyed.
    CREATE TABLE person_data (
      person_id TEXT PRIMARY KEY,
      position INTEGER NOT NULL,
      sealed TEXT,
      minor INTEGER NOT NULL,
      published INTEGER NOT NULL,
      erasure TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX person_data_by_position ON person_data (position);`,
  project: (db) => {
    const insert = db.prepare('INSERT OR REPLACE INTO persons VALUES (?, ?)');
    const begin = db.prepare('INSERT OR IGNORE INTO person_data VALUES (?, 0, NULL, 0, 0, NULL)');
    const change = (sql: string) => {
      const update = db.prepare(`UPDATE person_data SET ${sql} WHERE person_id = ?`);
      return (personId: string, ...values: readonly (string | number)[]): void => {
        begin.run(personId);
        update.run(...values, personId);
      };
    };
    const data = change('position = ?, sealed = ?');
    const minority = change('minor = ?');
    const publication = change('published = ?');
    const erasure = change('position = ?, sealed = NULL, published = 0, erasure = ?');
    const link = db.prepare('INSERT OR REPLACE INTO person_links VALUES (?, ?, ?)');
    return on({
      PersonRegistered: (recorded) => {
        const { personId, keyId } = recorded.event;
        const key = keyId === undefined ? {} : { keyId };
        insert.run(personId, JSON.stringify({ personId, ...key, provenance: provenanceOf(recorded) }));
      },
      PersonDataChanged: ({ streamId, position, event: { algorithm, sealed } }) =>
        data(streamId, position, JSON.stringify({ algorithm, sealed })),
      PersonMinoritySet: ({ streamId, event }) => minority(streamId, Number(event.minor)),
      PersonNamePublished: ({ streamId }) => publication(streamId, 1),
      PersonNameWithdrawn: ({ streamId }) => publication(streamId, 0),
      PersonErased: ({ streamId, position }) => erasure(streamId, position, 'under_way'),
      PersonDataErased: ({ streamId, position }) => erasure(streamId, position, 'done'),
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
