import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where things lie in a data folder, and in the one that several ledgers share. */
export type DataFolder = Readonly<{
  /** Of the embedded store, as `publicStore`. */
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
  /** What the shared folder calls itself. */
  folderId: string;
}>;

/** Answers the part of it that is not public. */
function makeFolder(folder: string): string {
  const own = join(folder, 'ledger');
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  mkdirSync(own, { recursive: true, mode: 0o700 });
  mkdirSync(join(folder, 'public'), { recursive: true });
  return own;
}

/**
 * What is not public lies in a folder of its own, which only its owner may look into. The public record does
 * not: the feed may run as another user, who needs no access to the ledger's store.
 *
 * @param shared the folder with what all ledgers on one database must see: by default the same
 */
export function openDataFolder(folder: string, shared = folder): DataFolder {
  const [own, ofAll] = [makeFolder(folder), makeFolder(shared)];
  return {
    ledgerStore: join(own, 'events.sqlite'),
    blobs: join(ofAll, 'blobs.sqlite'),
    publicStore: join(folder, 'public', 'public.sqlite'),
    publicBlobs: join(shared, 'public', 'blobs.sqlite'),
    vault: join(ofAll, 'vault.sqlite'),
    directory: join(shared, 'public', 'directory.sqlite'),
    mentions: join(ofAll, 'mentions.sqlite'),
    readModels: join(own, 'read-models'),
    processes: join(own, 'processes.sqlite'),
    logKeys: join(ofAll, 'log.key'),
    logTree: join(own, 'log'),
    folderId: join(ofAll, 'folder-id'),
  };
}
