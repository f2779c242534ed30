/**
 * This process's clock, which never goes behind what was read here: whoever decides on what others recorded records
 * after them, whatever their clocks say.
 */
export class Clock {
  #latest = '';

  /** ISO 8601, UTC, with milliseconds. */
  now(): string {
    this.saw(new Date().toISOString());
    return this.#latest;
  }

  saw(instant: string): void {
    if (instant > this.#latest) this.#latest = instant;
  }
}
