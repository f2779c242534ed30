import Database from 'better-sqlite3';
import { start } from '#event-store';
import type { Position } from '#event-store';

const ddl = `
  CREATE TABLE IF NOT EXISTS checkpoint (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    position INTEGER NOT NULL
  ) STRICT;`;

/**
 * How far the consequences of events are carried out, kept in a file of its own. It only spares work: whoever
 * loses it starts from the first event, and every consequence is found to be recorded already.
 */
export class CheckpointFile {
  readonly #db: Database.Database;
  readonly #write: Database.Statement<[Position]>;
  #position: Position;

  constructor(file: string) {
    this.#db = new Database(file);
    this.#db.pragma('journal_mode = WAL');
    this.#db.exec(ddl);
    this.#position = this.#db.prepare<[], Position>('SELECT position FROM checkpoint').pluck().get() ?? start;
    this.#write = this.#db.prepare('INSERT OR REPLACE INTO checkpoint VALUES (1, ?)');
  }

  get position(): Position {
    return this.#position;
  }

  save(position: Position): void {
    if (position === this.#position) return;
    this.#write.run(position);
    this.#position = position;
  }

  close(): void {
    this.#db.close();
  }
}
