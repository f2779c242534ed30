import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where things lie in a data folder. */
export type DataFolder = Readonly<{
  ledgerStore: string;
  /** All that the feed's user has to be able to read. */
  publicStore: string;
  readModels: string;
}>;

/**
 * What is not public lies in a folder of its own, which only its owner may look into. The public record does
 * not: the feed may run as another user, who needs no access to the ledger's store.
 */
export function openDataFolder(folder: string): DataFolder {
  const own = join(folder, 'ledger');
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  mkdirSync(own, { recursive: true, mode: 0o700 });
  mkdirSync(join(folder, 'public'), { recursive: true });
  return {
    ledgerStore: join(own, 'events.sqlite'),
    publicStore: join(folder, 'public', 'public.sqlite'),
    readModels: join(own, 'read-models'),
  };
}
