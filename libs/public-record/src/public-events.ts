import type { Recorded } from '#governance';
import type { EventStore } from '#event-store';
import { decodePublicEntry, recordedOf } from './decode-entry.ts';
import { countEntries, entriesAfter } from './entries.ts';
import type { FollowOptions, StoredEntry } from './entries.ts';

/** A place in the public record: with its event, or without one where a commitment stands. */
export type PublicPlace = Readonly<{ position: number; recorded?: Recorded }>;

/** Where readers of the public record are: one more than the entry's index, so that 0 lies before the first. */
export const positionOf = (index: number): number => index + 1;

function placeOf({ index, text }: StoredEntry): PublicPlace {
  const position = positionOf(index);
  const entry = decodePublicEntry(text);
  return entry.kind === 'event' ? { position, recorded: recordedOf(entry, position) } : { position };
}

async function* placesAfter(
  store: EventStore,
  position: number,
  options: FollowOptions,
): AsyncGenerator<readonly PublicPlace[]> {
  for await (const entries of entriesAfter(store, position - 1, options)) yield entries.map(placeOf);
}

/**
 * The public events as a source for read models, where only the public record may be read.
 *
 * `batches` throws PublicRecordReplaced and UnknownEntryVersion.
 */
export const publicEvents = (store: EventStore) => ({
  /** The position of the last entry; 0 without any. */
  head: () => countEntries(store),
  /** All places after a position, then live ones. */
  batches: (after: number, options: FollowOptions) => placesAfter(store, after, options),
});
