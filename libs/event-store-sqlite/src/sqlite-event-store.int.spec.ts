import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { eventStoreContract } from '#event-store/testing';
import { SqliteEventStore } from './index.ts';

const folder = await mkdtemp(join(tmpdir(), 'sqlite-event-store-'));
afterAll(() => rm(folder, { recursive: true }));

const files = new WeakMap<object, string>();
let count = 0;

async function open(file = join(folder, `${++count}.sqlite`)): Promise<SqliteEventStore> {
  const store = await SqliteEventStore.open({ file });
  files.set(store, file);
  return store;
}

eventStoreContract('a SQLite file', {
  open: () => open(),
  reopen: async (store) => {
    await store.close();
    return open(files.get(store));
  },
  densePositions: true,
});
