import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach } from '@jest/globals';
import type { EventStore } from '#event-store';
import { SqliteEventStore } from '../index.ts';
import type { SqliteEventStoreOptions } from '../index.ts';

/** A folder that goes with the spec. */
export async function temporaryFolder(): Promise<Readonly<{ path: string; newFile: () => string }>> {
  const path = await mkdtemp(join(tmpdir(), 'event-store-sqlite-'));
  afterAll(() => rm(path, { recursive: true }));
  let files = 0;
  return { path, newFile: () => join(path, `${++files}.sqlite`) };
}

/** Opens stores that are closed after each test. */
export function openedStores(): (options: SqliteEventStoreOptions) => Promise<SqliteEventStore> {
  const stores: EventStore[] = [];
  afterEach(() => Promise.all(stores.splice(0).map((store) => store.close())));
  return async (options) => {
    const store = await SqliteEventStore.open(options);
    stores.push(store);
    return store;
  };
}
