import { AsyncLocalStorage } from 'node:async_hooks';
import type { AtFact, Decider, DomainEvent } from '#governance';
import type { EventStore, Position } from '#event-store';
import type { Evolving, Loaded } from '../state-cache.ts';
import { StreamWriter } from '../stream-writer.ts';
import type { FactsFor, Inspect, Intention, Receipt } from '../stream-writer.ts';
import { RehearsalStore } from './rehearsal-store.ts';

/** What has to be there before the events that name it. */
type Effect = () => Promise<void>;

/** `effects`: of what is stored in the end; a rehearsal has none. */
type Rehearsing = Readonly<{ writer: StreamWriter; store: RehearsalStore; effects?: Effect[] }>;

/** What was recorded at once. */
export type Together<T> = Readonly<{
  answer: T;
  /** Of the last event. */
  position: Position;
  /** It was recorded before: these very events, or others with their ids. */
  repeated: boolean;
}>;

/**
 * A writer whose callers may rehearse: within `rehearse` everything is decided, and appended, on a copy in
 * memory that is gone afterwards. Whoever loads or writes need not know.
 */
export class RehearsableWriter extends StreamWriter {
  readonly #store: EventStore;
  readonly #rehearsal = new AsyncLocalStorage<Rehearsing>();

  readonly #inspect: Inspect | undefined;

  constructor(store: EventStore, inspect?: Inspect) {
    super(store, undefined, inspect);
    this.#store = store;
    this.#inspect = inspect;
  }

  rehearse<T>(rehearsal: () => Promise<T>): Promise<T> {
    return this.#rehearsal.run(this.#copy(), rehearsal);
  }

  /** Whether the store can keep at once what is recorded together. */
  get canWriteTogether(): boolean {
    return this.#store.appendTogether !== undefined;
  }

  /**
   * Records all that the work records at once, or nothing where it throws: decided as in a rehearsal, each decision
   * on what those before it will leave, then stored as one. Streams that are only read are as current as in any
   * command.
   *
   * @throws WrongExpectedRevision when somebody else appended to one of the streams meanwhile: nothing is stored
   * @throws EventIdTaken when some of it was recorded before, and not the rest
   */
  async together<T>(work: () => Promise<T>): Promise<Together<T>> {
    if (!this.#store.appendTogether)
      throw new Error('the store cannot keep at once what is recorded together');
    const rehearsing = { ...this.#copy(), effects: [] as Effect[] };
    const answer = await this.#rehearsal.run(rehearsing, work);
    for (const effect of rehearsing.effects) await effect();
    return { answer, ...(await this.#store.appendTogether(rehearsing.store.appends)) };
  }

  /** Sees to it that something is there before the events are that the caller records; a rehearsal needs nothing. */
  async beforehand(effect: Effect): Promise<void> {
    const rehearsing = this.#rehearsal.getStore();
    if (rehearsing) rehearsing.effects?.push(effect);
    else await effect();
  }

  #copy(): Rehearsing {
    const store = new RehearsalStore(this.#store);
    return { writer: new StreamWriter(store, undefined, this.#inspect), store };
  }

  /** Where the caller reads streams: with what it rehearsed until now, where it rehearses. */
  get streams(): EventStore {
    return this.#rehearsal.getStore()?.store ?? this.#store;
  }

  /** Streams to which the caller has appended in its rehearsal, in the order in which it began: no read model has them. */
  get rehearsedStreams(): readonly string[] {
    return this.#rehearsal.getStore()?.store.appendedTo ?? [];
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
