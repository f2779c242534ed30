import { Problem } from '../problems/index.ts';

/** A window's length, milliseconds. */
const window = 60_000;

/**
 * Counts per client in windows of a minute. One number per client and no timer: it stands on the path of
 * every request.
 */
export class RateLimit {
  readonly #limit: number;
  readonly #now: () => number;
  readonly #counts = new Map<string, number>();
  #windowEnds = 0;

  /** @param limit hits a minute; 0 for no limit */
  constructor(limit: number, now: () => number = Date.now) {
    this.#limit = limit;
    this.#now = now;
  }

  /** Counts one. @throws Problem `TOO_MANY_REQUESTS` with Retry-After */
  hit(client: string): void {
    if (this.#limit === 0) return;
    this.#startWindow();
    const count = (this.#counts.get(client) ?? 0) + 1;
    this.#counts.set(client, count);
    if (count > this.#limit) this.#refuse();
  }

  /** Counts nothing. @throws Problem `TOO_MANY_REQUESTS` where the client has used its limit up */
  check(client: string): void {
    if (this.#limit === 0) return;
    this.#startWindow();
    if ((this.#counts.get(client) ?? 0) >= this.#limit) this.#refuse();
  }

  #startWindow(): void {
    const now = this.#now();
    if (now < this.#windowEnds) return;
    this.#counts.clear();
    this.#windowEnds = now + window;
  }

  #refuse(): never {
    const seconds = Math.max(1, Math.ceil((this.#windowEnds - this.#now()) / 1000));
    throw new Problem('TOO_MANY_REQUESTS', { headers: { 'retry-after': String(seconds) } });
  }
}
