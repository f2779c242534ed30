import type { Recorded } from '#governance';
import type { EventStore } from '#event-store';
import { decodePublicEntry, recordedOf } from './decode-entry.ts';
import { entriesAfter } from './entries.ts';
import type { StoredEntry } from './entries.ts';

/** The public events of a batch; `position` passes over commitments, which have no event, too. */
export type PublicBatch = Readonly<{ events: readonly Recorded[]; position: number }>;

/** Where readers of the public record are: one more than the entry's index, so that 0 lies before the first. */
export const positionOf = (index: number): number => index + 1;

function publicEvent({ index, text }: StoredEntry): readonly Recorded[] {
  const entry = decodePublicEntry(text);
  return entry.kind === 'event' ? [recordedOf(entry, positionOf(index))] : [];
}

/**
 * The public events after a position, then live ones: what projections are built from where only the public
 * record may be read.
 *
 * @throws PublicRecordReplaced, UnknownEntryVersion
 */
export async function* publicEvents(
  store: EventStore,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<PublicBatch> {
  for await (const entries of entriesAfter(store, after - 1, signal)) {
    const last = entries.at(-1)?.index ?? 0;
    yield { events: entries.flatMap(publicEvent), position: positionOf(last) };
  }
}
