import { deserialize, serialize } from 'node:v8';
import Database from 'better-sqlite3';

/** "MBvm" in ASCII: Minutebook verifier's memory. */
const applicationId = 0x4d42766d;
/** Rises with every change of what is kept: an older memory is made anew. */
const memoryVersion = 5;

/** The streams' names are an index apart from what is kept of them: most of it fits into the cache. */
const schema = `
  CREATE TABLE IF NOT EXISTS streams (name TEXT PRIMARY KEY, value BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
`;

function prepared(db: Database.Database): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  const application = db.pragma('application_id', { simple: true }) as number;
  if (version !== memoryVersion || application !== applicationId)
    db.exec('DROP TABLE IF EXISTS streams; DROP TABLE IF EXISTS notes');
  db.exec(schema);
  db.pragma(`user_version = ${memoryVersion}`);
  db.pragma(`application_id = ${applicationId}`);
}

/** Of the streams, so many that were used last are at hand, twice as many at most; the others are on disk. */
const generation = 128;

/**
 * What a verification has made of the record so far. Everything that is put in becomes durable together, with
 * `commit`: a run that was killed goes on from its last.
 */
export class Memory<Stream extends object> {
  readonly #db: Database.Database;
  /** Those that were used since the generation before was full. */
  #young = new Map<string, Stream>();
  #old = new Map<string, Stream>();
  readonly #changed = new Set<string>();
  readonly #read: Database.Statement<[string], Readonly<{ value: Buffer }>>;
  readonly #write: Database.Statement<[string, Buffer]>;

  readonly #putAway: (stream: Stream) => Stream;

  /**
   * @param from a file's path, `:memory:`, or what `snapshot` gave
   * @param putAway what of a stream is worth its place on disk
   */
  constructor(from: string | Buffer = ':memory:', putAway: (stream: Stream) => Stream = (stream) => stream) {
    this.#putAway = putAway;
    this.#db = new Database(from);
    if (typeof from === 'string' && from !== ':memory:') {
      this.#db.pragma('journal_mode = WAL');
      this.#db.pragma('synchronous = NORMAL');
    }
    prepared(this.#db);
    this.#read = this.#db.prepare('SELECT value FROM streams WHERE name = ?');
    this.#write = this.#db.prepare(
      'INSERT INTO streams VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    );
    this.#db.exec('BEGIN');
  }

  stream(name: string): Stream | undefined {
    const known = this.#young.get(name) ?? this.#old.get(name) ?? this.#stored(name);
    if (known && !this.#young.has(name)) this.#keep(name, known);
    return known;
  }

  /** What is kept of a stream is another object, or was changed. */
  put(name: string, stream: Stream): void {
    this.#changed.add(name);
    this.#keep(name, stream);
  }

  note<T>(name: string): T | undefined {
    const row = this.#db
      .prepare<[string], { value: Buffer }>('SELECT value FROM notes WHERE name = ?')
      .get(name);
    return row && (deserialize(row.value) as T);
  }

  putNote(name: string, value: unknown): void {
    this.#db.prepare('INSERT OR REPLACE INTO notes VALUES (?, ?)').run(name, serialize(value));
  }

  commit(): void {
    for (const name of this.#changed) {
      const stream = this.#young.get(name) ?? this.#old.get(name);
      if (stream) this.#store(name, stream);
    }
    this.#changed.clear();
    this.#db.exec('COMMIT');
    this.#db.exec('BEGIN');
  }

  /** Back to the last commit. */
  rollBack(): void {
    this.#changed.clear();
    this.#young.clear();
    this.#old.clear();
    this.#db.exec('ROLLBACK');
    this.#db.exec('BEGIN');
  }

  /** Back to nothing. */
  clear(): void {
    this.rollBack();
    this.#db.exec('DELETE FROM streams; DELETE FROM notes');
    this.commit();
  }

  /** Everything that was committed, as bytes that a new memory can begin with. */
  snapshot(): Buffer {
    this.rollBack();
    this.#db.exec('COMMIT');
    const bytes = this.#db.serialize();
    this.#db.exec('BEGIN');
    return bytes;
  }

  /** What was not committed is lost. */
  close(): void {
    this.#db.close();
  }

  #stored(name: string): Stream | undefined {
    const row = this.#read.get(name);
    return row && (deserialize(row.value) as Stream);
  }

  /** When a generation is full, the one before it is put away, but for what was used again. */
  #keep(name: string, stream: Stream): void {
    this.#young.set(name, stream);
    if (this.#young.size < generation) return;
    for (const [one, value] of this.#old)
      if (!this.#young.has(one) && this.#changed.delete(one)) this.#store(one, value);
    this.#old = this.#young;
    this.#young = new Map();
  }

  #store(name: string, stream: Stream): void {
    this.#write.run(name, serialize(this.#putAway(stream)));
  }
}
