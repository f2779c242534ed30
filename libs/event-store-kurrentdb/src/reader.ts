import {
  BACKWARDS,
  END,
  FORWARDS,
  START,
  StreamNotFoundError,
  streamNameFilter,
} from '@kurrent/kurrentdb-client';
import type { AllStreamResolvedEvent, KurrentDBClient, ResolvedEvent } from '@kurrent/kurrentdb-client';
import { start } from '#event-store';
import type { Position, RecordedEvent } from '#event-store';
import { decode } from './codec.ts';
import type { Stored } from './codec.ts';
import type { Connection, Patience } from './connection.ts';
import { within } from './connection.ts';
import { ForeignPosition } from './errors.ts';
import { isTransient } from './failures.ts';
import { commitOf } from './position.ts';

/** Applied by the server: names that a stream of this store can have. System streams begin with a dollar. */
export const streamsOfAStore = () => streamNameFilter({ regex: '^[A-Za-z][A-Za-z0-9_]*-' });

/** Events asked for at a time; they come as they are taken. */
const stride = 16_384;

const silent = (): void => undefined;

/** Followers may lag behind what was acknowledged. */
const fromLeader = { requiresLeader: true, resolveLinkTos: false } as const;

/** That a position cannot be read. */
const timesToBeSure = 3;

type Resolved = ResolvedEvent | AllStreamResolvedEvent;

/** Links and marks of deleted streams stand in streams of any name. */
const storedOf = ({ event }: Resolved): Stored | undefined =>
  event && !event.type.startsWith('$') ? decode(event) : undefined;

async function collect(events: AsyncIterable<Resolved>, alive: () => void): Promise<Stored[]> {
  const all: Stored[] = [];
  for await (const resolved of events) {
    alive();
    const stored = storedOf(resolved);
    if (stored) all.push(stored);
  }
  return all;
}

/** Up to so many, or fewer at the end. */
async function take(
  events: AsyncIterator<Resolved>,
  count: number,
  alive: () => void,
): Promise<RecordedEvent[]> {
  const taken: RecordedEvent[] = [];
  while (taken.length < count) {
    const next = await events.next();
    if (next.done) break;
    alive();
    const stored = storedOf(next.value);
    if (stored) taken.push(stored.event);
  }
  return taken;
}

/** Where a reader goes on, the server gives the event that it had last once more. @throws ForeignPosition */
function comingAfter(after: Position, [found]: readonly RecordedEvent[]): readonly RecordedEvent[] {
  if (found?.position === after) return [];
  if (found?.position === after + 1) return [found];
  throw new ForeignPosition(after);
}

/** Asks the leader, and a new client when a node is gone. */
export class Reader {
  readonly #connection: Connection;
  readonly #patience: Patience;

  constructor(connection: Connection, patience: Patience) {
    this.#connection = connection;
    this.#patience = patience;
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
    return this.#ofStream((client) => client.readStream(stream, options));
  }

  /** The revision of a stream's last event; -1 where there is none. @throws StoreUnavailable */
  async revisionOf(stream: string): Promise<number> {
    const options = { ...fromLeader, direction: BACKWARDS, fromRevision: END, maxCount: 1 } as const;
    const [last] = await this.#ofStream((client) => client.readStream(stream, options));
    return last?.event.revision ?? -1;
  }

  /** The position of the last event. @throws StoreUnavailable */
  async head(): Promise<Position> {
    const options = { ...fromLeader, direction: BACKWARDS, fromPosition: END, maxCount: 1 } as const;
    const [last] = await this.#connection.persist(this.#patience, (client, alive) =>
      collect(client.readAll({ ...options, filter: streamsOfAStore() }), alive),
    );
    return last?.event.position ?? start;
  }

  /** The event at a position, if there is one. @throws StoreUnavailable */
  async at(position: Position): Promise<Stored | undefined> {
    const [found] = await this.#connection.persist(this.#patience, (client, alive) =>
      collect(this.#from(client, position, 1), alive),
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
    const { client } = this.#connection;
    const events = this.#from(client, after, rounds * size + 1)[Symbol.asyncIterator]();
    const next = (count: number) =>
      within(this.#patience.timeout, (alive) => take(events, count, () => (alive(), tell())));
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
      const reading = within(this.#patience.timeout, (alive) => collect(read(client), alive));
      const done = await reading.then(() => true).catch(() => false);
      if (!done) this.#connection.renew(client);
      return done;
    };
    for (let time = 0; time < timesToBeSure; time++) {
      if (
        !(await works((client) =>
          client.readAll({ ...fromLeader, direction: BACKWARDS, fromPosition: END, maxCount: 1 }),
        ))
      )
        return false;
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
      filter: streamsOfAStore(),
    });
  }

  async #ofStream(read: (client: KurrentDBClient) => AsyncIterable<ResolvedEvent>) {
    try {
      return await this.#connection.persist(this.#patience, (client, alive) => collect(read(client), alive));
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      throw error;
    }
  }
}
