import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.ts';

/** Where things lie in a data folder, as far as this program touches them. */
export type DataFolder = Readonly<{
  dir: string;
  ledgerStore: string;
  /** Texts and files to which events refer. */
  blobs: string;
  publicStore: string;
  publicBlobs: string;
  /** Keys of persons. */
  vault: string;
  /** Which renditions name which persons. */
  mentions: string;
  /** The secret keys that sign the transparency log. */
  logKeys: string;
  /** The ledger's read models: generations of files, disposable. */
  readModels: string;
  /** The secretary's key of the first start. */
  secretaryKey: string;
  /** The key with which the first start records the reference history; there until the first start is complete. */
  firstStartKey: string;
}>;

/** @param shared the folder with what all ledgers on one database share: by default the same */
export const dataFolder = (dir: string, shared = dir): DataFolder => ({
  dir,
  ledgerStore: join(dir, 'ledger', 'events.sqlite'),
  blobs: join(shared, 'ledger', 'blobs.sqlite'),
  publicStore: join(dir, 'public', 'public.sqlite'),
  publicBlobs: join(shared, 'public', 'blobs.sqlite'),
  vault: join(shared, 'ledger', 'vault.sqlite'),
  mentions: join(shared, 'ledger', 'mentions.sqlite'),
  logKeys: join(shared, 'ledger', 'log.key'),
  readModels: join(dir, 'ledger', 'read-models'),
  secretaryKey: join(dir, 'secretary.key'),
  firstStartKey: join(dir, 'first-start.key'),
});

/** Only its owner may look into what is not public; see the ledger's own data folder. @throws Failure when it cannot be made */
export function makeDataFolder(dir: string, shared = dir): DataFolder {
  try {
    for (const folder of [dir, shared]) {
      mkdirSync(folder, { recursive: true, mode: 0o711 });
      mkdirSync(join(folder, 'ledger'), { recursive: true, mode: 0o700 });
    }
  } catch (error) {
    throw new Failure(`cannot make the data folder ${dir}: ${(error as Error).message}`);
  }
  return dataFolder(dir, shared);
}
