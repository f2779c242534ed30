import { decode, streamName } from '#governance';
import type { DomainEvent, Recorded, When } from '#governance';
import type { EventStore, Position } from '#event-store';

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

type Entry = {
  readonly state: unknown;
  readonly revision: number;
  readonly commands: Map<string, number>;
  /** A revision that the stream has, as far as the store has told; Infinity where it tells nothing. */
  head: number;
};

/** A stream after the events of a command, which begin at `firstRevision`. */
type Advance = Readonly<{ state: unknown; revision: number; commandId: string; firstRevision: number }>;

/** Events read at a time where all are wanted. */
const wholePage = 1000;

/** Every event of a stream from a revision on. @param page events read at a time: few where few are wanted */
export async function* eventsFrom(
  store: EventStore,
  stream: string,
  from: number,
  page = wholePage,
): AsyncGenerator<Recorded> {
  for (let next = from; ;) {
    const events = await store.readStream(stream, { from: next, limit: page });
    for (const event of events) yield decode(event);
    if (events.length < page) return;
    next += events.length;
  }
}

/**
 * The current state of streams. What is kept is only a start: every load reads on from it, unless the store
 * tells that nobody has appended to the stream since, so it is right however many processes write. The least
 * recently used streams are forgotten first.
 */
export class StateCache {
  readonly #store: EventStore;
  readonly #capacity: number;
  readonly #entries = new Map<string, Entry>();
  /** Up to here the entries know what was appended to their streams. */
  #seen: Position | undefined;

  constructor(store: EventStore, capacity = 10_000) {
    this.#store = store;
    this.#capacity = capacity;
  }

  async load<S, E>(decider: Evolving<S, E>, streamId: string): Promise<Loaded<S>> {
    const stream = streamName(decider.category, streamId);
    this.#lookOut();
    const known = this.#entries.get(stream);
    if (known && known.revision >= known.head) return this.#keep(stream, known) as Loaded<S>;
    const seen = this.#seen ?? (await this.#begin());
    let state = (known ? known.state : decider.initialState) as S;
    let revision = known?.revision ?? -1;
    const commands = known?.commands ?? new Map<string, number>();
    for await (const recorded of eventsFrom(this.#store, stream, revision + 1)) {
      state = decider.evolve(state, recorded.event as E & DomainEvent, recorded.envelope.occurredAt);
      revision = recorded.revision;
      const { commandId } = recorded.envelope;
      if (!commands.has(commandId)) commands.set(commandId, revision);
    }
    // What others saw meanwhile may have been of this stream.
    const head = this.#store.placesAfter && seen === this.#seen ? revision : Infinity;
    if (revision >= 0) this.#keep(stream, { state, revision, commands, head });
    return { state, revision, commands };
  }

  /** What an append has just made of a stream: the next load need not read it again. */
  advance(stream: string, { state, revision, commandId, firstRevision }: Advance): void {
    const known = this.#entries.get(stream);
    if (known?.revision !== firstRevision - 1) return;
    known.commands.set(commandId, firstRevision);
    this.#entries.set(stream, { ...known, state, revision });
  }

  async #begin(): Promise<Position> {
    const head = await this.#store.head();
    return (this.#seen ??= head);
  }

  /** Finds out to which streams somebody has appended. */
  #lookOut(): void {
    if (this.#seen === undefined) return;
    for (let places; (places = this.#store.placesAfter?.(this.#seen))?.length;)
      for (const { stream, revision, position } of places) {
        this.#seen = position;
        const entry = this.#entries.get(stream);
        if (entry && entry.head < revision) entry.head = revision;
      }
  }

  #keep(stream: string, entry: Entry): Entry {
    const known = this.#entries.get(stream);
    const latest = known && known.revision > entry.revision ? known : entry;
    this.#entries.delete(stream);
    this.#entries.set(stream, latest);
    const oldest = this.#entries.keys().next();
    if (this.#entries.size > this.#capacity && !oldest.done) this.#entries.delete(oldest.value);
    return latest;
  }
}
