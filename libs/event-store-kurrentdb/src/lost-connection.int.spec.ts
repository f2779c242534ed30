import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { collect, idsOf, newEvent, newEvents, newStream } from '#event-store/testing';
import type { EventStore, NewEvent } from '#event-store';
import { testDatabase } from './testing/database.ts';
import { openedStores } from './testing/opened-stores.ts';
import { proxyTo } from './testing/proxy.ts';
import type { Proxy } from './testing/proxy.ts';

const database = await testDatabase('lost connections to KurrentDB');
const host = database && /^[a-z]+:\/\/([^:@,/]+):(\d+)\/?\?(.*)$/.exec(database.connectionString);

if (database && host) lostConnections(openedStores(database), host);
else describe('lost connections to KurrentDB', () => it.todo('need one node, and no discovery'));

/** One after another, each at the revision that the one before it left; up to twenty under way. */
async function appendAll(store: EventStore, stream: string, events: readonly NewEvent[]): Promise<void> {
  const appends: Promise<unknown>[] = [];
  for (const [i, event] of events.entries()) {
    appends.push(store.append(stream, i === 0 ? 'noStream' : i - 1, [event]));
    if (i % 20 === 0) await appends.at(-1);
  }
  await Promise.all(appends);
}

function lostConnections(
  open: ReturnType<typeof openedStores>,
  [, name = '', port, query = '']: readonly string[],
) {
  let proxy: Proxy;
  let store: EventStore;
  beforeEach(async () => {
    proxy = await proxyTo(name, Number(port));
    const connectionString = `kurrentdb://127.0.0.1:${proxy.port}?${query}`;
    store = await open({ connectionString, appendTimeout: 1_000, readTimeout: 1_000 });
  });
  afterEach(async () => {
    await store.close();
    await proxy.close();
  });

  describe.each(['cut', 'hang'] as const)('connections that are %s', (what) => {
    it('lose no append, store none twice and keep their order', async () => {
      const [stream, events] = [newStream(), newEvents(400)];
      const troubles = setInterval(() => proxy[what](), 40);
      setTimeout(() => clearInterval(troubles), 1_000);
      await appendAll(store, stream, events);
      clearInterval(troubles);
      expect(idsOf(await store.readStream(stream))).toEqual(idsOf(events));
    });

    it('end no process that has more to append than the connection takes', async () => {
      const text = 'x'.repeat(20_000);
      const events = newEvents(300).map((event) => ({ ...event, data: JSON.stringify({ text }) }));
      const stream = newStream();
      const last = events.length - 1;
      await store.append(stream, 'noStream', events.slice(0, 1));
      const appends = events.slice(1).map((event, i) => store.append(stream, i, [event]));
      setTimeout(() => proxy[what](), 10);
      expect(await Promise.all(appends)).toHaveLength(last);
      expect(await store.readStream(stream, { from: last })).toMatchObject([{ id: events[last]?.id }]);
    });

    it('let no subscription skip an event or see one twice', async () => {
      const before = await store.head();
      const subscriber = collect(store, { after: before, batchSize: 7 });
      const [stream, events] = [newStream(), newEvents(300)];
      const troubles = setInterval(() => proxy[what](), 150);
      setTimeout(() => clearInterval(troubles), 1_500);
      await appendAll(store, stream, events);
      await subscriber.reached((await store.append(stream, 'any', [newEvent()])).position);
      clearInterval(troubles);
      await subscriber.stop();
      expect(idsOf(subscriber.received).slice(0, -1)).toEqual(idsOf(events));
    });

    it('let a read go on with another one', async () => {
      const [stream, event] = [newStream(), newEvent()];
      await store.append(stream, 'any', [event]);
      await store.readStream(stream);
      proxy[what]();
      expect(idsOf(await store.readStream(stream))).toEqual([event.id]);
      proxy[what]();
      expect(await store.head()).toBeGreaterThan(0);
    });
  });
}
