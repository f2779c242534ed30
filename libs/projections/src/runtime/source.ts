import { decode } from '#governance';
import type { Recorded } from '#governance';
import type { EventStore, RecordedEvent } from '#event-store';

/**
 * An event at its place in the order of its source. The public record has positions of its own, and at some of
 * them no event but a commitment: nothing for read models, but their position moves on.
 */
export type Sourced = Readonly<{ position: number; recorded?: Recorded }>;

/** `linger`: see `SubscribeOptions` of the event store. */
export type BatchOptions = Readonly<{ signal: AbortSignal; batchSize?: number; linger?: number }>;

/** Where read models get their events from. */
export type EventSource = Readonly<{
  /** The position of the last event; 0 without any. */
  head: () => Promise<number>;
  /**
   * All events after a position, then live ones, in order, none twice, until the signal is aborted. Between two
   * batches, everything else in the thread gets its turn.
   */
  batches: (after: number, options: BatchOptions) => AsyncIterable<readonly Sourced[]>;
}>;

/** Decodes when asked: a batch keeps no more in memory than its texts, and each event for as long as it is used. */
class StoredEvent implements Sourced {
  readonly #stored: RecordedEvent;

  constructor(stored: RecordedEvent) {
    this.#stored = stored;
  }

  get position(): number {
    return this.#stored.position;
  }

  get recorded(): Recorded {
    return decode(this.#stored);
  }
}

/** All events of a store. */
export const eventStoreSource = (store: Pick<EventStore, 'head' | 'subscribe'>): EventSource => ({
  head: () => store.head(),
  batches: async function* (after, options) {
    for await (const batch of store.subscribe({ after, ...options }))
      yield batch.map((stored) => new StoredEvent(stored));
  },
});
