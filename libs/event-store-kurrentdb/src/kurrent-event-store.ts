import { StoreClosed, StoreUnavailable, allPage, checkAppend, start, streamPage } from '#event-store';
import type {
  Appended,
  EventStore,
  ExpectedRevision,
  NewEvent,
  Position,
  ReadAllOptions,
  ReadStreamOptions,
  RecordedEvent,
  SubscribeOptions,
} from '#event-store';
import { Announcements } from './announcements.ts';
import { Appender } from './appender.ts';
import { Connection } from './connection.ts';
import { UnusableDatabase } from './errors.ts';
import { inWordsOfThePort } from './failures.ts';
import { follow } from './follow.ts';
import { IdWatch, linger } from './id-watch.ts';
import { Reader } from './reader.ts';
import { Scope } from './scope.ts';
import type { ScopeOptions } from './scope.ts';
import { told, troublesOf } from './troubles.ts';
import { Writer } from './writer.ts';

export type KurrentEventStoreOptions = ScopeOptions &
  Readonly<{
    /** `kurrentdb://user:password@host:port,host:port?tls=true&tlsCaFile=…`, or `kurrentdb+discover://…`. */
    connectionString: string;
    /** Refuses appends, and need not know the ids of all events. */
    readOnly?: boolean;
    /** How long an append may go without an answer before it is sent again; 3 000 by default. Milliseconds. */
    appendTimeout?: number;
    /** How long a read may bring nothing before it is asked again; 5 000 by default. Milliseconds. */
    readTimeout?: number;
    /** How long the database may be unavailable before an append or a read fails; 30 000 by default. Milliseconds. */
    patience?: number;
    /** Ends the opening. */
    signal?: AbortSignal;
  }>;

type Opened = Readonly<{ reads: Connection; reader: Reader; head: Position; closing: AbortController }>;

/** The client quotes the whole connection string where it cannot read it. */
const withoutPassword = (text: string): string => text.replace(/\/\/[^/?\s]*@/g, '//…@');

/** @throws UnusableDatabase */
function connect(connectionString: string): Connection {
  try {
    return new Connection(connectionString);
  } catch (error) {
    throw new UnusableDatabase(
      `the connection string of the database cannot be used: ${withoutPassword((error as Error).message)}`,
    );
  }
}

/** Where every node has something that no waiting helps against, it is told at once. */
async function unlessInVain<T>(work: Promise<T>, connectionString: string): Promise<T> {
  const inVain = Promise.withResolvers<never>();
  void troublesOf(connectionString).then((troubles) => {
    if (troubles.every((trouble) => trouble?.lasting)) inVain.reject(new UnusableDatabase(told(troubles)));
  });
  return Promise.race([work, inVain.promise]);
}

/** @throws StoreClosed when the signal is aborted */
async function unless<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(new StoreClosed());
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort);
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/**
 * An event store in KurrentDB or EventStoreDB (22.10 and newer), one node or a cluster. Any number of processes
 * may use the same database. An answered append is on a quorum of nodes.
 *
 * The server knows no index of event ids, so a store that appends reads the ids of all events when it is opened
 * (some 15 s for a million, appends wait for it), and those of other processes every ten seconds. What two processes
 * store within that time under the same id in different streams is therefore not refused.
 */
export class KurrentEventStore implements EventStore {
  readonly #reads: Connection;
  readonly #writer: Writer | undefined;
  readonly #reader: Reader;
  readonly #announcements: Announcements;
  readonly #ids: IdWatch | undefined;
  readonly #appender: Appender | undefined;
  readonly #underWay = new Set<Promise<unknown>>();
  /** Ends subscriptions, and refuses what comes after. */
  readonly #closing: AbortController;
  /** Ends what appends that are under way still need. */
  readonly #closed = new AbortController();

  private constructor(options: KurrentEventStoreOptions, { reads, reader, head, closing }: Opened) {
    const { appendTimeout: timeout = 3_000, patience = 30_000, readOnly = false } = options;
    this.#closing = closing;
    this.#reads = reads;
    this.#reader = reader;
    this.#announcements = new Announcements(reads, reader.scope);
    if (readOnly) return;
    const { signal } = this.#closed;
    this.#writer = new Writer(options.connectionString);
    this.#ids = new IdWatch(follow(reader, undefined, { after: start, linger, signal }), head);
    this.#appender = new Appender(this.#writer, reader, this.#ids, { timeout, patience });
  }

  /**
   * @throws UnusableDatabase when the connection string is none, or lets nobody in
   * @throws StoreUnavailable when the database does not answer
   * @throws StoreClosed when the signal is aborted
   */
  static async open(options: KurrentEventStoreOptions): Promise<KurrentEventStore> {
    const { connectionString, readTimeout: timeout = 5_000, patience = 30_000, readOnly = false } = options;
    const reads = connect(connectionString);
    const closing = new AbortController();
    const opening = options.signal ?? new AbortController().signal;
    // What is still to be appended may need reads. Where nothing is, nobody waits for an absent database.
    const signal = readOnly ? AbortSignal.any([opening, closing.signal]) : opening;
    const reader = new Reader(reads, new Scope(options), { timeout, patience, signal });
    try {
      const head = await unless(unlessInVain(reader.head(), connectionString), opening);
      return new KurrentEventStore(options, { reads, reader, head, closing });
    } catch (error) {
      void reads.close();
      const problem = inWordsOfThePort(error);
      if (!(problem instanceof StoreUnavailable)) throw problem;
      const why = told(await troublesOf(connectionString));
      throw new StoreUnavailable(`the database is not available: ${why}`, { cause: error });
    }
  }

  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    return this.#track(async () => {
      if (!this.#appender) throw new StoreUnavailable('this store was opened to be read only');
      checkAppend(stream, expected, events);
      const appended = await this.#appender.append(stream, expected, events);
      this.#announcements.hear();
      return appended;
    });
  }

  readStream(stream: string, options?: ReadStreamOptions): Promise<readonly RecordedEvent[]> {
    return this.#track(async () => {
      const { from, limit } = streamPage(options);
      return (await this.#reader.stream(stream, from, limit)).map(({ event }) => event);
    });
  }

  readAll(options?: ReadAllOptions): Promise<readonly RecordedEvent[]> {
    return this.#track(() => {
      const { after, limit } = allPage(options);
      return this.#reader.all(after, limit);
    });
  }

  head(): Promise<Position> {
    return this.#track(() => this.#reader.head());
  }

  async *subscribe(options: SubscribeOptions): AsyncGenerator<readonly RecordedEvent[], void> {
    const signal = AbortSignal.any([options.signal, this.#closing.signal]);
    try {
      yield* follow(this.#reader, this.#announcements, { ...options, signal });
    } catch (error) {
      throw inWordsOfThePort(error);
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.allSettled(this.#underWay);
    this.#closed.abort();
    await this.#ids?.ended;
    this.#announcements.close();
    await Promise.all([this.#reads.close(), this.#writer?.close()]);
  }

  /** Closing waits for what was asked before. */
  async #track<T>(run: () => Promise<T>): Promise<T> {
    if (this.#closing.signal.aborted) throw new StoreClosed();
    const running = run();
    this.#underWay.add(running);
    try {
      return await running;
    } catch (error) {
      throw inWordsOfThePort(error);
    } finally {
      this.#underWay.delete(running);
    }
  }
}
