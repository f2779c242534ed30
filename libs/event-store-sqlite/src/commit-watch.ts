import { BroadcastChannel } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';
import { Bell } from '#event-store';

/** The name under which the writer of a file tells every thread of its process of commits. */
export const channelOf = (canonicalFile: string): string => `commits of ${canonicalFile}`;

/**
 * Rings when the store may have new events: at once for commits of a writer in this process, on any thread, and by
 * polling for those of other processes. It watches only while somebody listens.
 */
export class CommitWatch {
  readonly bell = new Bell();
  readonly #channel: string;
  readonly #pollInterval: number;
  readonly #dataVersion: () => unknown;
  #listeners = 0;
  #stop: (() => void) | undefined;

  constructor(db: Database, channel: string, pollInterval: number) {
    const statement = db.prepare('PRAGMA data_version').pluck();
    this.#dataVersion = () => statement.get();
    this.#channel = channel;
    this.#pollInterval = pollInterval;
  }

  /** Watches until the returned function is called. */
  listen(): () => void {
    if (this.#listeners++ === 0) this.#stop = this.#watch();
    return () => {
      if (--this.#listeners === 0) this.#stop?.();
    };
  }

  close(): void {
    this.#stop?.();
    this.bell.close();
  }

  #watch(): () => void {
    let seen: unknown;
    const poll = setInterval(() => {
      const version = this.#dataVersion();
      if (version === seen) return;
      seen = version;
      this.bell.ring();
    }, this.#pollInterval);
    const commits = new BroadcastChannel(this.#channel);
    commits.onmessage = () => this.bell.ring();
    return () => {
      clearInterval(poll);
      commits.close();
    };
  }
}
