import type { Database } from 'better-sqlite3';
import { eraseFreeSpace, openErasable } from './erasable-file.ts';

const layout = {
  /** "MBme" in ASCII. */
  applicationId: 0x4d426d65,
  mode: 0o600,
  tables: `CREATE TABLE mentions (
    person_id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (person_id, sha256)
  ) STRICT, WITHOUT ROWID;`,
};

/** Which texts that were made here name which persons: noted before such a text is kept, so that none is missed. */
export class Mentions {
  readonly #db: Database;

  private constructor(db: Database) {
    this.#db = db;
  }

  /** @throws UnusableFile */
  static open({ file }: Readonly<{ file: string }>): Mentions {
    return new Mentions(openErasable(file, layout));
  }

  /** @param sha256s of the texts */
  note(personIds: readonly string[], sha256s: readonly string[]): void {
    const insert = this.#db.prepare('INSERT OR IGNORE INTO mentions VALUES (?, ?)');
    this.#db.transaction(() => {
      for (const personId of personIds) for (const sha256 of sha256s) insert.run(personId, sha256);
    })();
  }

  of(personId: string): readonly string[] {
    const sql = 'SELECT sha256 FROM mentions WHERE person_id = ? ORDER BY sha256';
    return this.#db.prepare<[string], string>(sql).pluck().all(personId);
  }

  forget(personId: string): void {
    this.#db.prepare('DELETE FROM mentions WHERE person_id = ?').run(personId);
    eraseFreeSpace(this.#db);
  }

  close(): void {
    this.#db.close();
  }
}
