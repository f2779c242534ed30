import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { NoStoreFile, UnusableStoreFile } from './errors.ts';

/** "MBes" in ASCII: Minutebook event store. */
const applicationId = 0x4d426573;
const schemaVersion = 1;

/** Readers wait for others only while one recovers the file. Milliseconds. */
const readTimeout = 10_000;

/**
 * `append_size` is the number of events of the append in its first event and 0 in the others: it tells a repeated
 * append from a part of one. Stream names stand once, which halves the index that every append grows.
 */
const ddl = `
  CREATE TABLE streams (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    append_size INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;
  CREATE TRIGGER events_never_change BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'events never change'); END;
  CREATE TRIGGER events_never_go BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'events never go'); END;
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${schemaVersion};
`;

type Identity = Readonly<{ application: number; version: number; tables: number }>;

/** One statement, one snapshot: another process may be making the file right now. */
function identityOf(db: Database.Database): Identity {
  const identity = db
    .prepare<[], Identity>(
      `SELECT application_id AS application, user_version AS version,
              (SELECT count(*) FROM sqlite_schema) AS tables
       FROM pragma_application_id, pragma_user_version`,
    )
    .get();
  if (!identity) throw new Error('SQLite knows no application_id');
  return identity;
}

/** Whether the file holds a store (true) or nothing at all (false). @throws UnusableStoreFile for anything else */
function holdsStore(db: Database.Database, file: string): boolean {
  const { application, version, tables } = identityOf(db);
  if (application === applicationId && version === schemaVersion) return true;
  if (application === applicationId)
    throw new UnusableStoreFile(
      file,
      `is an event store of schema version ${version}, this Minutebook knows version ${schemaVersion}: use the Minutebook that wrote it or a newer one`,
    );
  if (application === 0 && version === 0 && tables === 0) return false;
  throw new UnusableStoreFile(file, 'is a SQLite database of another application: name another file');
}

function connect(file: string, readonly: boolean, timeout: number): Database.Database {
  try {
    return new Database(file, { readonly, fileMustExist: readonly, timeout });
  } catch (error) {
    throw new UnusableStoreFile(file, `cannot be opened: ${String(error)}`);
  }
}

/** Told by its name: a process may have loaded the binding more than once, each time with a class of its own. */
const isSqliteError = (error: unknown): error is InstanceType<typeof Database.SqliteError> =>
  (error as Partial<Error> | null)?.name === 'SqliteError';

/** Closes the file again when it turns out unusable. */
function prepared(db: Database.Database, file: string, prepare: () => void): Database.Database {
  try {
    prepare();
    return db;
  } catch (error) {
    db.close();
    if (!isSqliteError(error)) throw error;
    // A user who may not write to the folder can read while there are the files that a writer makes beside it.
    if (db.readonly && /^SQLITE_(READONLY|CANTOPEN)/.test(error.code)) throw new NoStoreFile(file);
    throw new UnusableStoreFile(file, `cannot be opened: ${error.message}`);
  }
}

/**
 * The connection that writes. A WAL database forgets `synchronous` when it is closed and comes back with NORMAL,
 * which may lose acknowledged events in a power failure: it is set at every open.
 *
 * @throws UnusableStoreFile
 */
export function openForWriting(file: string, busyTimeout: number): Database.Database {
  const db = connect(file, false, busyTimeout);
  return prepared(db, file, () => {
    const exists = holdsStore(db, file);
    patiently(busyTimeout, () => db.pragma('journal_mode = WAL'));
    db.pragma('synchronous = FULL');
    if (!exists) create(db, file);
  });
}

/** SQLite does not wait by itself for the lock that the switch to WAL needs; other processes may be opening the file. */
function patiently(timeout: number, attempt: () => void): void {
  const never = new Int32Array(new SharedArrayBuffer(4));
  for (const deadline = performance.now() + timeout; ;) {
    try {
      return attempt();
    } catch (error) {
      const busy = isSqliteError(error) && error.code.startsWith('SQLITE_BUSY');
      if (!busy || performance.now() > deadline) throw error;
    }
    Atomics.wait(never, 0, 0, 5);
  }
}

/** Another process may be making the same file: whoever gets the lock first makes it. */
function create(db: Database.Database, file: string): void {
  const transaction = db.transaction(() => {
    if (!holdsStore(db, file)) db.exec(ddl);
  });
  transaction.immediate();
}

/** A connection that can only read. @throws NoStoreFile, UnusableStoreFile */
export function openForReading(file: string): Database.Database {
  if (!existsSync(file)) throw new NoStoreFile(file);
  const db = connect(file, true, readTimeout);
  return prepared(db, file, () => {
    if (!holdsStore(db, file)) throw new NoStoreFile(file);
  });
}

/** @throws UnusableStoreFile for what is neither a store nor missing */
export function isStore(file: string): boolean {
  try {
    openForReading(file).close();
    return true;
  } catch (error) {
    if (error instanceof NoStoreFile) return false;
    throw error;
  }
}
