import { start } from '#event-store';
import type { Position, RecordedEvent } from '#event-store';

/** How single streams are read. */
export type StreamReads = Readonly<{
  page: (stream: string, from: number, limit: number) => Promise<readonly RecordedEvent[]>;
  last: (stream: string) => Promise<RecordedEvent | undefined>;
}>;

/** Revisions from which on the streams are to be read. */
type Cursor = ReadonlyMap<string, number>;

type Page = Readonly<{ events: readonly RecordedEvent[]; isLast: boolean }>;

/** Followers whose places are remembered; others are searched for. */
const capacity = 64;

const positionAt = (event: RecordedEvent | undefined): Position => event?.position ?? start;

/** Some streams read as one, in the order of the server's log, without the right to read all of it. */
export class ChosenStreams {
  readonly #streams: readonly string[];
  readonly #reads: StreamReads;
  readonly #cursors = new Map<Position, Cursor>();

  constructor(streams: readonly string[], reads: StreamReads) {
    this.#streams = streams;
    this.#reads = reads;
  }

  /** The position of the last event. */
  async head(): Promise<Position> {
    return Math.max(start, ...(await this.#each((stream) => this.#reads.last(stream))).map(positionAt));
  }

  /** Up to so many events from a position on, that of an event at it included. */
  async from(position: Position, limit: number): Promise<readonly RecordedEvent[]> {
    // What stands before the head is in its stream by now; what comes after it may come in any of them first.
    const head = await this.head();
    const cursor = await this.#cursorAt(position);
    const pages = await this.#each((stream) => this.#page(stream, cursor.get(stream) ?? 0, limit));
    const known = pages.map(({ events, isLast }) => (isLast ? head : positionAt(events.at(-1))));
    const until = Math.min(head, ...known);
    const events = pages
      .flatMap((page) => page.events)
      .filter((event) => event.position <= until)
      .toSorted((a, b) => a.position - b.position)
      .slice(0, limit);
    this.#remember(cursor, events);
    return events;
  }

  async #page(stream: string, from: number, limit: number): Promise<Page> {
    const events = await this.#reads.page(stream, from, limit);
    return { events, isLast: events.length < limit };
  }

  async #cursorAt(position: Position): Promise<Cursor> {
    const known = this.#cursors.get(position);
    if (known) return known;
    const revisions = await this.#each((stream) => this.#search(stream, position));
    return new Map(this.#streams.map((stream, i) => [stream, revisions[i] ?? 0]));
  }

  /** The revision of a stream's first event at a position or after it. */
  async #search(stream: string, position: Position): Promise<number> {
    if (position === start) return 0;
    let [low, high] = [0, ((await this.#reads.last(stream))?.revision ?? -1) + 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const [event] = await this.#reads.page(stream, middle, 1);
      if (positionAt(event) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whoever goes on from the last of these events gets it once more. */
  #remember(before: Cursor, events: readonly RecordedEvent[]): void {
    const last = events.at(-1);
    if (!last) return;
    const cursor = new Map(before);
    for (const { stream, revision } of events) cursor.set(stream, revision + 1);
    cursor.set(last.stream, last.revision);
    this.#cursors.set(last.position, cursor);
    for (const oldest of this.#cursors.keys()) {
      if (this.#cursors.size <= capacity) return;
      this.#cursors.delete(oldest);
    }
  }

  #each<T>(read: (stream: string) => Promise<T>): Promise<T[]> {
    return Promise.all(this.#streams.map(read));
  }
}
