import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where things lie in a data folder. */
export type DataFolder = Readonly<{
  ledgerStore: string;
  /** Texts and files to which events refer. */
  blobs: string;
  /** All that the feed's user has to be able to read. */
  publicStore: string;
  publicBlobs: string;
  /** Keys of persons: in no backup of the record. */
  vault: string;
  /** Names that are public. */
  directory: string;
  /** Which renditions name which persons. */
  mentions: string;
  readModels: string;
  /** How far the process managers are. */
  processes: string;
  /** The secret keys that sign the transparency log. */
  logKeys: string;
  /** Hashes of the log's tree, and what was signed last. */
  logTree: string;
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
    blobs: join(own, 'blobs.sqlite'),
    publicStore: join(folder, 'public', 'public.sqlite'),
    publicBlobs: join(folder, 'public', 'blobs.sqlite'),
    vault: join(own, 'vault.sqlite'),
    directory: join(folder, 'public', 'directory.sqlite'),
    mentions: join(own, 'mentions.sqlite'),
    readModels: join(own, 'read-models'),
    processes: join(own, 'processes.sqlite'),
    logKeys: join(own, 'log.key'),
    logTree: join(own, 'log'),
  };
}
