import { checkAppend, isAsExpected, StoreUnavailable, WrongExpectedRevision } from '#event-store';
import type {
  Appended,
  EventStore,
  ExpectedRevision,
  NewEvent,
  Position,
  ReadStreamOptions,
  RecordedEvent,
  StreamAppend,
} from '#event-store';

/**
 * What a store would hold if more were appended: appends stay in memory, on top of the streams as they are when
 * they are first read. For decisions that are tried before they are recorded; nothing else can be read.
 */
export class RehearsalStore implements EventStore {
  readonly #store: EventStore;
  readonly #streams = new Map<string, Promise<RecordedEvent[]>>();
  readonly #appends: StreamAppend[] = [];
  #position: Promise<Position> | undefined;

  constructor(store: EventStore) {
    this.#store = store;
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    checkAppend(stream, expected, events);
    const recorded = await this.#whole(stream);
    const firstRevision = recorded.length;
    if (!isAsExpected(expected, firstRevision - 1))
      throw new WrongExpectedRevision(stream, expected, firstRevision === 0 ? 'noStream' : firstRevision - 1);
    this.#appends.push({ stream, expected: firstRevision === 0 ? 'noStream' : firstRevision - 1, events });
    const position = await (this.#position ??= this.#store.head());
    const recordedAt = new Date().toISOString();
    recorded.push(
      ...events.map((event, i) => ({
        ...event,
        stream,
        revision: firstRevision + i,
        position: position + 1 + i,
        recordedAt,
      })),
    );
    this.#position = Promise.resolve(position + events.length);
    return {
      firstRevision,
      lastRevision: recorded.length - 1,
      position: position + events.length,
      repeated: false,
    };
  }

  /** In the order in which they were first appended to. */
  get appendedTo(): readonly string[] {
    return [...new Set(this.#appends.map(({ stream }) => stream))];
  }

  /** In their order, each at the revision on which it was decided. */
  get appends(): readonly StreamAppend[] {
    return this.#appends;
  }

  async readStream(
    stream: string,
    { from = 0, limit = 1000 }: ReadStreamOptions = {},
  ): Promise<readonly RecordedEvent[]> {
    return (await this.#whole(stream)).slice(from, from + limit);
  }

  readAll(): Promise<readonly RecordedEvent[]> {
    return Promise.reject(new StoreUnavailable('a rehearsal has streams only'));
  }

  subscribe(): AsyncIterable<readonly RecordedEvent[]> {
    throw new StoreUnavailable('nobody follows a rehearsal');
  }

  async head(): Promise<Position> {
    return (this.#position ??= this.#store.head());
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #whole(stream: string): Promise<RecordedEvent[]> {
    const known = this.#streams.get(stream);
    if (known) return known;
    const read = this.#readWhole(stream);
    this.#streams.set(stream, read);
    return read;
  }

  async #readWhole(stream: string): Promise<RecordedEvent[]> {
    const recorded: RecordedEvent[] = [];
    for (;;) {
      const page = await this.#store.readStream(stream, { from: recorded.length });
      if (page.length === 0) return recorded;
      recorded.push(...page);
    }
  }
}
