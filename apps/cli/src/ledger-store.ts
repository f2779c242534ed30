import { openSqliteEventStore } from '#event-store-sqlite';
import type { EventStore } from '#event-store';

/** Opens the ledger's store for one piece of work, beside a running ledger or without one. */
export async function withLedgerStore<T>(file: string, use: (store: EventStore) => Promise<T>): Promise<T> {
  const store = await openSqliteEventStore(file);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}
