import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { SqliteEventStore } from '#event-store-sqlite';
import { countEntries, Publisher } from '#public-record';
import { ensureKey, keyFileReader, Sealer } from '#transparency-log';

/*
 * The thread that publishes and seals, as the ledger's projector thread does, without its read models: what sealing
 * costs is then not lost in what they cost.
 */

export type LogThreadData = Readonly<{ folder: string; seals: boolean }>;

const { folder, seals } = workerData as LogThreadData;
const stopped = new AbortController();
const ledger = await SqliteEventStore.open({ file: join(folder, 'ledger.sqlite'), readOnly: true });
const publicStore = await SqliteEventStore.open({ file: join(folder, 'public.sqlite') });

/** Entries that the last checkpoint covers. */
let sealed = 0;

async function seal(signal: AbortSignal): Promise<void> {
  const keys = join(folder, 'log-keys');
  await ensureKey(keys, publicStore);
  const sealer = new Sealer({
    store: publicStore,
    folder: join(folder, 'tree'),
    signers: keyFileReader(keys),
    onPublished: ({ size }) => (sealed = size),
  });
  await sealer.run(signal);
}

/** Whether the record, and where it is sealed its last checkpoint, has so many entries. */
const hasCome = async (entries: number): Promise<boolean> =>
  seals ? sealed >= entries : (await countEntries(publicStore)) >= entries;

/** Told how many events the ledger has, it answers when nothing is left to do. */
async function answer(entries: number): Promise<void> {
  while (!(await hasCome(entries))) await new Promise((resolve) => setTimeout(resolve, 20));
  parentPort?.postMessage(entries);
}

parentPort?.on('message', (message: number | 'stop') => {
  if (message === 'stop') stopped.abort();
  else void answer(message);
});
const publisher = new Publisher({ ledger, publicStore });
await Promise.all([publisher.run(stopped.signal), ...(seals ? [seal(stopped.signal)] : [])]);
await Promise.all([ledger.close(), publicStore.close()]);
parentPort?.close();
