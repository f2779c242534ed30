import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { eraseFreeSpace, openErasable } from './erasable-file.ts';
import type { PublicName } from './public-name.ts';

/** Readable for the feed's user, who is another one. */
const layout = {
  /** "MBdi" in ASCII. */
  applicationId: 0x4d426469,
  mode: 0o644,
  tables: `CREATE TABLE names (
    person_id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    salt TEXT NOT NULL
  ) STRICT;`,
};

const byId = 'SELECT person_id AS personId, name, salt FROM names WHERE person_id = ?';

/** Names as anyone may read them, beside the public record, which holds only their digests: it can forget. */
export class Directory {
  readonly #db: Database.Database;

  private constructor(db: Database.Database) {
    this.#db = db;
  }

  /** @throws UnusableFile */
  static open({ file }: Readonly<{ file: string }>): Directory {
    return new Directory(openErasable(file, layout));
  }

  find(personId: string): PublicName | undefined {
    return this.#db.prepare<[string], PublicName>(byId).get(personId);
  }

  /** In the place of what was published of the person before, of which nothing is left. */
  publish({ personId, name, salt }: PublicName): void {
    const known = this.find(personId);
    if (known?.name === name && known.salt === salt) return;
    this.#db.prepare('INSERT OR REPLACE INTO names VALUES (?, ?, ?)').run(personId, name, salt);
    if (known) eraseFreeSpace(this.#db);
  }

  /** Also where nothing was published: what a killed process had not written over is written over then. */
  forget(personId: string): void {
    this.#db.prepare('DELETE FROM names WHERE person_id = ?').run(personId);
    eraseFreeSpace(this.#db);
  }

  close(): void {
    this.#db.close();
  }
}

/** The directory for those who only read it: another process makes the file, perhaps later. */
export class DirectoryReader {
  readonly #file: string;
  #db: Database.Database | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  find(personId: string): PublicName | undefined {
    return this.#open()?.prepare<[string], PublicName>(byId).get(personId);
  }

  /** Changes whenever anything was published or forgotten. */
  version(): number {
    return Number(this.#open()?.pragma('data_version', { simple: true }) ?? 0);
  }

  close(): void {
    this.#db?.close();
    this.#db = undefined;
  }

  /** undefined while there is none, or while it is being made. */
  #open(): Database.Database | undefined {
    if (this.#db || !existsSync(this.#file)) return this.#db;
    const db = new Database(this.#file, { readonly: true, timeout: 10_000 });
    if (db.pragma('application_id', { simple: true }) === layout.applicationId) return (this.#db = db);
    db.close();
    return undefined;
  }
}
