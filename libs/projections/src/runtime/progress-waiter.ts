export type WaitOptions = Readonly<{
  /** Milliseconds. */
  timeoutMs: number;
  signal?: AbortSignal | undefined;
}>;

/** Lets readers wait until the read models have reached a position. */
export declare class ProgressWaiter {
  get position(): number;
  advance(position: number): void;
  /** The projections stopped: whoever waits, now or later, gets this error. */
  fail(error: Error): void;
  /** @throws NotCaughtUp after the timeout; the signal's reason when it is aborted */
  whenReached(position: number, options: WaitOptions): Promise<void>;
}
