import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openLedgerStore, openPublicStore, openVault } from '#engines';
import type { Engine } from '#engines';
import type { EventStore } from '#event-store';
import type { Vault } from '#privacy';
import { dataFolder, makeDataFolder } from '../data-folder.ts';
import { Failure } from '../failure.ts';

/** Where a ledger is copied from or to. */
export type Place = Readonly<{
  ledger: EventStore;
  /** Absent where only the file of the ledger's events was named. */
  published?: EventStore;
  /** The keys of persons that lie there, if any do. */
  keys?: { isDatabase: boolean; open: () => Promise<Vault> };
  close: () => Promise<void>;
}>;

export type PlaceOptions = Readonly<{ place: string; access: 'read' | 'write'; prefix: string }>;

const isDatabase = (place: string): boolean => /^(kurrentdb|kurrent|kdb|esdb)(\+discover)?:\/\//.test(place);

const inFiles = { store: 'sqlite', storePrefix: '' };

const isFile = (path: string): boolean =>
  path.endsWith('.sqlite') || (existsSync(path) && statSync(path).isFile());

const keysIn = (engine: Engine, file: string): NonNullable<Place['keys']> => ({
  isDatabase: engine.store !== 'sqlite',
  open: () => openVault({ ...engine, vault: 'store', file }),
});

async function opened(opening: readonly Promise<EventStore>[], keys?: Place['keys']): Promise<Place> {
  const stores = await Promise.allSettled(opening);
  const open = stores.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const close = async () => void (await Promise.all(open.map((store) => store.close())));
  const failed = stores.find((one) => one.status === 'rejected');
  const [ledger, published] = open;
  if (!failed && ledger) return { ledger, ...(published && { published }), ...(keys && { keys }), close };
  await close();
  throw failed?.reason;
}

/** The files of a data folder. @throws Failure */
function filesIn(path: string, readOnly: boolean) {
  if (readOnly) return dataFolder(path);
  const folder = makeDataFolder(path);
  mkdirSync(join(path, 'public'), { recursive: true });
  return folder;
}

/**
 * `sqlite:FOLDER`, a data folder; `sqlite:FILE`, the events of a ledger alone; or the connection string of a database.
 *
 * @throws Failure, and what keeps a store from being opened
 */
export function openPlace({ place, access, prefix }: PlaceOptions): Promise<Place> {
  const readOnly = access === 'read';
  if (isDatabase(place)) {
    const options = { store: place, storePrefix: prefix, file: '', readOnly };
    return opened([openLedgerStore(options), openPublicStore(options)], keysIn(options, ''));
  }
  const [, path] = /^sqlite:(.+)$/.exec(place) ?? [];
  if (path === undefined)
    throw new Failure(
      `${place} is no store: write sqlite:FOLDER, sqlite:FILE, or kurrentdb://HOST:PORT?tls=false`,
    );
  if (readOnly && !existsSync(path)) throw new Failure(`there is no ${path}`);
  if (isFile(path)) return opened([openLedgerStore({ ...inFiles, file: path, readOnly })]);
  const { ledgerStore, publicStore, vault } = filesIn(path, readOnly);
  const stores = [
    openLedgerStore({ ...inFiles, file: ledgerStore, readOnly }),
    openPublicStore({ ...inFiles, file: publicStore, readOnly }),
  ];
  // One that is only read is not made.
  return opened(stores, readOnly && !existsSync(vault) ? undefined : keysIn(inFiles, vault));
}
