import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { eraseFreeSpace, openErasable, promised } from './erasable-file.ts';
import { keyBytes, KeyDestroyed } from './vault.ts';
import type { Vault } from './vault.ts';

/** A row without a key is the mark that a destroyed one leaves. */
const layout = {
  /** "MBva" in ASCII. */
  applicationId: 0x4d427661,
  mode: 0o600,
  tables: 'CREATE TABLE keys (person_id TEXT PRIMARY KEY, key BLOB) STRICT;',
};

type Row = Readonly<{ key: Buffer | null }>;

/** The embedded vault: one SQLite file that only its owner may read. Any number of processes may open it. */
export class SqliteVault implements Vault {
  readonly #db: Database;

  private constructor(db: Database) {
    this.#db = db;
  }

  /** @throws UnusableFile */
  static open({ file }: Readonly<{ file: string }>): SqliteVault {
    return new SqliteVault(openErasable(file, layout));
  }

  provide(personId: string): Promise<Buffer> {
    return promised(() => {
      // Two processes may both find none: the first one's key stands.
      if (this.#row(personId) === undefined)
        this.#db
          .prepare('INSERT INTO keys VALUES (?, ?) ON CONFLICT DO NOTHING')
          .run(personId, randomBytes(keyBytes));
      const key = this.#row(personId)?.key;
      if (!key) throw new KeyDestroyed(personId);
      return key;
    });
  }

  find(personId: string): Promise<Buffer | undefined> {
    return promised(() => this.#row(personId)?.key ?? undefined);
  }

  destroy(personId: string): Promise<void> {
    return promised(() => {
      this.#db
        .prepare('INSERT INTO keys VALUES (?, NULL) ON CONFLICT DO UPDATE SET key = NULL')
        .run(personId);
      eraseFreeSpace(this.#db);
    });
  }

  close(): Promise<void> {
    return promised(() => void this.#db.close());
  }

  #row(personId: string): Row | undefined {
    return this.#db.prepare<[string], Row>('SELECT key FROM keys WHERE person_id = ?').get(personId);
  }
}
