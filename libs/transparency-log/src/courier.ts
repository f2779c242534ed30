import { setTimeout } from 'node:timers/promises';
import { NotCosigned, TwoViews, WitnessClient } from './witness-client.ts';
import type { Cosigned, Submission, Witness } from './witness-client.ts';

export type CourierOptions = Readonly<{
  onCosigned: (witness: Witness, submission: Submission, cosigned: Cosigned) => void;
  /** Told every attempt that failed. */
  onTrouble: (witness: Witness, submission: Submission, error: unknown) => void;
  signal: AbortSignal;
  /** Milliseconds before the second attempt; doubled from one to the next, up to `maxPause`. */
  pause?: number;
  maxPause?: number;
}>;

/**
 * Brings checkpoints to one witness, the latest at a time: until it has cosigned, or a later one takes the place
 * of what it was asked for.
 */
export class Courier {
  readonly #client: WitnessClient;
  readonly #options: CourierOptions;
  #submission: Submission | undefined;
  #running = false;
  #failures = 0;

  constructor(witness: Witness, options: CourierOptions) {
    this.#client = new WitnessClient(witness);
    this.#options = options;
  }

  get witness(): Witness {
    return this.#client.witness;
  }

  /** Whether it did not answer when it was asked last: nobody should wait for it. */
  get isAway(): boolean {
    return this.#failures > 0;
  }

  send(submission: Submission): void {
    this.#submission = submission;
    if (this.#running) return;
    this.#running = true;
    void this.#deliver().finally(() => {
      this.#running = false;
    });
  }

  async #deliver(): Promise<void> {
    const { signal } = this.#options;
    while (!signal.aborted && this.#submission) {
      const submission = this.#submission;
      const wait = await this.#attempt(submission);
      if (wait === undefined && this.#submission === submission) this.#submission = undefined;
      if (wait !== undefined)
        await setTimeout(wait, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** Milliseconds until it may be asked again; undefined where there is nothing more to ask. */
  async #attempt(submission: Submission): Promise<number | undefined> {
    const { onCosigned, onTrouble, signal, pause = 1_000, maxPause = 60_000 } = this.#options;
    try {
      onCosigned(this.witness, submission, await this.#client.cosign(submission, signal));
      this.#failures = 0;
      return undefined;
    } catch (error) {
      if (signal.aborted) return undefined;
      this.#failures++;
      onTrouble(this.witness, submission, error);
      if (error instanceof TwoViews) return undefined;
      const asked = error instanceof NotCosigned ? error.retryAfter : 0;
      return Math.max(asked, Math.min(pause * 2 ** (this.#failures - 1), maxPause));
    }
  }
}
