import { eventStoreContract } from '#event-store/testing';
import { SqliteEventStore } from './index.ts';
import { temporaryFolder } from './testing/temporary.ts';

const { newFile } = await temporaryFolder();
const files = new WeakMap<object, string>();

async function open(file = newFile()): Promise<SqliteEventStore> {
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
  together: true,
});
