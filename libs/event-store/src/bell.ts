/** Wakes subscribers that wait for new events. */
export class Bell {
  #waiting = new Set<() => void>();
  #closed = false;

  get closed(): boolean {
    return this.#closed;
  }

  ring(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  /** Rings for the last time. */
  close(): void {
    this.#closed = true;
    this.ring();
  }

  /** Resolves when the bell rings next or the signal is aborted; at once when that was before. */
  rings(signal: AbortSignal): Promise<void> {
    if (this.#closed || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
