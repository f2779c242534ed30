import type { ReadModel, Reads } from '../runtime/index.ts';

/** A read model of the least kind: the position of every event, each of which may come once only. */
export const places = (version = 1): ReadModel => ({
  name: 'places',
  version,
  tables: 'CREATE TABLE places (position INTEGER PRIMARY KEY) STRICT;',
  project: (db) => {
    const insert = db.prepare('INSERT INTO places VALUES (?)');
    return ({ position }) => {
      insert.run(position);
    };
  },
});

export const countOfPlaces = (reads: Reads): number =>
  reads.get<{ count: number }>('SELECT count(*) AS count FROM places')?.count ?? 0;

/** A read model that takes every event but one. */
export const chokingAt = (position: number): ReadModel => ({
  name: 'choking',
  version: 1,
  tables: 'CREATE TABLE choking (position INTEGER PRIMARY KEY) STRICT;',
  project: () => (recorded) => {
    if (recorded.position === position) throw new Error('cannot take it');
  },
});
