import { start, streamLength } from '#event-store';
import type { EventStore, Position, RecordedEvent } from '#event-store';
import { publicRecordStream } from './entry.ts';

/** An entry as it stands in the public store. */
export type StoredEntry = Readonly<{
  /** From 0, dense: the leaf index of the transparency log. */
  index: number;
  /** Canonical JSON: the bytes that are hashed and served. */
  text: string;
  /** Where the ledger's store has the event. */
  ledgerPosition: Position;
}>;

/** Entries are numbered from 1, as the events are of which they tell. */
export const numberOf = (index: number): number => index + 1;

/** What is noted beside an entry: nothing where the ledger's store counts its events, and so gives them the same number. */
export const ledgerNote = (position: Position, number: number): string =>
  position === number ? '{}' : JSON.stringify({ ledgerPosition: position });

function ledgerPositionOf({ metadata, revision }: RecordedEvent): Position {
  if (metadata === '{}') return numberOf(revision);
  const { ledgerPosition } = JSON.parse(metadata) as { ledgerPosition?: Position };
  return ledgerPosition ?? numberOf(revision);
}

/** Until when to follow the record, and at most how many entries at a time. */
export type FollowOptions = Readonly<{ signal: AbortSignal; batchSize?: number }>;

/** The record is shorter than what the reader has read of it: it is another record. */
export class PublicRecordReplaced extends Error {
  constructor(index: number) {
    super(`the public record has no entry ${index}, which was read from it before: this is another record`);
    this.name = 'PublicRecordReplaced';
  }
}

/** An event of the public record's stream as the entry that it is. */
export const storedEntry = (event: RecordedEvent): StoredEntry => ({
  index: event.revision,
  text: event.data,
  ledgerPosition: ledgerPositionOf(event),
});

/** A page of entries from an index on; empty at the end. */
export async function readEntries(
  store: EventStore,
  from: number,
  limit: number,
): Promise<readonly StoredEntry[]> {
  return (await store.readStream(publicRecordStream, { from, limit })).map(storedEntry);
}

/** How many entries there are. */
export const countEntries = (store: EventStore): Promise<number> => streamLength(store, publicRecordStream);

async function storePosition(store: EventStore, index: number): Promise<Position> {
  if (index < 0) return start;
  const [entry] = await store.readStream(publicRecordStream, { from: index, limit: 1 });
  if (entry === undefined) throw new PublicRecordReplaced(index);
  return entry.position;
}

/**
 * All entries after an index (-1 for all), then live ones, in batches that are never empty.
 *
 * @throws PublicRecordReplaced
 */
export async function* entriesAfter(
  store: EventStore,
  index: number,
  options: FollowOptions,
): AsyncGenerator<readonly StoredEntry[]> {
  const after = await storePosition(store, index);
  for await (const batch of store.subscribe({ after, ...options })) {
    const entries = batch.filter(({ stream }) => stream === publicRecordStream).map(storedEntry);
    if (entries.length > 0) yield entries;
  }
}
