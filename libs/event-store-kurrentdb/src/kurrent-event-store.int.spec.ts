import { describe, it } from '@jest/globals';
import { eventStoreContract } from '#event-store/testing';
import { testDatabase } from './testing/database.ts';
import { openedStores } from './testing/opened-stores.ts';

const database = await testDatabase('the contract of an event store, with KurrentDB');

if (database) {
  const open = openedStores(database);
  eventStoreContract('KurrentDB', {
    open,
    reopen: async (store) => {
      await store.close();
      return open();
    },
    densePositions: false,
  });
} else {
  describe('KurrentDB, as an event store', () => it.todo('needs KURRENTDB_URL or Docker'));
}
