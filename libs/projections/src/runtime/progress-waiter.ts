import { NotCaughtUp } from './errors.ts';

export type WaitOptions = Readonly<{
  /** Milliseconds. */
  timeoutMs: number;
  signal?: AbortSignal | undefined;
}>;

type Waiting = Readonly<{ position: number; settle: (error?: Error) => void }>;

/** Lets readers wait until the read models have reached a position. */
export class ProgressWaiter {
  #position: number;
  #failure: Error | undefined;
  readonly #waiting = new Set<Waiting>();

  constructor(position = 0) {
    this.#position = position;
  }

  get position(): number {
    return this.#position;
  }

  advance(position: number): void {
    this.#position = Math.max(this.#position, position);
    for (const waiting of this.#waiting) if (waiting.position <= this.#position) waiting.settle();
  }

  /** The projections stopped: whoever waits, now or later, gets this error. */
  fail(error: Error): void {
    this.#failure = error;
    for (const waiting of this.#waiting) waiting.settle(error);
  }

  /** @throws NotCaughtUp after the timeout; the signal's reason when it is aborted */
  async whenReached(position: number, { timeoutMs, signal }: WaitOptions): Promise<void> {
    if (position <= this.#position) return;
    signal?.throwIfAborted();
    if (this.#failure) throw this.#failure;
    await this.#wait(position, timeoutMs, signal);
  }

  #wait(position: number, timeoutMs: number, signal: AbortSignal | undefined): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const abandon = () => waiting.settle(signal?.reason as Error);
    const timer = setTimeout(() => waiting.settle(new NotCaughtUp(position, this.#position)), timeoutMs);
    const waiting: Waiting = {
      position,
      settle: (error) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abandon);
        this.#waiting.delete(waiting);
        if (error) reject(error);
        else resolve();
      },
    };
    signal?.addEventListener('abort', abandon, { once: true });
    this.#waiting.add(waiting);
    return promise;
  }
}
