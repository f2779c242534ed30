import { limits } from '#event-store';
import type { Appended, EventStore, NewEvent, Position } from '#event-store';
import type { StateCache } from './state-cache.ts';

/** What a command decided, on the state that everything before it leaves. */
export type Decided = Readonly<{ commandId: string; events: readonly NewEvent[]; state: unknown }>;

/** Where the events of a command stand. */
export type Stored = Readonly<{ firstRevision: number; position: Position; repeated: boolean }>;

/** What was decided before on the stream is not stored: this was decided on a state that the stream never had. */
export class DecidedInVain extends Error {
  constructor(cause: unknown) {
    super('what was decided before on the same stream is not stored', { cause });
    this.name = 'DecidedInVain';
  }
}

type Waiting = Decided & Readonly<{ stored: ReturnType<typeof Promise.withResolvers<Stored>> }>;
type Batch = { readonly waiting: Waiting[]; bytes: number; readonly isAlone: boolean };

/** A stream as commands find it; revision -1 where it has no events. */
type End = Readonly<{ revision: number; state: unknown }>;

/** Half of what an append may have: stores add notes of their own. Bytes. */
const room = limits.appendBytes / 2;

const bytesOf = ({ events }: Decided): number =>
  events.reduce((sum, { data, metadata }) => sum + Buffer.byteLength(data) + Buffer.byteLength(metadata), 0);

/**
 * What is decided on a stream and not stored yet. One append is under way at a time. What is decided meanwhile, on the
 * state that it will leave, goes together in the next one, and nowhere when it fails: another process may have taken the
 * revision that was expected, and an append at that revision would follow what it was not decided on.
 */
export class StreamTail {
  readonly #store: EventStore;
  readonly #cache: StateCache;
  readonly #stream: string;
  /** Told when something begins to wait, and when nothing waits any more. */
  readonly #waits: (doesWait: boolean) => void;
  readonly #batches: Batch[] = [];
  #end: End;
  #failure: DecidedInVain | undefined;

  /** After what is stored. */
  constructor(
    store: EventStore,
    cache: StateCache,
    stream: string,
    { waits, revision, state }: End & Readonly<{ waits: (doesWait: boolean) => void }>,
  ) {
    this.#store = store;
    this.#cache = cache;
    this.#stream = stream;
    this.#waits = waits;
    this.#end = { revision, state };
  }

  /** When all that was decided is stored. */
  get end(): End {
    return this.#end;
  }

  /** Resolves when all that was decided so far is stored. @throws DecidedInVain */
  async stored(): Promise<void> {
    const last = this.#batches.at(-1)?.waiting.at(-1);
    await last?.stored.promise.catch((error: unknown) => Promise.reject(new DecidedInVain(error)));
    if (this.#failure) throw this.#failure;
  }

  /**
   * @param decided on `end`
   * @param isAlone in an append of its own, so that what is wrong with it is told of nothing else
   * @throws DecidedInVain, and what the store throws
   */
  async add(decided: Decided, isAlone: boolean): Promise<Stored> {
    if (this.#failure) throw this.#failure;
    const { revision } = this.#end;
    this.#end = { revision: revision + decided.events.length, state: decided.state };
    const waiting = { ...decided, stored: Promise.withResolvers<Stored>() };
    const isFirst = this.#batches.length === 0;
    this.#batchFor(decided, isAlone).waiting.push(waiting);
    if (isFirst) void this.#storeAll(revision);
    return waiting.stored.promise;
  }

  /** The last one, unless it is under way, or full, or one of the two wants to be alone. */
  #batchFor(decided: Decided, isAlone: boolean): Batch {
    const bytes = bytesOf(decided);
    const last = this.#batches.length > 1 ? this.#batches.at(-1) : undefined;
    if (last && !last.isAlone && !isAlone && last.bytes + bytes <= room) {
      last.bytes += bytes;
      return last;
    }
    const batch = { waiting: [], bytes, isAlone };
    this.#batches.push(batch);
    return batch;
  }

  async #storeAll(stored: number): Promise<void> {
    this.#waits(true);
    let revision = stored;
    try {
      for (let batch; (batch = this.#batches[0]); this.#batches.shift())
        revision = await this.#storeBatch(batch.waiting, revision);
    } catch (error) {
      this.#fail(error);
    }
    this.#waits(false);
  }

  #fail(error: unknown): void {
    const failure = new DecidedInVain(error);
    this.#failure = failure;
    const [failed, ...others] = this.#batches.splice(0);
    for (const { stored } of failed?.waiting ?? []) stored.reject(error);
    for (const { waiting } of others) for (const { stored } of waiting) stored.reject(failure);
  }

  /** @returns the revision that the stream has then */
  async #storeBatch(waiting: readonly Waiting[], expected: number): Promise<number> {
    const events = waiting.flatMap((one) => one.events);
    const appended = await this.#store.append(this.#stream, expected < 0 ? 'noStream' : expected, events);
    const positionAt = await this.#positions(waiting, appended);
    let next = appended.firstRevision;
    for (const { commandId, events: ofCommand, state, stored } of waiting) {
      const firstRevision = next;
      next += ofCommand.length;
      const { repeated } = appended;
      if (!repeated)
        this.#cache.advance(this.#stream, { state, revision: next - 1, commandId, firstRevision });
      stored.resolve({ firstRevision, position: positionAt(next - 1), repeated });
    }
    return appended.lastRevision;
  }

  /** The position at a revision of what was appended: stores tell that of the last event only. */
  async #positions(
    waiting: readonly Waiting[],
    { firstRevision, lastRevision, position }: Appended,
  ): Promise<(revision: number) => Position> {
    if (waiting.length === 1) return () => position;
    const limit = lastRevision - firstRevision;
    const events = await this.#store.readStream(this.#stream, { from: firstRevision, limit });
    const positions = new Map(events.map((event) => [event.revision, event.position]));
    return (revision) => positions.get(revision) ?? position;
  }
}
