import { streamLength } from '#event-store';
import type { EventStore } from '#event-store';
import { formatSignature, parseCheckpoint, parseNote } from '#tlog';
import { evolveCheckpoints, withSignatures } from './checkpoints.ts';
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

/** A checkpoint that was signed anew, with the cosignatures that came first: those vouch for the earliest time. */
function withFirst({ note: first }: Published, again: Published): Published {
  const { origin } = parseCheckpoint(parseNote(again.note).text);
  const cosignatures = parseNote(first).signatures.filter(({ name }) => name !== origin);
  return { ...again, note: withSignatures(again.note, cosignatures.map(formatSignature)) };
}

/**
 * The checkpoint that was published for exactly this size, as the log signed it last.
 *
 * @param cosigned with the first cosignature of each witness, which vouches for the earliest time, or the last
 */
export async function checkpointOf(
  store: EventStore,
  size: number,
  cosigned: 'first' | 'last' = 'first',
): Promise<Published | undefined> {
  let found: Published | undefined;
  for await (const published of checkpointsFrom(store, size)) {
    if (published.size !== size) break;
    found = found && cosigned === 'first' ? withFirst(found, published) : published;
  }
  return found;
}
