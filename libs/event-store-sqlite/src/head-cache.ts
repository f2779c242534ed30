import type { Database } from 'better-sqlite3';

/** A stream's number and the revision of its last event. */
export type Head = { readonly stream: number; revision: number };

/** Streams kept before the cache starts anew. */
const capacity = 20_000;

/** The ends of streams, as the writer left them; asks the file again when somebody else has written to it. */
export class HeadCache {
  readonly #heads = new Map<string, Head>();
  readonly #select;
  readonly #dataVersion;
  #version: unknown;

  constructor(db: Database) {
    this.#select = db.prepare<[string], Head>(
      `SELECT id AS stream, coalesce((SELECT max(revision) FROM events WHERE stream = streams.id), -1) AS revision
       FROM streams WHERE name = ?`,
    );
    this.#dataVersion = db.prepare('PRAGMA data_version').pluck();
  }

  /** Within a transaction, before anything else: nobody else can write until it ends. */
  refresh(): void {
    const version = this.#dataVersion.get();
    if (version !== this.#version || this.#heads.size > capacity) this.clear();
    this.#version = version;
  }

  of(name: string): Head | undefined {
    const known = this.#heads.get(name);
    if (known) return known;
    const stored = this.#select.get(name);
    if (stored) this.#heads.set(name, stored);
    return stored;
  }

  /** A stream without events. */
  add(name: string, stream: number): Head {
    const head = { stream, revision: -1 };
    this.#heads.set(name, head);
    return head;
  }

  /** After a rollback the file is not as the cache was told. */
  clear(): void {
    this.#heads.clear();
  }
}
