import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { eraseFreeSpace, openErasable, promised } from './erasable-file.ts';
import { keyBytes, KeyDestroyed, OtherKey } from './vault.ts';
import type { Vault, VaultEntry } from './vault.ts';

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
      if (this.#row(personId) === undefined) this.#add(personId, randomBytes(keyBytes));
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

  entries(): Promise<readonly VaultEntry[]> {
    const sql = 'SELECT person_id AS personId, key FROM keys ORDER BY person_id';
    const entry = ({ personId, key }: Row & Pick<VaultEntry, 'personId'>) => ({
      personId,
      key: key ?? undefined,
    });
    return promised(() => this.#db.prepare<[], Row & Pick<VaultEntry, 'personId'>>(sql).all().map(entry));
  }

  async adopt({ personId, key }: VaultEntry): Promise<void> {
    if (!key) return this.destroy(personId);
    this.#add(personId, key);
    const row = this.#row(personId);
    if (row?.key && !row.key.equals(key)) throw new OtherKey(personId);
  }

  close(): Promise<void> {
    return promised(() => void this.#db.close());
  }

  /** Two processes may both find none: the first one's key stands. */
  #add(personId: string, key: Buffer): void {
    this.#db.prepare('INSERT INTO keys VALUES (?, ?) ON CONFLICT DO NOTHING').run(personId, key);
  }

  #row(personId: string): Row | undefined {
    return this.#db.prepare<[string], Row>('SELECT key FROM keys WHERE person_id = ?').get(personId);
  }
}
