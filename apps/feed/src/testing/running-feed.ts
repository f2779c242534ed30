import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryBlobStore, SqliteBlobStore } from '#blobs';
import type { BlobStore } from '#blobs';
import { MemoryEventStore } from '#event-store';
import type { EventStore } from '#event-store';
import { openPublicStore } from '#engines';
import { engineOf, removeStreams, storeOf } from '#engines/testing';
import { createLogger, loadConfig } from '#platform';
import type { Tracing } from '#platform';
import { entriesAfter, Publisher } from '#public-record';
import { addKey, keyFileReader, openCheckpoints, Sealer } from '#transparency-log';
import type { EventStreamOptions } from '../events/event-stream.ts';
import { createFeed } from '../feed.ts';
import { PublicRecord } from '../record/public-record.ts';

/** What the ledger's side does for a feed: a store of its own, and a publisher into the public file. */
export type Ledger = Readonly<{
  store: EventStore;
  blobs: BlobStore;
  publicFile: string;
  /** Resolves when everything that is recorded is in the public file. */
  whenPublished: () => Promise<void>;
  /** Resolves when a checkpoint covers everything that is recorded. */
  whenSealed: () => Promise<void>;
  close: () => Promise<void>;
}>;

/** A running feed. */
export type Feed = Readonly<{
  url: string;
  record: PublicRecord;
  /** Resolves when the feed shows everything up to a position. */
  whenAt: (position: number) => Promise<void>;
  close: () => Promise<void>;
}>;

export type Place = Readonly<{ data: string; remove: () => Promise<void> }>;

export function makePlace(): Place {
  const data = mkdtempSync(join(tmpdir(), 'minutebook-feed-'));
  const remove = async () => {
    await removeStreams(data);
    rmSync(data, { recursive: true, force: true });
  };
  return { data, remove };
}

export async function startLedger(
  { data }: Place,
  store: EventStore = new MemoryEventStore(),
): Promise<Ledger> {
  mkdirSync(join(data, 'public'), { recursive: true });
  const publicFile = join(data, 'public', 'public.sqlite');
  const publicStore = await openPublicStore({ ...engineOf(data), file: publicFile });
  const stop = new AbortController();
  const blobs = new MemoryBlobStore();
  const publicBlobs = SqliteBlobStore.open({ file: join(data, 'public', 'blobs.sqlite') });
  const publishing = new Publisher({
    ledger: store,
    publicStore,
    blobs: { ledger: blobs, public: publicBlobs },
  }).run(stop.signal);
  const keys = join(data, 'log.key');
  if (!existsSync(keys)) addKey(keys, 'localhost/minutebook');
  const sealer = new Sealer({
    store: publicStore,
    folder: join(data, 'ledger-log'),
    signers: keyFileReader(keys),
    interval: 1,
  });
  const sealing = sealer.run(stop.signal);
  const whenSealed = async () => {
    const wanted = await store.head();
    const checkpoints = await openCheckpoints(publicStore);
    const isSealed = () => (checkpoints.state.published?.size ?? 0) >= wanted;
    const after = await publicStore.head();
    await checkpoints.refresh();
    if (isSealed()) return;
    for await (const _ of publicStore.subscribe({ after, signal: stop.signal })) {
      await checkpoints.refresh();
      if (isSealed()) return;
    }
  };
  const whenPublished = async () => {
    let missing = await store.head();
    if (missing === 0) return;
    for await (const entries of entriesAfter(publicStore, -1, { signal: stop.signal }))
      if ((missing -= entries.length) <= 0) return;
  };
  const close = async () => {
    stop.abort();
    await publishing;
    await sealing;
    await publicBlobs.close();
    await publicStore.close();
  };
  return { store, blobs, publicFile, whenPublished, whenSealed, close };
}

export type FeedSettings = Readonly<{
  env?: Record<string, string>;
  events?: Partial<EventStreamOptions>;
  tracing?: Tracing;
  /** By default any that is free. */
  port?: number;
}>;

export async function startFeed(
  { data }: Place,
  { env, events, tracing, port = 0 }: FeedSettings = {},
): Promise<Feed> {
  const config = loadConfig({ MINUTEBOOK_DATA: data, MINUTEBOOK_FEED_PORT: '0', ...storeOf(data), ...env });
  const logger = createLogger({ service: 'feed', level: 'silent' });
  const app = await createFeed({ config, logger, tracing, ...(events && { events }) });
  await app.listen(port, '127.0.0.1');
  const record = app.get(PublicRecord);
  const whenAt = async (position: number) => {
    while (!record.isReady || record.position() < position) await new Promise(setImmediate);
  };
  return { url: await app.getUrl(), record, whenAt, close: () => app.close() };
}
