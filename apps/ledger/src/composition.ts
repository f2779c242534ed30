import { readFileSync } from 'node:fs';
import type { Config, Logger } from '#platform';
import { eventStoreSource, ProgressWaiter } from '#projections';
import type { OriginOptions } from '#transparency-log';
import { openDataFolder } from './data-folder.ts';
import { LazyReader } from './lazy-reader.ts';
import { openStores } from './open-stores.ts';
import type { Watchers } from './open-stores.ts';
import type { Ports } from './ports.ts';
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

/** The ledger on what the configuration says that it has. @throws what keeps a store from being opened */
export async function compose(config: Config, logger: Logger, watchers: Watchers = {}): Promise<Composition> {
  const folder = openDataFolder(config.data, config.sharedData);
  const { stores, close } = await openStores(config, folder, watchers);
  const reader = new LazyReader(folder.readModels);
  const progress = new ProgressWaiter(await reader.openIfMade(eventStoreSource(stores.store)));
  const engine = { store: config.store, storePrefix: config.storePrefix };
  const projected = { ...folder, engine, logOrigin: logOriginOf(config), witnessing: witnessingOf(config) };
  let projector: Projector | undefined;
  return {
    ports: {
      config,
      logger,
      metrics: watchers.metrics,
      tracing: watchers.tracing,
      ...stores,
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
      await close();
    },
  };
}
