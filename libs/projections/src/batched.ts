import type { Database } from 'better-sqlite3';
import { parsed } from './json.ts';
import type { BeforeCommit, SqlValue } from './runtime/index.ts';

/*
 * Things that change with every other event, read and written at most once in a batch: where a batch holds a
 * whole motion, from draft to disposition, its rows are written once, and what only it needed never.
 */

export type Batched<T> = Readonly<{
  get: (key: string) => T | undefined;
  /** A thing that the table cannot have yet: spares looking for it. */
  add: (key: string, value: T) => void;
  put: (key: string, value: T) => void;
  remove: (key: string) => void;
}>;

/** Where the things of a table are read and written one by one. */
type Table<T> = Readonly<{
  read: (key: string) => T | undefined;
  write: (key: string, value: T) => void;
  remove: (key: string) => void;
}>;

/** A thing in memory: as it will be, absent if it is to go; and whether the table may have it. */
type Held<T> = Readonly<{ value: T | undefined; isStored: boolean; isChanged: boolean }>;

function batched<T>({ read, write, remove }: Table<T>, beforeCommit: BeforeCommit): Batched<T> {
  const held = new Map<string, Held<T>>();
  const hold = (key: string): Held<T> => {
    const known = held.get(key);
    if (known) return known;
    const value = read(key);
    const fresh = { value, isStored: value !== undefined, isChanged: false };
    held.set(key, fresh);
    return fresh;
  };
  const change = (key: string, value: T | undefined): void => {
    held.set(key, { value, isStored: held.get(key)?.isStored ?? true, isChanged: true });
  };
  beforeCommit(() => {
    for (const [key, { value, isStored, isChanged }] of held)
      if (isChanged && value !== undefined) write(key, value);
      else if (isChanged && isStored) remove(key);
    held.clear();
  });
  return {
    get: (key) => hold(key).value,
    add: (key, value) => held.set(key, { value, isStored: false, isChanged: true }),
    put: change,
    remove: (key) => change(key, undefined),
  };
}

const remover = (db: Database, table: string, key: string) => {
  const remove = db.prepare(`DELETE FROM ${table} WHERE ${key} = ?`);
  return (value: string): void => {
    remove.run(value);
  };
};

/** A table of one row for each thing: its columns, the key first. */
export type RowTable<Row> = Readonly<{ table: string; columns: readonly (string & keyof Row)[] }>;

export function batchedRows<Row extends Readonly<Record<string, SqlValue>>>(
  db: Database,
  beforeCommit: BeforeCommit,
  { table, columns }: RowTable<Row>,
): Batched<Row> {
  const [key = '', ...others] = columns;
  const set = others.map((column) => `${column} = excluded.${column}`).join(', ');
  const select = db.prepare<[string], Row>(`SELECT ${columns.join(', ')} FROM ${table} WHERE ${key} = ?`);
  const upsert = db.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (?${', ?'.repeat(others.length)})
     ON CONFLICT (${key}) DO UPDATE SET ${set}`,
  );
  const write = (_key: string, row: Row): void => {
    upsert.run(columns.map((column) => row[column]));
  };
  return batched(
    { read: (value) => select.get(value), write, remove: remover(db, table, key) },
    beforeCommit,
  );
}

/** The table of a kind of JSON document. */
export const documentTable = (table: string): string =>
  `CREATE TABLE ${table} (id TEXT PRIMARY KEY, document TEXT NOT NULL) STRICT, WITHOUT ROWID;`;

export function batchedDocuments<T extends object>(
  db: Database,
  beforeCommit: BeforeCommit,
  table: string,
): Batched<T> {
  const select = db.prepare<[string], string>(`SELECT document FROM ${table} WHERE id = ?`).pluck();
  const upsert = db.prepare(`INSERT OR REPLACE INTO ${table} VALUES (?, ?)`);
  const read = (id: string): T | undefined => {
    const document = select.get(id);
    return document === undefined ? undefined : parsed<T>(document);
  };
  const write = (id: string, document: T): void => {
    upsert.run(id, JSON.stringify(document));
  };
  return batched({ read, write, remove: remover(db, table, 'id') }, beforeCommit);
}
