import { createHash } from 'node:crypto';
import type { PublicEntry } from './entry.ts';

/**
 * The id of an entry's event in the public store (RFC 9562 §5.8), the same whoever publishes it: derived from
 * the event's id, or from the commitment, because the id of an event that is not public could be guessed from
 * an Idempotency-Key. Begins with the time of recording, which keeps the store's index ordered.
 */
export function entryId(entry: PublicEntry): string {
  const time = Date.parse(entry.recordedAt).toString(16).padStart(12, '0');
  const source = entry.kind === 'event' ? entry.eventId : entry.commitment;
  const hex = createHash('sha256').update(`public-record\n${source}`).digest('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-8${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}
