import type { Database, Statement } from 'better-sqlite3';
import { allPage, start, streamPage } from '#event-store';
import type { Place, Position, ReadAllOptions, ReadStreamOptions, RecordedEvent } from '#event-store';

const columns = 'e.id, type, data, metadata, name AS stream, revision, position, recorded_at AS recordedAt';

/** Reads on the calling thread: a page of a stream takes microseconds. */
export class Reader {
  readonly #stream: Statement<[string, number, number], RecordedEvent>;
  readonly #all: Statement<[Position, number], RecordedEvent>;
  readonly #head: Statement<[], Position>;
  readonly #places: Statement<[Position, number], Place>;
  readonly #version: Statement<[], number>;
  /** The version of the file as this turn of the event loop found it. */
  #found: number | undefined;
  /** At that version of the file, nothing stood after that position. */
  #end: Readonly<{ version: number | undefined; position: Position }> | undefined;

  constructor(db: Database) {
    this.#stream = db.prepare(
      `SELECT ${columns} FROM streams s JOIN events e ON e.stream = s.id
       WHERE name = ? AND revision >= ? ORDER BY revision LIMIT ?`,
    );
    this.#all = db.prepare(
      `SELECT ${columns} FROM events e JOIN streams s ON s.id = e.stream
       WHERE position > ? ORDER BY position LIMIT ?`,
    );
    this.#head = db.prepare<[], Position>('SELECT coalesce(max(position), 0) FROM events').pluck();
    this.#places = db.prepare(
      `SELECT s.name AS stream, revision, position FROM events e JOIN streams s ON s.id = e.stream
       WHERE position > ? ORDER BY position LIMIT ?`,
    );
    // Another one after every commit of another connection: the writer's, and those of other processes.
    this.#version = db.prepare<[], number>('PRAGMA data_version').pluck();
  }

  stream(stream: string, options?: ReadStreamOptions): readonly RecordedEvent[] {
    const { from, limit } = streamPage(options);
    return this.#stream.all(stream, from, limit);
  }

  all(options?: ReadAllOptions): readonly RecordedEvent[] {
    const { after, limit } = allPage(options);
    return this.#all.all(after, limit);
  }

  head(): Position {
    return this.#head.get() ?? start;
  }

  placesAfter(after: Position): readonly Place[] {
    const version = this.#versionThisTurn();
    if (version === this.#end?.version && after === this.#end?.position) return [];
    const { limit } = allPage({ after });
    const places = this.#places.all(after, limit);
    // Asked for before they were read: what comes in between changes the version once more.
    if (places.length < limit) this.#end = { version, position: places.at(-1)?.position ?? after };
    return places;
  }

  /** This process has appended: what was found before is no longer so. */
  lookAgain(): void {
    this.#found = undefined;
  }

  /**
   * Asking costs a request as much as all else that finds out who makes it. Once a turn is enough: whatever comes
   * in during a turn was on its way before the turn began, so nobody has been told of a later commit.
   */
  #versionThisTurn(): number | undefined {
    if (this.#found !== undefined) return this.#found;
    setImmediate(() => this.lookAgain());
    return (this.#found = this.#version.get());
  }
}
