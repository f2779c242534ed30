import type { EventStore } from '#event-store';
import { NoStoreFile } from '#event-store-sqlite';
import { Problem } from '#platform';

/** A store that another thread may still have to make, opened for reading when somebody asks for it first. */
export function lazyStore(openStore: () => Promise<EventStore>): Readonly<{
  /** @throws Problem `UNAVAILABLE` while it is not there yet */
  open: () => Promise<EventStore>;
  close: () => Promise<void>;
}> {
  let opened: Promise<EventStore> | undefined;
  const open = async (): Promise<EventStore> => {
    opened ??= openStore();
    try {
      return await opened;
    } catch (error) {
      opened = undefined;
      if (!(error instanceof NoStoreFile)) throw error;
      throw new Problem('UNAVAILABLE', { headers: { 'retry-after': '1' } }, { cause: error });
    }
  };
  return { open, close: async () => (await opened?.catch(() => undefined))?.close() };
}
