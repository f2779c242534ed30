import { SqliteBlobStore } from '#blobs';
import {
  claimSharedPlaces,
  isEmbedded,
  openLedgerStore,
  openPublicStore,
  openSharedNotes,
  openVault,
  placeOfKeys,
} from '#engines';
import type { Engine, SharedPlaces } from '#engines';
import type { EventStore } from '#event-store';
import type { Config } from '#platform';
import { Directory, Mentions } from '#privacy';
import type { Vault } from '#privacy';
import type { DataFolder } from './data-folder.ts';
import { lazyStore } from './lazy-store.ts';
import { measuredStore } from './measured-store.ts';
import type { Ports } from './ports.ts';

/** On a database, several ledgers share what is not in the record. @throws OtherSharedPlace, and what the store throws */
async function claimPlaces(engine: Engine, files: SharedPlaces, vault: Vault): Promise<void> {
  if (isEmbedded(engine)) return;
  const notes = await openSharedNotes(engine);
  try {
    await claimSharedPlaces(notes, files, vault);
  } finally {
    await notes.close();
  }
}

/** Who is told what the ledger does. */
export type Watchers = Pick<Ports, 'metrics' | 'tracing'>;

/** Nobody watching, it is the store itself. */
function watched(store: EventStore, { metrics, tracing }: Watchers): EventStore {
  if (!metrics && !tracing) return store;
  return measuredStore(store, (timed) => {
    metrics?.appended(timed.seconds, timed.stored ? 'stored' : 'failed');
    tracing?.appended(timed);
  });
}

type Stores = Pick<
  Ports,
  'store' | 'publicStore' | 'blobs' | 'publicBlobs' | 'vault' | 'directory' | 'mentions'
>;

/** All that is kept besides read models, where the configuration says. @throws what keeps one from being opened */
export async function openStores(
  config: Config,
  folder: DataFolder,
  watchers: Watchers,
): Promise<Readonly<{ stores: Stores; close: () => Promise<void> }>> {
  const engine = { store: config.store, storePrefix: config.storePrefix };
  const vault = await openVault({ ...engine, vault: config.vault, file: folder.vault });
  await claimPlaces(engine, { ...folder, keys: placeOfKeys(config) }, vault);
  const onGroup = watchers.metrics?.grouped;
  const store = watched(await openLedgerStore({ ...engine, file: folder.ledgerStore, onGroup }), watchers);
  const blobs = SqliteBlobStore.open({ file: folder.blobs });
  const publicBlobs = SqliteBlobStore.open({ file: folder.publicBlobs });
  const directory = Directory.open({ file: folder.directory });
  const mentions = Mentions.open({ file: folder.mentions });
  const published = lazyStore(() => openPublicStore({ ...engine, file: folder.publicStore, readOnly: true }));
  return {
    stores: { store, publicStore: published.open, blobs, publicBlobs, vault, directory, mentions },
    close: async () => {
      await published.close();
      mentions.close();
      directory.close();
      await vault.close();
      await publicBlobs.close();
      await blobs.close();
      await store.close();
    },
  };
}
