import { describe, expect, it } from '@jest/globals';
import { ForeignPosition } from '#event-store';
import { collect, idsOf, newEvents, newStream, readEverything } from '#event-store/testing';
import { testDatabase } from './testing/database.ts';
import type { Database } from './testing/database.ts';
import { newPrefix, openedStores } from './testing/opened-stores.ts';

const database = await testDatabase('stores that share a database');
if (database) sharedDatabase(database);
else describe('stores that share a database', () => it.todo('need KURRENTDB_URL or Docker'));

function sharedDatabase(used: Database): void {
  const open = openedStores(used, '');
  const prefix = newPrefix();

  describe('a store whose streams have a prefix', () => {
    it('sees its own and no others, under the names without it', async () => {
      const [whole, own] = [await open(), await open({ prefix })];
      const [stream, events] = [newStream(), newEvents(2)];
      await own.append(stream, 'noStream', events);
      await whole.append(newStream(), 'noStream', newEvents(1));
      const read = await readEverything(own, 0);
      expect(idsOf(read.filter((event) => event.stream === stream))).toEqual(idsOf(events));
      expect(await own.head()).toBe(read.at(-1)?.position);
      expect(await whole.readStream(`${prefix}${stream}`)).toHaveLength(2);
      await expect(own.append(stream, 'noStream', newEvents(1))).rejects.toMatchObject({ stream, actual: 1 });
    });
  });

  describe('a store without some categories', () => {
    it('leaves them out of its order', async () => {
      const rest = await open({ prefix, without: ['public'] });
      const before = await rest.head();
      await rest.append('public-record', 'any', newEvents(1));
      const events = newEvents(1);
      await rest.append(newStream(), 'noStream', events);
      expect(idsOf(await readEverything(rest, before))).toEqual(idsOf(events));
    });
  });

  describe('a store of some streams', () => {
    const streams = ['chosen-a', 'chosen-b', 'chosen-never'];
    const places = ['chosen-a', 'chosen-b', 'chosen-b', 'chosen-a', 'chosen-b'];

    it('gives them in one order, from any position on, and live', async () => {
      const store = await open({ prefix, streams });
      const events = newEvents(places.length);
      for (const [i, stream] of places.entries()) await store.append(stream, 'any', [events[i]!]);
      const all = await readEverything(store, 0, 2);
      expect(idsOf(all)).toEqual(idsOf(events));
      expect(await store.head()).toBe(all.at(-1)?.position);
      const fresh = await open({ prefix, streams, readOnly: true });
      for (const [i, { position }] of all.entries()) {
        expect(idsOf(await fresh.readAll({ after: position }))).toEqual(idsOf(events).slice(i + 1));
        expect(idsOf(await fresh.readAll({ after: position - 1, limit: 1 }))).toEqual([events[i]?.id]);
      }
      const subscriber = collect(fresh, { after: all[1]?.position ?? 0, batchSize: 2 });
      const more = newEvents(40);
      const appends = more.map((event, i) => store.append(`chosen-${'ab'[i % 2]}`, 'any', [event]));
      const last = Math.max(...(await Promise.all(appends)).map(({ position }) => position));
      await subscriber.reached(last);
      await subscriber.stop();
      // It waits where there is nothing to give.
      expect(subscriber.batchSizes).not.toContain(0);
      const received = subscriber.received.map(({ position }) => position);
      expect(received).toEqual(received.toSorted((a, b) => a - b));
      expect(new Set(idsOf(subscriber.received))).toEqual(new Set(idsOf([...events.slice(2), ...more])));
      expect(received).toHaveLength(43);
    });

    it('refuses a position that is of no event in them', async () => {
      const store = await open({ prefix, streams });
      const other = await (await open()).append(newStream(), 'any', newEvents(1));
      await expect(store.readAll({ after: other.position })).rejects.toThrow(ForeignPosition);
    });
  });
}
