import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where things lie in a data folder. */
export type DataFolder = Readonly<{
  ledgerStore: string;
  /** All that the feed's user has to be able to read. */
  publicStore: string;
  readModels: string;
}>;

/** Only whoever runs the ledger reads it; the public record lies in a folder that can be opened to the feed. */
export function openDataFolder(folder: string): DataFolder {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  mkdirSync(join(folder, 'public'), { recursive: true });
  return {
    ledgerStore: join(folder, 'ledger.sqlite'),
    publicStore: join(folder, 'public', 'public.sqlite'),
    readModels: join(folder, 'read-models'),
  };
}
