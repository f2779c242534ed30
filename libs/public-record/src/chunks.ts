import type { NewEvent } from '#event-store';

/** Bytes and events of one append: well below what every store takes (`limits.appendBytes`). */
const chunkBytes = 512 * 1024;
const chunkEvents = 500;

/** Cuts a batch, in order, into appends of a size that every store takes. */
export function chunksOf<T extends Pick<NewEvent, 'data'>>(events: readonly T[]): readonly (readonly T[])[] {
  const chunks: T[][] = [];
  let current: T[] = [];
  let bytes = 0;
  for (const event of events) {
    const size = Buffer.byteLength(event.data);
    if (current.length > 0 && (bytes + size > chunkBytes || current.length === chunkEvents)) {
      chunks.push(current);
      current = [];
      bytes = 0;
    }
    current.push(event);
    bytes += size;
  }
  return current.length > 0 ? [...chunks, current] : chunks;
}
