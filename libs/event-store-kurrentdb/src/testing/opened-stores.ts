import { randomBytes } from 'node:crypto';
import { afterAll } from '@jest/globals';
import { KurrentEventStore } from '../index.ts';
import type { KurrentEventStoreOptions } from '../index.ts';
import { deleteStreams } from './database.ts';
import type { Database } from './database.ts';

/** Begins the names of streams that nobody else uses. */
export const newPrefix = (): string => `t${randomBytes(6).toString('hex')}_`;

/**
 * Opens stores on a database, by default on streams of their own; what they append is deleted at the end, and the
 * database is let go.
 */
export function openedStores(database: Database, prefix = newPrefix()) {
  const { connectionString } = database;
  const streams = new Set<string>();
  const stores: KurrentEventStore[] = [];
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await deleteStreams(connectionString, streams);
    await database.end();
  }, 120_000);

  return async (options: Partial<KurrentEventStoreOptions> = {}): Promise<KurrentEventStore> => {
    const store = await KurrentEventStore.open({ connectionString, prefix, ...options });
    stores.push(store);
    const append = store.append.bind(store);
    store.append = (stream, expected, events) => {
      streams.add(`${options.prefix ?? prefix}${stream}`);
      return append(stream, expected, events);
    };
    return store;
  };
}
