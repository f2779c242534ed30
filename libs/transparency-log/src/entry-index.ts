import type { EventStore } from '#event-store';
import { countEntries, readEntries } from '#public-record';

/** The index in the log of the event at a position of the ledger; undefined where it is not published (yet). */
export async function entryIndexOf(publicStore: EventStore, position: number): Promise<number | undefined> {
  const positionAt = async (index: number): Promise<number> => {
    const [entry] = await readEntries(publicStore, index, 1);
    return entry ? entry.ledgerPosition : Infinity;
  };
  // Entries stand in the order of the ledger: one an event.
  let [low, high] = [0, await countEntries(publicStore)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((await positionAt(middle)) < position) low = middle + 1;
    else high = middle;
  }
  return (await positionAt(low)) === position ? low : undefined;
}
