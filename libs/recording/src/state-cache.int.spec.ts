import { describe, expect, it, jest } from '@jest/globals';
import { organization } from '#governance';
import { MemoryEventStore } from '#event-store';
import { uuidV7 } from './ids.ts';
import { StateCache } from './state-cache.ts';

const registered = (id: string) => ({
  id: uuidV7(),
  type: 'OrganizationRegistered',
  data: `{"name":"${id}"}`,
  metadata: JSON.stringify({ commandId: id, occurredAt: { literal: 'unknown', precision: 'unknown' } }),
});

const stream = 'organization-1';

async function setUp() {
  const store = new MemoryEventStore();
  const add = (id: string, to = stream) => store.append(to, 'any', [registered(id)]);
  await add('a');
  const cache = new StateCache(store);
  return { store, add, cache, load: () => cache.load(organization.decider, '1') };
}

describe('a state cache', () => {
  it('reads nothing of a stream to which nobody has appended, and reads it again as soon as somebody has', async () => {
    const { store, add, load } = await setUp();
    const reads = jest.spyOn(store, 'readStream');
    expect([(await load()).revision, (await load()).revision]).toEqual([0, 0]);
    await add('b', 'organization-2');
    expect((await load()).revision).toBe(0);
    expect(reads).toHaveBeenCalledTimes(1);
    await add('b');
    const { revision, commands } = await load();
    expect([revision, commands.get('b')]).toEqual([1, 1]);
    expect(reads).toHaveBeenCalledTimes(2);
  });

  it('takes over what an append made of a stream, unless it does not follow', async () => {
    const { add, cache, load } = await setUp();
    await load();
    const state = { registered: true, name: 'b' };
    cache.advance(stream, { state, revision: 7, commandId: 'later', firstRevision: 7 });
    expect((await load()).revision).toBe(0);
    await add('b');
    cache.advance(stream, { state, revision: 1, commandId: 'b', firstRevision: 1 });
    expect(await load()).toMatchObject({ state, revision: 1 });
  });

  it('reads on behind an append of its own to which somebody else has added', async () => {
    const { add, cache, load } = await setUp();
    await load();
    await add('b');
    await add('theirs');
    cache.advance(stream, { state: { name: 'b' }, revision: 1, commandId: 'b', firstRevision: 1 });
    expect(await load()).toMatchObject({ revision: 2, state: { name: 'theirs' } });
  });

  it('misses nothing that comes while it reads', async () => {
    const { store, add, cache, load } = await setUp();
    const loadOther = () => cache.load(organization.decider, '2');
    await loadOther();
    jest.spyOn(store, 'readStream').mockImplementationOnce(async (name, options) => {
      const read = await MemoryEventStore.prototype.readStream.call(store, name, options);
      await add('b');
      // Sees it before what was read is kept.
      await loadOther();
      return read;
    });
    expect((await load()).revision).toBe(0);
    expect((await load()).revision).toBe(1);
  });

  it('reads a stream again and again where the store cannot tell', async () => {
    const { store, add, load } = await setUp();
    Object.assign(store, { placesAfter: undefined });
    for (const revision of [0, 1, 2]) {
      expect((await load()).revision).toBe(revision);
      await add('more');
    }
  });

  it('forgets the streams that were not asked for the longest', async () => {
    const { store, add } = await setUp();
    for (const id of ['2', '3']) await add(id, `organization-${id}`);
    const cache = new StateCache(store, 2);
    const reads = jest.spyOn(store, 'readStream');
    for (const id of ['1', '2', '1', '3', '1']) await cache.load(organization.decider, id);
    expect(reads.mock.calls.map(([name]) => name)).toEqual(['1', '2', '3'].map((id) => `organization-${id}`));
  });
});
