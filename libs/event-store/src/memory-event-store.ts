import { checkAppend, checkTogether, isAsExpected } from './append-check.ts';
import { Bell } from './bell.ts';
import { EventIdTaken, StoreClosed, WrongExpectedRevision } from './errors.ts';
import { start } from './event-store.ts';
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
} from './event-store.ts';
import { follow } from './follow.ts';
import { allPage, streamPage } from './page.ts';

/** An append as it was first stored; every one of its ids leads to it. */
type Stored = Readonly<{ stream: string; ids: readonly string[]; outcome: Appended }>;

/** An event store for tests: exact, and gone with the process. */
export class MemoryEventStore implements EventStore {
  readonly #all: RecordedEvent[] = [];
  readonly #streams = new Map<string, RecordedEvent[]>();
  readonly #appends = new Map<string, Stored>();
  readonly #bell = new Bell();

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    this.#checkOpen();
    checkAppend(stream, expected, events);
    const appended = this.#append({ stream, expected, events });
    this.#bell.ring();
    return Promise.resolve(appended);
  }

  async appendTogether(appends: readonly StreamAppend[]): Promise<Pick<Appended, 'position' | 'repeated'>> {
    this.#checkOpen();
    checkTogether(appends);
    const before = this.#all.length;
    try {
      const outcomes = appends.map((append) => this.#append(append));
      const mixed = outcomes.findIndex(({ repeated }) => repeated !== outcomes[0]?.repeated);
      if (mixed >= 0)
        throw new EventIdTaken(appends[outcomes[mixed]?.repeated ? mixed : 0]?.events[0]?.id ?? '');
      this.#bell.ring();
      return await Promise.resolve(outcomes.at(-1)!);
    } catch (error) {
      this.#undo(before);
      throw error;
    }
  }

  #append({ stream, expected, events }: StreamAppend): Appended {
    const ids = events.map(({ id }) => id);
    const first = this.#firstOutcome(stream, ids);
    if (first) return { ...first, repeated: true };
    const head = (this.#streams.get(stream)?.length ?? 0) - 1;
    if (!isAsExpected(expected, head))
      throw new WrongExpectedRevision(stream, expected, head < 0 ? 'noStream' : head);

    for (const event of events) this.#store(stream, event);
    const outcome = {
      firstRevision: head + 1,
      lastRevision: head + events.length,
      position: this.#all.length,
      repeated: false,
    };
    for (const id of ids) this.#appends.set(id, { stream, ids, outcome });
    return outcome;
  }

  #undo(length: number): void {
    for (const { stream, id } of this.#all.splice(length)) {
      this.#streams.get(stream)?.pop();
      this.#appends.delete(id);
    }
  }

  async readStream(stream: string, options?: ReadStreamOptions): Promise<readonly RecordedEvent[]> {
    this.#checkOpen();
    const { from, limit } = streamPage(options);
    return Promise.resolve((this.#streams.get(stream) ?? []).slice(from, from + limit));
  }

  async readAll(options?: ReadAllOptions): Promise<readonly RecordedEvent[]> {
    this.#checkOpen();
    const { after, limit } = allPage(options);
    return Promise.resolve(this.#all.slice(after, after + limit));
  }

  subscribe(options: SubscribeOptions): AsyncIterable<readonly RecordedEvent[]> {
    return follow((after, limit) => this.#all.slice(after, after + limit), this.#bell, options);
  }

  async head(): Promise<Position> {
    this.#checkOpen();
    return Promise.resolve(this.#all.at(-1)?.position ?? start);
  }

  placesAfter(after: Position): readonly Place[] {
    this.#checkOpen();
    return this.#all.slice(after, after + allPage({ after }).limit);
  }

  close(): Promise<void> {
    this.#bell.close();
    return Promise.resolve();
  }

  /** @throws EventIdTaken */
  #firstOutcome(stream: string, ids: readonly string[]): Appended | undefined {
    const taken = ids.find((id) => this.#appends.has(id));
    if (taken === undefined) return undefined;
    const stored = this.#appends.get(taken);
    const same =
      stored?.stream === stream &&
      stored.ids.length === ids.length &&
      stored.ids.every((id, i) => id === ids[i]);
    if (!same) throw new EventIdTaken(taken);
    return stored.outcome;
  }

  #store(stream: string, { id, type, data, metadata, recordedAt }: NewEvent): void {
    const events = this.#streams.get(stream) ?? [];
    const now = new Date().toISOString();
    const before = this.#all.at(-1)?.recordedAt ?? now;
    const recorded: RecordedEvent = {
      id,
      type,
      data,
      metadata,
      stream,
      revision: events.length,
      position: this.#all.length + 1,
      recordedAt: recordedAt ?? (now > before ? now : before),
    };
    this.#streams.set(stream, events);
    events.push(recorded);
    this.#all.push(recorded);
  }

  #checkOpen(): void {
    if (this.#bell.closed) throw new StoreClosed();
  }
}
