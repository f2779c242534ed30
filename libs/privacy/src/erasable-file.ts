import { chmodSync, closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';

/** Milliseconds that a connection waits for another one's lock. */
const busyTimeout = 10_000;

/** The file is there and holds something else. */
export class UnusableFile extends Error {
  constructor(file: string) {
    super(`${file} is not a file of this kind and version: name another file`);
    this.name = 'UnusableFile';
  }
}

export type Layout = Readonly<{
  /** In the file's header (https://sqlite.org/fileformat.html, offset 68), so that nothing else is taken for it. */
  applicationId: number;
  /** Of the file: 0600 for secrets. */
  mode: number;
  tables: string;
}>;

/** Before SQLite makes it: a file that is made open and closed later was open. */
function makeWithMode(file: string, mode: number): void {
  closeSync(openSync(file, 'a', mode));
  chmodSync(file, mode);
}

function prepare(db: Database.Database, file: string, { applicationId, tables }: Layout): void {
  const id = db.pragma('application_id', { simple: true });
  if (id === applicationId) return;
  const things = db.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get();
  if (id !== 0 || things !== 0) throw new UnusableFile(file);
  db.exec(tables);
  db.pragma(`application_id = ${applicationId}`);
}

/**
 * A small SQLite file from which what is deleted is gone.
 *
 * A rollback journal instead of a write-ahead log: nothing is kept beside the file once a transaction has ended.
 * `secure_delete` overwrites what is deleted (https://sqlite.org/pragma.html#pragma_secure_delete), and
 * `eraseFreeSpace` what reorganized pages may still hold.
 *
 * @throws UnusableFile
 */
export function openErasable(file: string, layout: Layout): Database.Database {
  if (file !== ':memory:') makeWithMode(file, layout.mode);
  const db = new Database(file, { timeout: busyTimeout });
  try {
    db.pragma('journal_mode = DELETE');
    db.pragma('synchronous = EXTRA');
    db.pragma('secure_delete = ON');
    db.pragma('temp_store = MEMORY');
    db.transaction(() => prepare(db, file, layout)).immediate();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Writes the whole file anew: pages that were split or merged may keep bytes that belong to no row. */
export const eraseFreeSpace = (db: Database.Database): void => void db.exec('VACUUM');

/** The port is asynchronous, SQLite is not: what is thrown rejects. */
export const promised = <T>(work: () => T): Promise<T> => new Promise((resolve) => resolve(work()));
