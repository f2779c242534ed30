import {
  BACKWARDS,
  END,
  FORWARDS,
  START,
  StreamNotFoundError,
  streamNameFilter,
} from '@kurrent/kurrentdb-client';
import type { AllStreamResolvedEvent, KurrentDBClient, ResolvedEvent } from '@kurrent/kurrentdb-client';
import { ForeignPosition, start } from '#event-store';
import type { Position, RecordedEvent } from '#event-store';
import { ChosenStreams } from './chosen-streams.ts';
import { Clock } from './clock.ts';
import { decode } from './codec.ts';
import type { Stored } from './codec.ts';
import type { Connection, Patience } from './connection.ts';
import { within } from './connection.ts';
import { isTransient } from './failures.ts';
import { commitOf } from './position.ts';
import type { Scope } from './scope.ts';

/** Events asked for at a time; they come as they are taken. */
const stride = 16_384;

const silent = (): void => undefined;

/** Followers may lag behind what was acknowledged. */
const fromLeader = { requiresLeader: true, resolveLinkTos: false } as const;

/** That a position cannot be read. */
const timesToBeSure = 3;

type Resolved = ResolvedEvent | AllStreamResolvedEvent;

/** The last event of the server's log, whoever's it is. */
const readLast = (client: KurrentDBClient) =>
  client.readAll({ ...fromLeader, direction: BACKWARDS, fromPosition: END, maxCount: 1 });

/** To find a store's events, the server may have to go through many of others, and says nothing meanwhile. */
async function ping(client: KurrentDBClient): Promise<void> {
  for await (const _ of readLast(client));
}

/** Where a reader goes on, the server gives the event that it had last once more. @throws ForeignPosition */
function comingAfter(after: Position, [found]: readonly RecordedEvent[]): readonly RecordedEvent[] {
  if (found?.position === after) return [];
  if (found?.position === after + 1) return [found];
  throw new ForeignPosition(after);
}

/** Asks the leader, and a new client when a node is gone. */
export class Reader {
  readonly scope: Scope;
  readonly clock = new Clock();
  readonly #connection: Connection;
  readonly #patience: Patience;
  /** In the place of the server's log where only some streams may be read. */
  readonly #chosen: ChosenStreams | undefined;

  constructor(connection: Connection, scope: Scope, patience: Patience) {
    this.scope = scope;
    this.#connection = connection;
    this.#patience = scope.streams ? patience : { ...patience, ping };
    if (scope.streams) this.#chosen = this.#choose(scope.streams);
  }

  /** @throws StoreUnavailable */
  stream(stream: string, from: number, limit: number): Promise<readonly Stored[]> {
    if (limit === 0) return Promise.resolve([]);
    const options = {
      ...fromLeader,
      direction: FORWARDS,
      fromRevision: BigInt(from),
      maxCount: limit,
    } as const;
    return this.#ofStream((client) => client.readStream(this.scope.onServer(stream), options));
  }

  /** The revision of a stream's last event; -1 where there is none. @throws StoreUnavailable */
  async revisionOf(stream: string): Promise<number> {
    const options = { ...fromLeader, direction: BACKWARDS, fromRevision: END, maxCount: 1 } as const;
    const [last] = await this.#ofStream((client) => client.readStream(this.scope.onServer(stream), options));
    return last?.event.revision ?? -1;
  }

