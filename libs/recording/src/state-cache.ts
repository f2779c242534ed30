import { decode, streamName } from '#governance';
import type { DomainEvent, Recorded, When } from '#governance';
import type { EventStore } from '#event-store';

/** What is needed of a decider to know the state of a stream. */
export type Evolving<S, E> = Readonly<{
  category: string;
  initialState: S;
  evolve: (state: S, event: E, at: When) => S;
}>;

/** The state of a stream as of its last event; revision -1 where there is none. */
export type Loaded<S> = Readonly<{
  state: S;
  revision: number;
  /** First revision of every command in the stream. */
  commands: ReadonlyMap<string, number>;
}>;

type Entry = Readonly<{
  state: unknown;
  revision: number;
  commands: Map<string, number>;
  /** The store's version at which the stream was known to its end; undefined where the store tells none. */
  version: unknown;
}>;

/** A stream after the events of a command, which begin at `firstRevision`. */
type Advance = Readonly<{ state: unknown; revision: number; commandId: string; firstRevision: number }>;

/** Events read at a time. */
const page = 1000;

/** Every event of a stream from a revision on. */
export async function* eventsFrom(store: EventStore, stream: string, from: number): AsyncGenerator<Recorded> {
  for (let next = from; ;) {
    const events = await store.readStream(stream, { from: next, limit: page });
    for (const event of events) yield decode(event);
    if (events.length < page) return;
    next += events.length;
  }
}

/**
 * The current state of streams. What is kept is only a start: every load reads on from it, unless the store
 * tells that nobody has appended since, so it is right however many processes write. The least recently used
 * streams are forgotten first.
 */
export class StateCache {
  readonly #store: EventStore;
  readonly #capacity: number;
  readonly #entries = new Map<string, Entry>();

  constructor(store: EventStore, capacity = 10_000) {
    this.#store = store;
    this.#capacity = capacity;
  }

  async load<S, E>(decider: Evolving<S, E>, streamId: string): Promise<Loaded<S>> {
    const stream = streamName(decider.category, streamId);
    const known = this.#entries.get(stream);
    const version = this.#store.version?.();
    if (known && version !== undefined && known.version === version) return known as Entry & { state: S };
    let state = (known ? known.state : decider.initialState) as S;
    let revision = known?.revision ?? -1;
    const commands = known?.commands ?? new Map<string, number>();
    for await (const recorded of eventsFrom(this.#store, stream, revision + 1)) {
      state = decider.evolve(state, recorded.event as E & DomainEvent, recorded.envelope.occurredAt);
      revision = recorded.revision;
      const { commandId } = recorded.envelope;
      if (!commands.has(commandId)) commands.set(commandId, revision);
    }
    if (revision >= 0) this.#keep(stream, { state, revision, commands, version });
    return { state, revision, commands };
  }

  /** What an append has just made of a stream: the next load need not read it again. */
  advance(stream: string, { state, revision, commandId, firstRevision }: Advance): void {
    const known = this.#entries.get(stream);
    if (known?.revision !== firstRevision - 1) return;
    known.commands.set(commandId, firstRevision);
    this.#entries.set(stream, { ...known, state, revision, version: undefined });
  }

  #keep(stream: string, entry: Entry): void {
    const known = this.#entries.get(stream);
    this.#entries.delete(stream);
    this.#entries.set(stream, known && known.revision > entry.revision ? known : entry);
    const oldest = this.#entries.keys().next();
    if (this.#entries.size > this.#capacity && !oldest.done) this.#entries.delete(oldest.value);
  }
}
