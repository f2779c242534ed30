import { streamLength } from '#event-store';
import type { EventStore } from '#event-store';
import { evolveCheckpoints } from './checkpoints.ts';
import type { CheckpointState, Published } from './checkpoints.ts';
import { checkpointRecord, checkpointsStream } from './records.ts';
import type { CheckpointRecord, Stored } from './records.ts';

/** Records read at a time. */
const page = 32;

const recordsFrom = async (store: EventStore, from: number): Promise<readonly Stored<CheckpointRecord>[]> =>
  (await store.readStream(checkpointsStream, { from, limit: page })).map(checkpointRecord);

/** The size at a place of the stream. Cosignatures may come late: they are passed over. */
async function sizeAt(store: EventStore, revision: number): Promise<number> {
  for (let from = revision; ;) {
    const records = await recordsFrom(store, from);
    const found = records.find(({ type }) => type !== 'CheckpointCosigned');
    if (found) return found.size;
    if (records.length === 0) return Infinity;
    from += records.length;
  }
}

/** The first place from which on all trees are at least as large. */
async function firstPlace(store: EventStore, size: number): Promise<number> {
  let [low, high] = [0, await streamLength(store, checkpointsStream)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((await sizeAt(store, middle)) < size) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Checkpoints from one that covers so many entries on, each with the cosignatures that came before the next. */
export async function* checkpointsFrom(store: EventStore, size: number): AsyncGenerator<Published> {
  let state: CheckpointState = {};
  for (let from = await firstPlace(store, size); ;) {
    const records = await recordsFrom(store, from);
    for (const record of records) {
      if (record.type === 'CheckpointPublished' && state.published) yield state.published;
      state = evolveCheckpoints(state, record);
    }
    from += records.length;
    if (records.length > 0) continue;
    if (state.published) yield state.published;
    return;
  }
}

/** The checkpoint that was published for exactly this size, as it was signed last. */
export async function checkpointOf(store: EventStore, size: number): Promise<Published | undefined> {
  let found: Published | undefined;
  for await (const published of checkpointsFrom(store, size)) {
    if (published.size !== size) break;
    found = published;
  }
  return found;
}
