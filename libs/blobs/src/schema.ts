import Database from 'better-sqlite3';
import { UnusableBlobFile } from './errors.ts';

/** "MBbl" in ASCII: Minutebook blobs. */
const applicationId = 0x4d42626c;
const schemaVersion = 1;

/** Milliseconds that a connection waits for another one's lock. */
const busyTimeout = 10_000;

const ddl = `
  CREATE TABLE IF NOT EXISTS blobs (
    sha256 TEXT PRIMARY KEY,
    media_type TEXT NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${schemaVersion};
`;

type Identity = Readonly<{ application: number; version: number; tables: number }>;

/** Whether the file holds blobs (true) or nothing at all (false). @throws UnusableBlobFile */
function holdsBlobs(db: Database.Database, file: string): boolean {
  const { application, version, tables } = db
    .prepare<[], Identity>(
      `SELECT application_id AS application, user_version AS version,
              (SELECT count(*) FROM sqlite_schema) AS tables
       FROM pragma_application_id, pragma_user_version`,
    )
    .get() ?? { application: -1, version: -1, tables: -1 };
  if (application === applicationId && version === schemaVersion) return true;
  if (application === 0 && version === 0 && tables === 0) return false;
  throw new UnusableBlobFile(file, `is not a file of blobs of version ${schemaVersion}: name another file`);
}

function make(db: Database.Database, file: string): void {
  db.pragma('journal_mode = WAL');
  db.transaction(() => {
    if (!holdsBlobs(db, file)) db.exec(ddl);
  }).immediate();
}

/**
 * `synchronous` and `secure_delete` belong to the connection, not to the file: they are set at every open. What
 * is deleted is overwritten with zeros (https://sqlite.org/pragma.html#pragma_secure_delete).
 */
function openForWriting(db: Database.Database, file: string): void {
  if (!holdsBlobs(db, file)) make(db, file);
  db.pragma('synchronous = FULL');
  db.pragma('secure_delete = ON');
}

/** @throws UnusableBlobFile */
export function connect(file: string, readonly: boolean): Database.Database {
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly, fileMustExist: readonly, timeout: busyTimeout });
    if (!readonly) openForWriting(db, file);
    else if (!holdsBlobs(db, file)) throw new UnusableBlobFile(file, 'holds no blobs yet');
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof UnusableBlobFile) throw error;
    throw new UnusableBlobFile(file, `cannot be opened: ${String(error)}`, { cause: error });
  }
}
