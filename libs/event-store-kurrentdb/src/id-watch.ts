import { StoreUnavailable } from '#event-store';
import type { Position, RecordedEvent } from '#event-store';
import { IdIndex } from './id-index.ts';

/** What this process appends it knows at once; the ids of others come in bulk, as reading them costs appends. Milliseconds. */
export const linger = 10_000;

/** Reads the ids of all events, of this process and others, for as long as the store is open. */
export class IdWatch {
  readonly index = new IdIndex();
  /** Resolves when all ids are known that were in the store when it was opened. */
  readonly ready: Promise<void>;
  readonly #ended: Promise<void>;
  #problem: unknown;

  constructor(batches: AsyncIterable<readonly RecordedEvent[]>, head: Position) {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    this.ready = promise;
    this.ready.catch(() => undefined);
    if (head === 0) resolve(undefined);
    this.#ended = this.#watch(batches, (position) => position >= head && resolve(undefined)).then(
      () => reject(new StoreUnavailable('the store was closed before it had read which events it holds')),
      (error: unknown) => {
        this.#problem = error;
        reject(error);
      },
    );
  }

  /** @throws what ended the reading: without it, an id may be stored that is not known */
  check(): void {
    if (this.#problem !== undefined) throw this.#problem as Error;
  }

  async #watch(batches: AsyncIterable<readonly RecordedEvent[]>, reached: (position: Position) => void) {
    for await (const batch of batches) {
      for (const { id, position } of batch) this.index.add(id, position);
      reached(batch.at(-1)?.position ?? 0);
    }
  }

  get ended(): Promise<void> {
    return this.#ended;
  }
}
