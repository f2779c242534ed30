import { describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '#event-store';
import type { EventStore } from '#event-store';
import { countEntries, entriesAfter, PublicRecordReplaced, readEntries } from './entries.ts';
import type { StoredEntry } from './entries.ts';
import { publicEvents } from './public-events.ts';
import { closedEvent, publicEvent, publishAll, record } from './testing/index.ts';

const storeWith = async (entries: number): Promise<EventStore> => {
  const [ledger, publicStore] = [new MemoryEventStore(), new MemoryEventStore()];
  const events = Array.from({ length: entries }, (_, i) => (i % 3 === 0 ? publicEvent() : closedEvent()));
  await record(ledger, events);
  await publishAll(ledger, publicStore);
  return publicStore;
};

async function take<T>(batches: AsyncIterable<T>, count: number, sizeOf: (batch: T) => number): Promise<T[]> {
  const taken: T[] = [];
  let size = 0;
  for await (const batch of batches) {
    taken.push(batch);
    size += sizeOf(batch);
    if (size >= count) break;
  }
  return taken;
}

const never = { signal: new AbortController().signal };

describe('entries', () => {
  it.each([0, 1, 2, 3, 7, 8, 9, 100])('are counted: %d', async (entries) => {
    expect(await countEntries(await storeWith(entries))).toBe(entries);
  });

  it('are read from an index on', async () => {
    const entries = await readEntries(await storeWith(5), 2, 2);
    expect(entries.map(({ index }) => index)).toEqual([2, 3]);
  });

  it('follow each other after an index, past other streams of the store', async () => {
    const publicStore = await storeWith(4);
    const checkpoint = { id: crypto.randomUUID(), type: 'CheckpointSigned', data: '{}', metadata: '{}' };
    await publicStore.append('public-checkpoints', 'noStream', [checkpoint]);
    const batches = await take(entriesAfter(publicStore, 0, never), 3, (batch) => batch.length);
    expect(batches.flat().map(({ index }: StoredEntry) => index)).toEqual([1, 2, 3]);
  });

  it('of another record are not taken for those that follow', async () => {
    const publicStore = await storeWith(2);
    const batches = entriesAfter(publicStore, 5, never);
    await expect(batches.next()).rejects.toThrow(PublicRecordReplaced);
  });
});

describe('public events', () => {
  it('are at one more than their index, and a commitment is a place without an event', async () => {
    const source = publicEvents(await storeWith(6));
    const places = (await take(source.batches(1, never), 5, (batch) => batch.length)).flat();
    expect(places.map(({ position }) => position)).toEqual([2, 3, 4, 5, 6]);
    expect(places.map(({ recorded }) => recorded?.position)).toEqual([
      undefined,
      undefined,
      4,
      undefined,
      undefined,
    ]);
    expect(await source.head()).toBe(6);
  });
});
