import Database from 'better-sqlite3';
import { NoGeneration, OtherFingerprint } from './errors.ts';
import { currentGeneration, fileOf, pointerStamp } from './folder.ts';
import { fingerprintOf } from './read-model.ts';
import { readsOn } from './reads.ts';
import type { Reads } from './reads.ts';
import { sqliteCode } from './sqlite-code.ts';
import { removeSuperseded } from './removal.ts';
import type { ReadModelPlace } from './writer.ts';

type Connection = Readonly<{
  stamp: string;
  db: Database.Database;
  reads: Reads;
  begin: Database.Statement;
  commit: Database.Statement;
}>;

export type Snapshot = Readonly<{ reads: Reads; position: number; close: () => void }>;

/** Bytes of the file that may be mapped: large answers are read without copying pages first. */
const mappedBytes = 256 * 1024 * 1024;

function checkFingerprint(db: Database.Database, { models }: ReadModelPlace): void {
  const actual = db.prepare<[], string>('SELECT fingerprint FROM generation').pluck().get() ?? '';
  if (actual !== fingerprintOf(models)) throw new OtherFingerprint(db.name, fingerprintOf(models), actual);
}

function connect(file: string, place: ReadModelPlace, stamp: string): Connection {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    checkFingerprint(db, place);
    db.pragma(`mmap_size = ${mappedBytes}`);
    const [begin, commit] = [db.prepare('BEGIN'), db.prepare('COMMIT')];
    return { stamp, db, reads: readsOn(db), begin, commit };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Between reading the pointer and opening the file, a swap may have come and the file gone: so again. */
function connectToCurrent(place: ReadModelPlace): Connection {
  for (;;) {
    const stamp = pointerStamp(place.folder);
    const number = currentGeneration(place.folder);
    if (number === undefined) throw new NoGeneration(place.folder);
    try {
      return connect(fileOf(place.folder, number), place, stamp);
    } catch (error) {
      if (sqliteCode(error) !== 'SQLITE_CANTOPEN' || pointerStamp(place.folder) === stamp) throw error;
    }
  }
}

/** A read-only connection to the current generation; follows a swapped pointer. */
export class ReadModelReader {
  readonly #place: ReadModelPlace;
  #connection: Connection;

  /** @throws NoGeneration, OtherFingerprint */
  static open(place: ReadModelPlace): ReadModelReader {
    return new ReadModelReader(place, connectToCurrent(place));
  }

  private constructor(place: ReadModelPlace, connection: Connection) {
    this.#place = place;
    this.#connection = connection;
  }

  /** Runs queries on one consistent state: `reader.read((reads) => getBody(reads, id))`. */
  read<T>(query: (reads: Reads) => T): T {
    if (pointerStamp(this.#place.folder) !== this.#connection.stamp) this.#follow();
    const { begin, commit, reads } = this.#connection;
    begin.run();
    try {
      return query(reads);
    } finally {
      commit.run();
    }
  }

  /** One state that is read in pieces, on a connection of its own; whoever takes it closes it. */
  snapshot(): Snapshot {
    const { db, reads, begin } = connectToCurrent(this.#place);
    begin.run();
    // The state is that of the first read.
    return { reads, position: positionOf(reads), close: () => db.close() };
  }

  /** The position up to which the rows are complete. */
  position(): number {
    return this.read((reads) => positionOf(reads));
  }

  close(): void {
    this.#connection.db.close();
  }

  /** As the writer does: a generation of other read models is not for this process. */
  #follow(): void {
    const stamp = pointerStamp(this.#place.folder);
    try {
      const next = connectToCurrent(this.#place);
      this.#connection.db.close();
      this.#connection = next;
      removeSuperseded(this.#place.folder);
    } catch (error) {
      if (!(error instanceof OtherFingerprint)) throw error;
      this.#connection = { ...this.#connection, stamp };
    }
  }
}

/** The position of the rows that a query sees. */
export const positionOf = (reads: Reads): number =>
  reads.get<{ position: number }>('SELECT position FROM generation')?.position ?? 0;
