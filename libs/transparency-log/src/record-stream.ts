import { WrongExpectedRevision } from '#event-store';
import type { EventStore, RecordedEvent } from '#event-store';
import { encodeRecord } from './records.ts';
import type { CheckpointRecord, LogRecord, Stored } from './records.ts';

export type RecordStreamOptions<R, S> = Readonly<{
  store: EventStore;
  name: string;
  decode: (event: RecordedEvent) => Stored<R>;
  initial: S;
  evolve: (state: S, record: Stored<R>) => S;
}>;

/**
 * A stream that several processes append to, each at the revision that it knows: who was overtaken reads what the
 * others appended and decides again.
 */
export class RecordStream<R extends CheckpointRecord | LogRecord, S> {
  readonly #options: RecordStreamOptions<R, S>;
  #state: S;
  #revision: number;

  /** @param after the revision up to which nothing has to be known */
  constructor(options: RecordStreamOptions<R, S>, after = -1) {
    this.#options = options;
    this.#state = options.initial;
    this.#revision = after;
  }

  get state(): S {
    return this.#state;
  }

  /** Takes an event of a subscription; one that is known already changes nothing. */
  take(event: RecordedEvent): void {
    const { name, decode, evolve } = this.#options;
    if (event.stream !== name || event.revision !== this.#revision + 1) return;
    this.#state = evolve(this.#state, decode(event));
    this.#revision = event.revision;
  }

  /** Reads what was appended since. */
  async refresh(): Promise<void> {
    const { store, name } = this.#options;
    for (;;) {
      const events = await store.readStream(name, { from: this.#revision + 1 });
      if (events.length === 0) return;
      for (const event of events) this.take(event);
    }
  }

  /** Appends a record to what is known of the stream. False when another process was faster: look again. */
  async append(record: R): Promise<boolean> {
    const { store, name } = this.#options;
    const after = this.#revision;
    try {
      await store.append(name, after < 0 ? 'noStream' : after, [encodeRecord(record, after)]);
      return true;
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
      return false;
    } finally {
      await this.refresh();
    }
  }
}
