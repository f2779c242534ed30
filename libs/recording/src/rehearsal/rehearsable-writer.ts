import { AsyncLocalStorage } from 'node:async_hooks';
import type { AtFact, Decider, DomainEvent } from '#governance';
import type { EventStore } from '#event-store';
import type { Evolving, Loaded } from '../state-cache.ts';
import { StreamWriter } from '../stream-writer.ts';
import type { FactsFor, Inspect, Intention, Receipt } from '../stream-writer.ts';
import { RehearsalStore } from './rehearsal-store.ts';

/**
 * A writer whose callers may rehearse: within `rehearse` everything is decided, and appended, on a copy in
 * memory that is gone afterwards. Whoever loads or writes need not know.
 */
export class RehearsableWriter extends StreamWriter {
  readonly #store: EventStore;
  readonly #rehearsal = new AsyncLocalStorage<Readonly<{ writer: StreamWriter; store: RehearsalStore }>>();

  readonly #inspect: Inspect | undefined;

  constructor(store: EventStore, inspect?: Inspect) {
    super(store, undefined, inspect);
    this.#store = store;
    this.#inspect = inspect;
  }

  rehearse<T>(rehearsal: () => Promise<T>): Promise<T> {
    const store = new RehearsalStore(this.#store);
    return this.#rehearsal.run(
      { writer: new StreamWriter(store, undefined, this.#inspect), store },
      rehearsal,
    );
  }

  /** Where the caller reads streams: with what it rehearsed until now, where it rehearses. */
  get streams(): EventStore {
    return this.#rehearsal.getStore()?.store ?? this.#store;
  }

  /** Streams to which the caller has appended in its rehearsal, in the order in which it began: no read model has them. */
  get rehearsedStreams(): readonly string[] {
    return this.#rehearsal.getStore()?.store.appendedTo ?? [];
  }

  /** Whether the caller rehearses: then it leaves nothing behind, outside the store neither. */
  get isRehearsing(): boolean {
    return this.#rehearsal.getStore() !== undefined;
  }

  override load<S, E>(decider: Evolving<S, E>, streamId: string): Promise<Loaded<S>> {
    const rehearsed = this.#rehearsal.getStore()?.writer;
    return rehearsed ? rehearsed.load(decider, streamId) : super.load(decider, streamId);
  }

  override write<S, E extends DomainEvent, C, F extends AtFact>(
    decider: Decider<S, E, C, F>,
    intention: Intention<C>,
    factsFor: FactsFor<S, F>,
  ): Promise<Receipt> {
    const rehearsed = this.#rehearsal.getStore()?.writer;
    return rehearsed
      ? rehearsed.write(decider, intention, factsFor)
      : super.write(decider, intention, factsFor);
  }
}
