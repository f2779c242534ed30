import type { NewEvent } from '#event-store';
import { canonicalJson } from './canonical-json.ts';
import { entryId } from './entry-id.ts';
import { maxEntryBytes } from './entry.ts';
import type { PublicEntry } from './entry.ts';

/** An event that the recording side should have refused: it cannot stand whole in the transparency log. */
export class EntryTooLarge extends Error {
  constructor(position: number, bytes: number) {
    super(
      `the event at position ${position} makes an entry of ${bytes} bytes; the limit is ${maxEntryBytes}`,
    );
    this.name = 'EntryTooLarge';
  }
}

/**
 * An entry as the public store takes it. `data` is made here, once: these bytes are hashed and served.
 *
 * @throws EntryTooLarge
 */
export function encodeEntry(entry: PublicEntry): NewEvent {
  const data = canonicalJson(entry);
  const bytes = Buffer.byteLength(data);
  if (bytes > maxEntryBytes) throw new EntryTooLarge(entry.position, bytes);
  const type = entry.kind === 'event' ? 'EventPublished' : 'CommitmentPublished';
  return { id: entryId(entry), type, data, metadata: '{}' };
}
