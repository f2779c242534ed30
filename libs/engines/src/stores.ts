import type { EventStore } from '#event-store';
import { SqliteEventStore } from '#event-store-sqlite';
import { isEmbedded } from './engine.ts';
import type { Engine } from './engine.ts';

/** The streams that anyone may read. Whoever reads only them needs no right to any other. */
export const publicStreams = ['public-record', 'public-checkpoints', 'public-log'] as const;

/** Streams beside the record, of the ledgers that share it. */
export const sharedStream = 'operation-shared';

/** Of the streams with the keys of persons. */
export const categoryOfKeys = 'person_key';

const categoryOf = (stream: string): string => stream.split('-', 1)[0] ?? '';

/** Of streams that are none of the ledger's, though they are in the same database. */
const besideTheLedger = [...new Set([...publicStreams, sharedStream].map(categoryOf)), categoryOfKeys];

export type OpenOptions = Engine &
  Readonly<{
    /** Of the embedded store. */
    file: string;
    readOnly?: boolean;
    /** Waits for the file, where it is read only, or the database, until the signal is aborted. */
    wait?: AbortSignal;
    /** Embedded: told of every transaction how many appends shared it. */
    onGroup?: ((appends: number) => void) | undefined;
  }>;

type Chosen = Readonly<{ streams?: readonly string[]; without?: readonly string[] }>;

async function open(
  { file, readOnly = false, wait, onGroup, ...engine }: OpenOptions,
  chosen: Chosen,
): Promise<EventStore> {
  if (isEmbedded(engine)) return SqliteEventStore.open({ file, readOnly, onGroup, ...(wait && { wait }) });
  // Its client takes a second to load: who does not need it does not.
  const { KurrentEventStore } = await import('#event-store-kurrentdb');
  const { store: connectionString, storePrefix: prefix } = engine;
  return KurrentEventStore.open({
    connectionString,
    prefix,
    readOnly,
    ...(wait && { signal: wait }),
    ...chosen,
  });
}

/** The store of all that is recorded. @throws what the engine's store throws when it cannot be opened */
export const openLedgerStore = (options: OpenOptions): Promise<EventStore> =>
  open(options, { without: besideTheLedger });

/** The store of the public record and its log, with access to nothing else. @throws as `openLedgerStore` */
export const openPublicStore = (options: OpenOptions): Promise<EventStore> =>
  open(options, { streams: publicStreams });

/** What the ledgers of one database note for each other. @throws as `openLedgerStore` */
export const openSharedNotes = (engine: Engine): Promise<EventStore> =>
  open({ ...engine, file: '' }, { streams: [sharedStream] });
