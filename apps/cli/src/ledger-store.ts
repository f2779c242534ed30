import { SqliteEventStore } from '#event-store-sqlite';
import type { EventStore } from '#event-store';

type Access = 'read' | 'write';

/** Opens the ledger's store for one piece of work, beside a running ledger or without one. */
export async function withLedgerStore<T>(
  file: string,
  access: Access,
  use: (store: EventStore) => Promise<T>,
): Promise<T> {
  const store = await SqliteEventStore.open({ file, readOnly: access === 'read' });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}
