import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { collect, newEvent, newEvents, newStream } from '#event-store/testing';
import { ForeignPosition, StoreUnavailable } from '#event-store';
import { KurrentEventStore, UnusableDatabase } from './index.ts';
import { testDatabase } from './testing/database.ts';
import type { Database } from './testing/database.ts';
import { openedStores } from './testing/opened-stores.ts';

const database = await testDatabase('what KurrentDB keeps');
if (database) inDatabase(database);
else describe('in KurrentDB', () => it.todo('needs KURRENTDB_URL or Docker'));

function inDatabase(used: Database): void {
  const open = openedStores(used, '');
  const client = KurrentDBClient.connectionString(used.connectionString);
  let store: KurrentEventStore;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => client.dispose());

  /** As anybody else sees it, who uses the same server. */
  const seenByOthers = async (stream: string) => {
    const events = [];
    for await (const { event } of client.readStream(stream)) events.push(event);
    return events;
  };

  describe('an event in KurrentDB', () => {
    it('is JSON with correlation and causation where the server looks for them', async () => {
      const stream = newStream();
      const metadata = { by: 'secretary', $correlationId: randomUUID(), $causationId: randomUUID() };
      await store.append(stream, 'noStream', [newEvent({ metadata: JSON.stringify(metadata) })]);
      expect(await seenByOthers(stream)).toMatchObject(
        [{ isJson: true, metadata, data: { thing: /./ } }].map(({ data: _, ...event }) => event),
      );
    });

    it('says when it was appended, and its share of an append of several, which its reader does not see', async () => {
      const [stream, events] = [newStream(), newEvents(2)];
      await store.append(stream, 'noStream', events);
      const shares = (await seenByOthers(stream)).map((event) => event?.metadata);
      const $appendedAt = expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/) as unknown;
      expect(shares).toEqual(['0/2', '1/2'].map(($append) => ({ by: 'contract', $append, $appendedAt })));
      expect(await store.readStream(stream)).toMatchObject(events);
    });
  });

  it('leaves out what the server notes for itself', async () => {
    const [stream, before] = [newStream(), await store.head()];
    const { position } = await store.append(stream, 'noStream', newEvents(1));
    await client.setStreamMetadata(stream, { maxCount: 1_000 });
    // Others may append meanwhile. What is noted of a stream stands in one whose name ends with its name.
    const seen = await store.readAll({ after: before });
    expect(seen.filter((event) => event.stream.endsWith(stream))).toMatchObject([{ stream, position }]);
  });

  describe('a position of another database', () => {
    const positions = async (): Promise<readonly [string, number][]> => {
      const { position } = await store.append(newStream(), 'any', newEvents(1));
      await store.append(newStream(), 'any', newEvents(1));
      return [
        ['of another event at the same place', position % 512 > 255 ? position - 2 : position + 2],
        ['within an event', position + 512 * 3],
        ['beyond the end', position + 512 * 1_000_000],
      ];
    };

    it('is refused by a read', async () => {
      for (const [, after] of await positions())
        await expect(store.readAll({ after })).rejects.toThrow(ForeignPosition);
    });

    it('ends a subscription with a sentence', async () => {
      for (const [, after] of await positions()) {
        const { ended } = collect(store, { after });
        await expect(ended).rejects.toThrow(/is of no event in this database: .* rebuild the read models/);
      }
    });
  });

  it('refuses an id that another process has stored in another stream', async () => {
    const event = newEvent();
    const other = await open();
    await other.append(newStream(), 'noStream', [event]);
    const late = await open();
    await expect(late.append(newStream(), 'noStream', [event])).rejects.toThrow(/is taken/);
  });

  it('is open to be read only, if asked to', async () => {
    const reading = await open({ readOnly: true });
    expect(await reading.head()).toBe(await store.head());
    await expect(reading.append(newStream(), 'any', newEvents(1))).rejects.toThrow(StoreUnavailable);
  });
}

describe('no KurrentDB', () => {
  it('is said when nobody answers', async () => {
    const connectionString = 'kurrentdb://127.0.0.1:1?tls=false';
    const opening = KurrentEventStore.open({ connectionString, readTimeout: 200, patience: 300 });
    await expect(opening).rejects.toThrow(StoreUnavailable);
  });

  it('is said when the connection string is none', async () => {
    await expect(KurrentEventStore.open({ connectionString: 'sqlite:ledger' })).rejects.toThrow(
      UnusableDatabase,
    );
  });
});
