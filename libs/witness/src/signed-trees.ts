import Database from 'better-sqlite3';

/** The tree that was cosigned last. */
export type SignedTree = Readonly<{ size: number; root: string; note: string }>;

const ddl = `
  CREATE TABLE IF NOT EXISTS signed (
    origin TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    root TEXT NOT NULL,
    note TEXT NOT NULL
  ) STRICT;`;

/**
 * What this witness has cosigned, on the disk before anybody has the signature. Two processes that share the file
 * share what they may sign.
 */
export class SignedTrees {
  readonly #db: Database.Database;

  constructor(file: string) {
    this.#db = new Database(file);
    this.#db.pragma('journal_mode = WAL');
    this.#db.pragma('synchronous = FULL');
    this.#db.exec(ddl);
  }

  last(origin: string): SignedTree | undefined {
    return this.#db
      .prepare<[string], SignedTree>('SELECT size, root, note FROM signed WHERE origin = ?')
      .get(origin);
  }

  /** Takes the place of the tree before, if that is still the last one: durable when it answers true. */
  replace(origin: string, before: SignedTree | undefined, next: SignedTree): boolean {
    const exchange = this.#db.transaction(() => {
      const now = this.last(origin);
      if (now?.size !== before?.size || now?.root !== before?.root) return false;
      const { size, root, note } = next;
      this.#db.prepare('INSERT OR REPLACE INTO signed VALUES (?, ?, ?, ?)').run(origin, size, root, note);
      return true;
    });
    return exchange.immediate();
  }

  close(): void {
    this.#db.close();
  }
}
