import { existsSync } from 'node:fs';
import { isClaimed, isEmbedded, openLedgerStore, openPublicStore, openSharedNotes } from '#engines';
import type { EventStore } from '#event-store';
import { loadConfig } from '../../../libs/platform/src/config/index.ts';
import type { Config } from '../../../libs/platform/src/config/index.ts';
import { dataFolder } from './data-folder.ts';
import type { DataFolder } from './data-folder.ts';

/** Which ledger is meant: the configured one, or the one of another data folder. */
export type DataOption = Readonly<{ data?: string }>;

export type Chosen = Readonly<{ config: Config; folder: DataFolder }>;

/** @throws ConfigError */
export function chosenLedger({ data }: DataOption): Chosen {
  const config = loadConfig();
  return { config, folder: dataFolder(data ?? config.data, config.sharedData) };
}

/** A ledger whose store is a file in the folder, whatever is configured. */
export const ledgerInFiles = (folder: DataFolder): Chosen => ({
  config: { ...loadConfig(), store: 'sqlite' },
  folder,
});

/** Whether anybody has recorded anything: a mistyped folder shall not become a new one. */
export async function hasLedger({ config, folder }: Chosen): Promise<boolean> {
  if (isEmbedded(config)) return existsSync(folder.ledgerStore);
  const head = withLedgerStore({ config, folder }, 'read', (store) => store.head());
  return (await head) > 0 || using(openSharedNotes(engineOf(config)), isClaimed);
}

export const hasPublicRecord = ({ config, folder }: Chosen): boolean =>
  !isEmbedded(config) || existsSync(folder.publicStore);

async function using<T>(opening: Promise<EventStore>, use: (store: EventStore) => Promise<T>): Promise<T> {
  const store = await opening;
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** Opens the ledger's store for one piece of work, beside a running ledger or without one. */
export const withLedgerStore = <T>(
  { config, folder }: Chosen,
  access: 'read' | 'write',
  use: (store: EventStore) => Promise<T>,
): Promise<T> =>
  using(openLedgerStore({ ...engineOf(config), file: folder.ledgerStore, readOnly: access === 'read' }), use);

/** Opens the public store, which a running ledger may have open, too. */
export const withPublicStore = <T>(
  { config, folder }: Chosen,
  use: (store: EventStore) => Promise<T>,
): Promise<T> => using(openPublicStore({ ...engineOf(config), file: folder.publicStore }), use);

const engineOf = ({ store, storePrefix }: Config) => ({ store, storePrefix });
