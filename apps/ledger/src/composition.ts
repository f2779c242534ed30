import { readFileSync } from 'node:fs';
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
import type { Config, Logger } from '#platform';
import { Directory, Mentions } from '#privacy';
import type { Vault } from '#privacy';
import { eventStoreSource, ProgressWaiter } from '#projections';
import type { OriginOptions } from '#transparency-log';
import { lazyStore } from './lazy-store.ts';
import { openDataFolder } from './data-folder.ts';
import { LazyReader } from './lazy-reader.ts';
import type { Ports } from './ports.ts';
import { measuredStore } from './measured-store.ts';
import { Projector } from './projector/projector.ts';
import type { ProjectorData } from './projector/protocol.ts';

export type Composition = Readonly<{
  ports: Ports;
  /**
   * Starts the thread that projects, publishes and seals: once the port is open, so that a start does not wait for
   * what no request needs yet.
   *
   * @returns what rejects when the thread fails: the process has to end
   */
  project: () => Promise<void>;
  /** After the last request. */
  close: () => Promise<void>;
}>;

/** A log that begins is called as the public reaches it, where the configuration does not say it. */
const logOriginOf = ({ logOrigin, publicUrl }: Config): OriginOptions => ({
  origin: logOrigin,
  ifNew: publicUrl?.replace(/^https?:\/\//, ''),
});

/** @throws Error where the file with the witnesses cannot be read */
const witnessingOf = (config: Config): NonNullable<ProjectorData['witnessing']> => ({
  ...(config.witnessPolicy !== undefined && { policy: readFileSync(config.witnessPolicy, 'utf8') }),
  demandsParties: config.partyWitnesses === 'demanded',
  patience: config.witnessPatience,
  waits: config.witnessWait === 'yes',
});

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

/** The ledger on what the configuration says that it has. @throws what keeps the store from being opened */
export async function compose(
  config: Config,
  logger: Logger,
  { metrics, tracing }: Watchers = {},
): Promise<Composition> {
  const folder = openDataFolder(config.data, config.sharedData);
  const { store: place, storePrefix } = config;
  const engine = { store: place, storePrefix };
  const vault = await openVault({ ...engine, vault: config.vault, file: folder.vault });
  await claimPlaces(engine, { ...folder, keys: placeOfKeys(config) }, vault);
  const opened = await openLedgerStore({
    ...engine,
    file: folder.ledgerStore,
    onGroup: metrics?.grouped,
  });
  const store = watched(opened, { metrics, tracing });
  const blobs = SqliteBlobStore.open({ file: folder.blobs });
  const publicBlobs = SqliteBlobStore.open({ file: folder.publicBlobs });
  const directory = Directory.open({ file: folder.directory });
  const mentions = Mentions.open({ file: folder.mentions });
  const publicStore = lazyStore(() =>
    openPublicStore({ ...engine, file: folder.publicStore, readOnly: true }),
  );
  const reader = new LazyReader(folder.readModels);
  const progress = new ProgressWaiter(await reader.openIfMade(eventStoreSource(store)));
  const projected = { ...folder, engine, logOrigin: logOriginOf(config), witnessing: witnessingOf(config) };
  let projector: Projector | undefined;
  return {
    ports: {
      config,
      logger,
      metrics,
      tracing,
      store,
      publicStore: publicStore.open,
      blobs,
      publicBlobs,
      vault,
      directory,
      mentions,
      processes: folder.processes,
      logTree: folder.logTree,
      reader,
      progress,
      publication: () => projector?.publication ?? { position: -1, covering: { entries: 0 } },
    },
    project: () => {
      projector = new Projector(projected, progress, {
        opened: () => reader.open(),
        rebuilding: ({ position, head }) => logger.info({ position, head }, 'rebuilding the read models'),
        warned: ({ severity, message, detail }) => logger[severity](detail, message),
      });
      return projector.ended;
    },
    close: async () => {
      await projector?.close();
      reader.close();
      await publicStore.close();
      mentions.close();
      directory.close();
      await vault.close();
      await publicBlobs.close();
      await blobs.close();
      await store.close();
    },
  };
}
