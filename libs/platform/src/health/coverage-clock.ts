import type { Covering } from './lag.ts';

/** Notes, while entries are published and checkpoints signed, since when an entry waits for its checkpoint. */
export class CoverageClock {
  #covering: Covering = { entries: 0 };

  get covering(): Covering {
    return this.#covering;
  }

  published(entries: number, now = Date.now()): void {
    const { checkpoint, waitingSince } = this.#covering;
    const waits = entries > (checkpoint?.size ?? 0);
    this.#covering = { entries, checkpoint, waitingSince: waits ? (waitingSince ?? now) : undefined };
  }

  /** What came behind this checkpoint has waited since now, at the most. */
  signed(checkpoint: NonNullable<Covering['checkpoint']>, now = Date.now()): void {
    const { entries, checkpoint: before, waitingSince } = this.#covering;
    const since = before?.size === checkpoint.size ? (waitingSince ?? now) : now;
    this.#covering = { entries, checkpoint, waitingSince: entries > checkpoint.size ? since : undefined };
  }
}
