import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { StoreClosed, StoreUnavailable, checkAppend, checkTogether, follow } from '#event-store';
import type {
  Appended,
  EventStore,
  ExpectedRevision,
  NewEvent,
  Place,
  Position,
  ReadAllOptions,
  ReadStreamOptions,
  RecordedEvent,
  StreamAppend,
  SubscribeOptions,
} from '#event-store';
import { CommitWatch, channelOf } from './commit-watch.ts';
import { NoStoreFile, UnusableStoreFile } from './errors.ts';
import { GroupCommit } from './group-commit.ts';
import type { Turn } from './protocol.ts';
import { Reader } from './reader.ts';
import { isStore, openForReading } from './schema.ts';
import { startWriter } from './start-writer.ts';

export type SqliteEventStoreOptions = Readonly<{
  /** The database file. A writer makes it when it is not there, in a folder that exists. */
  file: string;
  /** Opens no writer: appends are refused. Other processes may write. */
  readOnly?: boolean;
  /** Read-only: waits until a writer has made the file (and somebody its folder) or the signal is aborted, instead of refusing at once. */
  wait?: AbortSignal;
  /** How often subscriptions look for commits of other processes; 50 by default. Milliseconds. */
  pollInterval?: number;
  /** How long an append waits for another process that is writing; 10 000 by default. Milliseconds. */
  busyTimeout?: number;
  /** Told of every transaction how many appends shared it. */
  onGroup?: ((appends: number) => void) | undefined;
}>;

/** Whoever writes makes the file, unless it is there. @throws UnusableStoreFile */
async function groupCommit(
  file: string,
  busyTimeout: number,
  onGroup: SqliteEventStoreOptions['onGroup'],
): Promise<GroupCommit> {
  const start = (turn: Turn) => startWriter({ file, channel: channelOf(file), busyTimeout, turn });
  const commits = new GroupCommit(file, start, onGroup);
  if (!isStore(file)) await commits.start();
  return commits;
}

/** Opens the reading connection, waiting for the file if asked to. @throws NoStoreFile, UnusableStoreFile */
async function connectReader(file: string, pollInterval: number, wait?: AbortSignal): Promise<Database> {
  for (;;) {
    try {
      return openForReading(file);
    } catch (error) {
      if (!(error instanceof NoStoreFile) || wait === undefined || wait.aborted) throw error;
    }
    await setTimeout(pollInterval, undefined, { signal: wait }).catch(() => undefined);
  }
}

/** The same name for the same file, however it is addressed. @throws UnusableStoreFile */
function canonical(file: string): string {
  try {
    return join(realpathSync(dirname(file)), basename(file));
  } catch {
    throw new UnusableStoreFile(file, 'is in a folder that does not exist: make the folder first');
  }
}

/**
 * An event store in one SQLite file (WAL, `synchronous=FULL`): an answered append is on the disk. Appends go to
 * a writer thread and share fsyncs; reads happen on the calling thread. Any number of processes may have the same
 * file open, to read or to write.
 */
export class SqliteEventStore implements EventStore {
  readonly #file: string;
  readonly #db: Database;
  readonly #reader: Reader;
  readonly #commits: CommitWatch;
  readonly #writer: GroupCommit | undefined;

  private constructor(file: string, db: Database, pollInterval: number, writer: GroupCommit | undefined) {
    this.#file = file;
    this.#db = db;
    this.#reader = new Reader(db);
    this.#commits = new CommitWatch(db, channelOf(file), pollInterval);
    this.#writer = writer;
  }

  /**
   * @throws UnusableStoreFile when the file is no event store, or one of a newer version
   * @throws NoStoreFile read-only, when no writer has made the file (yet)
   */
  static async open(options: SqliteEventStoreOptions): Promise<SqliteEventStore> {
    const { file, readOnly = false, wait, pollInterval = 50, busyTimeout = 10_000 } = options;
    const writer = readOnly ? undefined : await groupCommit(canonical(file), busyTimeout, options.onGroup);
    try {
      const db = await connectReader(file, pollInterval, wait);
      return new SqliteEventStore(canonical(file), db, pollInterval, writer);
    } catch (error) {
      await writer?.close();
      throw error;
    }
  }

  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    return this.#append([{ stream, expected, events }], () => checkAppend(stream, expected, events));
  }

  /** In one transaction. */
  appendTogether(appends: readonly StreamAppend[]): Promise<Pick<Appended, 'position' | 'repeated'>> {
    return this.#append(appends, () => checkTogether(appends));
  }

  #append(appends: readonly StreamAppend[], check: () => void): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.#checkOpen();
      if (!this.#writer) throw new StoreUnavailable(`${this.#file} is open read-only`);
      check();
      const stored = (appended: Appended): void => {
        this.#reader.lookAgain();
        resolve(appended);
      };
      this.#writer.append(appends, stored, reject);
    });
  }

  readStream(stream: string, options?: ReadStreamOptions): Promise<readonly RecordedEvent[]> {
    return this.#read(() => this.#reader.stream(stream, options));
  }

  readAll(options?: ReadAllOptions): Promise<readonly RecordedEvent[]> {
    return this.#read(() => this.#reader.all(options));
  }

  head(): Promise<Position> {
    return this.#read(() => this.#reader.head());
  }

  placesAfter(after: Position): readonly Place[] {
    this.#checkOpen();
    return this.#reader.placesAfter(after);
  }

  async *subscribe(options: SubscribeOptions): AsyncGenerator<readonly RecordedEvent[], void> {
    if (this.#commits.bell.closed) return;
    const stopListening = this.#commits.listen();
    try {
      yield* follow((after, limit) => this.#reader.all({ after, limit }), this.#commits.bell, options);
    } finally {
      stopListening();
    }
  }

  async close(): Promise<void> {
    this.#commits.close();
    // Before the writer: the last connection to close folds the WAL into the file, and a reading one cannot.
    this.#db.close();
    await this.#writer?.close();
  }

  #read<T>(read: () => T): Promise<T> {
    return new Promise((resolve) => {
      this.#checkOpen();
      resolve(read());
    });
  }

  #checkOpen(): void {
    if (this.#commits.bell.closed) throw new StoreClosed();
  }
}
