import { createHash } from 'node:crypto';
import { EventIdTaken, WrongExpectedRevision } from './errors.ts';
import { start } from './event-store.ts';
import type { EventStore, NewEvent, Position, RecordedEvent } from './event-store.ts';

/** The target holds something else than the beginning of the source, or became so meanwhile. */
export class CannotCopy extends Error {
  constructor(problem: string) {
    super(problem);
    this.name = 'CannotCopy';
  }
}

export type CopyOptions = Readonly<{
  /** Whether an event was appended together with the one before it in its stream; no store tells that of itself. */
  together: (before: RecordedEvent, event: RecordedEvent) => boolean;
  /** The metadata that the target is to have, where they tell of a store; they are not compared then. */
  noted?: (event: RecordedEvent) => Promise<string>;
  /** Called after each append with the position reached in the source, and the one to be reached. */
  onProgress?: (position: Position, until: Position) => void;
}>;

export type Copied = Readonly<{
  /** Events that both stores hold now. */
  events: number;
  /** Of them, those that this call appended. */
  appended: number;
  /** SHA-256 of all events in their order, without positions, which are each store's own. */
  digest: string;
}>;

async function* pages(store: EventStore, after: Position, until: Position) {
  for (let position = after; position < until;) {
    const page = await store.readAll({ after: position });
    const wanted = page.filter((event) => event.position <= until);
    yield wanted;
    position = wanted.length < page.length ? until : (page.at(-1)?.position ?? until);
  }
}

async function* appends(store: EventStore, after: Position, until: Position, { together }: CopyOptions) {
  let append: RecordedEvent[] = [];
  for await (const page of pages(store, after, until))
    for (const event of page) {
      const last = append.at(-1);
      if (last && !(last.stream === event.stream && together(last, event))) {
        yield append;
        append = [];
      }
      append.push(event);
    }
  if (append.length > 0) yield append;
}

/** Where in the source an earlier copy ended. @throws CannotCopy */
async function copiedUpTo(from: EventStore, to: EventStore): Promise<Position> {
  const head = await to.head();
  if (head === start) return start;
  const [last] = await to.readAll({ after: head - 1, limit: 1 });
  const [same] = last ? await from.readStream(last.stream, { from: last.revision, limit: 1 }) : [];
  if (last && same?.id === last.id) return same.position;
  throw new CannotCopy(
    `the target's last event is ${last?.stream} ${last?.revision}, which the source does not hold: ` +
      'copy into an empty store, or into one that an earlier copy of the same source has begun',
  );
}

async function given(event: RecordedEvent, { noted }: CopyOptions): Promise<NewEvent> {
  const { id, type, data, recordedAt } = event;
  return { id, type, data, metadata: noted ? await noted(event) : event.metadata, recordedAt };
}

/** @throws CannotCopy */
async function copyAppend(
  to: EventStore,
  events: readonly RecordedEvent[],
  options: CopyOptions,
): Promise<void> {
  const [first] = events;
  if (!first) return;
  const { stream, revision } = first;
  const other = `the target's stream ${stream} is not as the source's at revision ${revision}`;
  const copies: NewEvent[] = [];
  for (const event of events) copies.push(await given(event, options));
  try {
    const appended = await to.append(stream, revision === 0 ? 'noStream' : revision - 1, copies);
    if (appended.firstRevision !== revision) throw new CannotCopy(other);
  } catch (error) {
    if (error instanceof WrongExpectedRevision || error instanceof EventIdTaken) throw new CannotCopy(other);
    throw error;
  }
}

/** Of all events up to a position. */
async function digestOf(
  store: EventStore,
  until: Position,
  { noted }: CopyOptions,
): Promise<Pick<Copied, 'events' | 'digest'>> {
  const hash = createHash('sha256');
  let events = 0;
  for await (const page of pages(store, start, until))
    for (const { stream, revision, id, type, recordedAt, data, metadata } of page) {
      const compared = [stream, revision, id, type, recordedAt, data, ...(noted ? [] : [metadata])];
      hash.update(`${JSON.stringify(compared)}\n`);
      events++;
    }
  return { events, digest: hash.digest('hex') };
}

/**
 * Copies all events that a store has now, in their order, to another one; events keep ids, streams, revisions, times
 * and bytes, and what was appended together stays so. A copy that was cut off goes on where it ended. At the end both
 * stores are read and compared. Nobody else may write to the target meanwhile.
 *
 * @throws CannotCopy, and what the stores throw
 */
export async function copyEvents(from: EventStore, to: EventStore, options: CopyOptions): Promise<Copied> {
  const until = await from.head();
  let appended = 0;
  for await (const append of appends(from, await copiedUpTo(from, to), until, options)) {
    await copyAppend(to, append, options);
    appended += append.length;
    options.onProgress?.(append.at(-1)?.position ?? until, until);
  }
  const source = await digestOf(from, until, options);
  const target = await digestOf(to, await to.head(), options);
  if (source.digest !== target.digest)
    throw new CannotCopy(
      `the source has ${source.events} events and the target ${target.events}: they differ`,
    );
  return { ...target, appended };
}