  /** The position of the last event. @throws StoreUnavailable */
  async head(): Promise<Position> {
    const chosen = this.#chosen;
    if (chosen) return this.#connection.persist(this.#patience, () => chosen.head());
    const options = { ...fromLeader, direction: BACKWARDS, fromPosition: END, maxCount: 1 } as const;
    const [last] = await this.#connection.persist(this.#patience, (client, alive) =>
      this.#collect(client.readAll({ ...options, filter: this.#filter() }), alive),
    );
    return last?.event.position ?? start;
  }

  /** The event at a position, if there is one. @throws StoreUnavailable */
  async at(position: Position): Promise<Stored | undefined> {
    const found = await this.#connection.persist(this.#patience, (client, alive) =>
      this.#storedFrom(client, position, alive),
    );
    return found?.event.position === position ? found : undefined;
  }

  /** A page of what comes after a position. @throws ForeignPosition, StoreUnavailable */
  async all(after: Position, limit: number): Promise<readonly RecordedEvent[]> {
    if (limit === 0) return [];
    return this.#connection.persist(this.#patience, async (_, alive) => {
      for await (const batch of this.batches(after, limit, { rounds: 1, alive })) return batch;
      return [];
    });
  }

  /**
   * Batches of what comes after a position, up to the end. One of fewer events than asked for is the last; there
   * is none, or it is empty, where nothing comes. Nothing is tried twice.
   *
   * @throws ForeignPosition, and whatever the client throws
   */
  async *batches(
    after: Position,
    size: number,
    { rounds = Math.max(1, Math.floor(stride / size)), alive: tell = silent } = {},
  ): AsyncGenerator<readonly RecordedEvent[], void> {
    if (this.#chosen) {
      const batch = await this.#chosenBatch(this.#chosen, after, size);
      if (batch.length > 0) yield batch;
      return;
    }
    const { client } = this.#connection;
    const events = this.#from(client, after, rounds * size + 1)[Symbol.asyncIterator]();
    const next = (count: number) =>
      this.#within(client, (alive) => this.#take(events, count, () => (alive(), tell())));
    try {
      let held = after === start ? [] : await this.#confirmed(after, () => next(1));
      for (let round = 0; round < rounds; round++) {
        const batch = [...held, ...(await next(size - held.length))];
        held = [];
        if (batch.length > 0) yield batch;
        if (batch.length < size) return;
      }
    } catch (error) {
      // Otherwise a dead client would be asked again.
      if (isTransient(error)) this.#connection.renew(client);
      throw error;
    } finally {
      // Not awaited: it waits for what a hung node was asked.
      events.return?.().catch(silent);
    }
  }

  /** A server that does not know a place in its log says that it is unavailable. */
  async #confirmed(after: Position, first: () => Promise<readonly RecordedEvent[]>) {
    try {
      return comingAfter(after, await first());
    } catch (error) {
      if (isTransient(error) && (await this.#isAlone(after))) throw new ForeignPosition(after);
      throw error;
    }
  }

  /** Whether nothing but this position is unavailable, again and again. */
  async #isAlone(position: Position): Promise<boolean> {
    const works = async (read: (client: KurrentDBClient) => AsyncIterable<Resolved>): Promise<boolean> => {
      const { client } = this.#connection;
      const reading = this.#within(client, (alive) => this.#collect(read(client), alive));
      const done = await reading.then(() => true).catch(() => false);
      if (!done) this.#connection.renew(client);
      return done;
    };
    for (let time = 0; time < timesToBeSure; time++) {
      if (!(await works(readLast))) return false;
      if (await works((client) => this.#from(client, position, 1))) return false;
    }
    return true;
  }

  #from(client: KurrentDBClient, position: Position, maxCount: number) {
    const commit = commitOf(position);
    const fromPosition = position === start ? START : { commit, prepare: commit };
    return client.readAll({
      ...fromLeader,
      direction: FORWARDS,
      fromPosition,
      maxCount,
      filter: this.#filter(),
    });
  }

  #filter() {
    return streamNameFilter({ regex: this.scope.pattern });
  }

  async #storedFrom(
    client: KurrentDBClient,
    position: Position,
    alive: () => void,
  ): Promise<Stored | undefined> {
    if (!this.#chosen) return (await this.#collect(this.#from(client, position, 1), alive))[0];
    const [event] = await this.#chosen.from(position, 1);
    return event && (await this.stream(event.stream, event.revision, 1))[0];
  }

  /** As `batches`, of which it is the only one. */
  async #chosenBatch(chosen: ChosenStreams, after: Position, size: number) {
    if (after === start) return chosen.from(after, size);
    const [found, ...further] = await chosen.from(after, size + 1);
    return [...comingAfter(after, found ? [found] : []), ...further].slice(0, size);
  }

  #choose(streams: readonly string[]): ChosenStreams {
    const read = (stream: string, options: Parameters<KurrentDBClient['readStream']>[1]) =>
      this.#once((client) => client.readStream(this.scope.onServer(stream), { ...fromLeader, ...options }));
    return new ChosenStreams(streams, {
      page: (stream, from, limit) =>
        read(stream, { direction: FORWARDS, fromRevision: BigInt(from), maxCount: limit }),
      last: async (stream) =>
        (await read(stream, { direction: BACKWARDS, fromRevision: END, maxCount: 1 }))[0],
    });
  }

  /** Nothing where there is no such stream. Nothing is tried twice. */
  async #once(read: (client: KurrentDBClient) => AsyncIterable<ResolvedEvent>): Promise<RecordedEvent[]> {
    const { client } = this.#connection;
    try {
      const reading = this.#within(client, (alive) => this.#collect(read(client), alive));
      return (await reading).map(({ event }) => event);
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      if (isTransient(error)) this.#connection.renew(client);
      throw error;
    }
  }

  /** Links and marks of deleted streams stand in streams of any name. */
  #storedOf({ event }: Resolved): Stored | undefined {
    if (!event || event.type.startsWith('$')) return undefined;
    const stored = decode(event, this.scope.inStore(event.streamId));
    if (!stored.isCopy) this.clock.saw(stored.event.recordedAt);
    return stored;
  }

  #within<T>(client: KurrentDBClient, run: (alive: () => void) => Promise<T>): Promise<T> {
    const { timeout, ping } = this.#patience;
    return within(timeout, run, ping && (() => ping(client)));
  }

  async #collect(events: AsyncIterable<Resolved>, alive: () => void): Promise<Stored[]> {
    const all: Stored[] = [];
    for await (const resolved of events) {
      alive();
      const stored = this.#storedOf(resolved);
      if (stored) all.push(stored);
    }
    return all;
  }

  /** Up to so many, or fewer at the end. */
  async #take(events: AsyncIterator<Resolved>, count: number, alive: () => void): Promise<RecordedEvent[]> {
    const taken: RecordedEvent[] = [];
    while (taken.length < count) {
      const next = await events.next();
      if (next.done) break;
      alive();
      const stored = this.#storedOf(next.value);
      if (stored) taken.push(stored.event);
    }
    return taken;
  }

  async #ofStream(read: (client: KurrentDBClient) => AsyncIterable<ResolvedEvent>) {
    try {
      return await this.#connection.persist(this.#patience, (client, alive) =>
        this.#collect(read(client), alive),
      );
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      throw error;
    }
  }
}
