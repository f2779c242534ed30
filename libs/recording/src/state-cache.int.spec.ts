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

/** Tells its version, as the SQLite store does. */
class VersionedStore extends MemoryEventStore {
  appends = 0;

  version(): number {
    return this.appends;
  }

  async add(id: string): Promise<void> {
    await this.append('organization-1', 'any', [registered(id)]);
    this.appends++;
  }
}

describe('a state cache', () => {
  it('reads nothing while the store has not changed, and again as soon as it has', async () => {
    const store = new VersionedStore();
    const reads = jest.spyOn(store, 'readStream');
    await store.add('a');
    const cache = new StateCache(store);
    const load = () => cache.load(organization.decider, '1');
    expect([(await load()).revision, (await load()).revision]).toEqual([0, 0]);
    expect(reads).toHaveBeenCalledTimes(1);
    await store.add('b');
    const { revision, commands } = await load();
    expect([revision, commands.get('b')]).toEqual([1, 1]);
  });

  it('takes over what an append made of a stream, unless it does not follow', async () => {
    const store = new VersionedStore();
    await store.add('a');
    const cache = new StateCache(store);
    await cache.load(organization.decider, '1');
    const state = { registered: true, name: 'b' };
    cache.advance('organization-1', { state, revision: 7, commandId: 'later', firstRevision: 7 });
    expect((await cache.load(organization.decider, '1')).revision).toBe(0);
    await store.add('b');
    cache.advance('organization-1', { state, revision: 1, commandId: 'b', firstRevision: 1 });
    expect(await cache.load(organization.decider, '1')).toMatchObject({ state, revision: 1 });
  });
});
