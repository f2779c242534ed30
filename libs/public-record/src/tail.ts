import { decode } from '#governance';
import { eventAt, start } from '#event-store';
import type { EventStore, Position } from '#event-store';
import { decodePublicEntry } from './decode-entry.ts';
import { countEntries, readEntries } from './entries.ts';
import { entryOf } from './entry-of.ts';
import type { StoredEntry } from './entries.ts';
import type { PublicEntry } from './entry.ts';

/** How far the public record has come: how many entries it has, and the ledger position of the last. */
export type Tail = Readonly<{ entries: number; position: Position }>;

/** What was published is not what the ledger holds: one of the two was replaced or restored without the other. */
export class PublicRecordDiverged extends Error {
  constructor(index: number, position: Position) {
    super(
      `entry ${index} of the public record is not the ledger's event at position ${position}: ` +
        'ledger and public record belong to different histories; restore both from the same backup',
    );
    this.name = 'PublicRecordDiverged';
  }
}

const identity = (entry: PublicEntry): string => (entry.kind === 'event' ? entry.eventId : entry.commitment);

async function isOf(ledger: EventStore, { text, ledgerPosition }: StoredEntry): Promise<boolean> {
  const entry = decodePublicEntry(text);
  const stored = await eventAt(ledger, ledgerPosition);
  if (!stored) return false;
  const recorded = decode({ ...stored, position: entry.position });
  const published = entryOf(recorded);
  if (published.kind !== entry.kind) return false;
  const canBeCompared = entry.kind === 'event' || recorded.envelope.salt !== undefined;
  return !canBeCompared || identity(published) === identity(entry);
}

/**
 * Where publishing goes on. The place stands in the record itself, so no other note can disagree with it.
 *
 * @throws PublicRecordDiverged
 */
export async function tailOf(ledger: EventStore, publicStore: EventStore): Promise<Tail> {
  const entries = await countEntries(publicStore);
  if (entries === 0) return { entries, position: start };
  const [last] = await readEntries(publicStore, entries - 1, 1);
  if (last === undefined)
    throw new Error(`the public record lost its entry ${entries - 1} while it was read`);
  if (!(await isOf(ledger, last))) throw new PublicRecordDiverged(last.index, last.ledgerPosition);
  return { entries, position: last.ledgerPosition };
}
