import { afterAll } from '@jest/globals';
import { KurrentEventStore } from '../index.ts';
import type { KurrentEventStoreOptions } from '../index.ts';
import { deleteStreams } from './database.ts';
import type { Database } from './database.ts';

/** Opens stores on a database; what they append is deleted at the end, and the database is let go. */
export function openedStores(database: Database) {
  const { connectionString } = database;
  const streams = new Set<string>();
  const stores: KurrentEventStore[] = [];
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await deleteStreams(connectionString, streams);
    await database.end();
  }, 120_000);

  return async (options: Partial<KurrentEventStoreOptions> = {}): Promise<KurrentEventStore> => {
    const store = await KurrentEventStore.open({ connectionString, ...options });
    stores.push(store);
    const append = store.append.bind(store);
    store.append = (stream, expected, events) => {
      streams.add(stream);
      return append(stream, expected, events);
    };
    return store;
  };
}
