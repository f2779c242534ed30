import type { EventStore } from './event-store.ts';

const has = async (store: EventStore, stream: string, revision: number): Promise<boolean> =>
  (await store.readStream(stream, { from: revision, limit: 1 })).length > 0;

/** How many events a stream has. The port reads forwards only: doubles past the end, then halves back to it. */
export async function streamLength(store: EventStore, stream: string): Promise<number> {
  let below = -1;
  let above = 0;
  while (await has(store, stream, above)) {
    below = above;
    above = above * 2 + 1;
  }
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (await has(store, stream, middle)) below = middle;
    else above = middle;
  }
  return above;
}
