import { decode } from '#governance';
import type { Recorded } from '#governance';
import { eventAt, start } from '#event-store';
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
  /** Whether a position was noted in this source and not in another one, as far as that can be told. */
  knows?: (position: number) => Promise<boolean>;
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

/**
 * Whether rows that are complete up to a position are of this source. Ahead of it, or made from another one, they
 * hold what the record does not: the store is another one, or was put back to an earlier state.
 */
export const isOf = async (source: EventSource, position: number): Promise<boolean> =>
  position <= (await source.head()) && (await (source.knows?.(position) ?? true));

/** All events of a store. */
export const eventStoreSource = (store: Pick<EventStore, 'head' | 'readAll' | 'subscribe'>): EventSource => ({
  head: () => store.head(),
  knows: async (position) => position === start || (await eventAt(store, position)) !== undefined,
  batches: async function* (after, options) {
    for await (const batch of store.subscribe({ after, ...options }))
      yield batch.map((stored) => new StoredEvent(stored));
  },
});
