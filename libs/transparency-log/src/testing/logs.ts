import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '#event-store';
import { publicRecordStream, readEntries } from '#public-record';
import { Edge, leafHash, signatureTypes, signerOf } from '#tlog';
import type { Signer } from '#tlog';
import { Sealer } from '../sealer.ts';
import type { SealerOptions } from '../sealer.ts';
import { openCheckpoints } from '../checkpoints.ts';
import { checkpointRecord, checkpointsStream } from '../records.ts';
import type { CheckpointRecord } from '../records.ts';

export const origin = 'ledger.example.org/council';

/** A key of the log; the same for the same number. */
export const logSigner = (n = 0, name = origin): Signer =>
  signerOf(name, signatureTypes.ed25519, Buffer.alloc(32, n));

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'minutebook-log-'));

/** Appends entries to a public record that has so many. */
export async function publish(store: EventStore, from: number, texts: readonly string[]): Promise<void> {
  const events = texts.map((text) => ({
    id: randomUUID(),
    type: 'EventPublished',
    data: text,
    metadata: '{}',
  }));
  if (events.length > 0) await store.append(publicRecordStream, from === 0 ? 'noStream' : from - 1, events);
}

export const texts = (from: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => JSON.stringify({ entry: from + i }));

/** The root of the first entries, made without anything of the log. */
export async function rootOf(store: EventStore, size: number): Promise<string> {
  const edge = new Edge();
  for (const { text } of size === 0 ? [] : await readEntries(store, 0, size))
    edge.append(leafHash(Buffer.from(text)));
  if (edge.size !== size) throw new Error(`there are ${edge.size} entries, not ${size}`);
  return edge.root().toString('base64');
}

export const checkpointRecords = async (store: EventStore): Promise<readonly CheckpointRecord[]> =>
  (await store.readStream(checkpointsStream, { limit: 1_000_000 })).map(checkpointRecord);

/** Resolves when a published checkpoint covers so many entries. */
export async function whenSealed(store: EventStore, size: number): Promise<void> {
  const after = await store.head();
  const checkpoints = await openCheckpoints(store);
  const isSealed = () => (checkpoints.state.published?.size ?? 0) >= size;
  if (isSealed()) return;
  for await (const batch of store.subscribe({ after, signal: new AbortController().signal })) {
    for (const event of batch) checkpoints.take(event);
    await checkpoints.refresh();
    if (isSealed()) return;
  }
}

/** Runs a sealer until a checkpoint covers everything, or it fails. */
export async function sealAll(
  store: EventStore,
  folder: string,
  entries: number,
  options: Partial<SealerOptions> = {},
): Promise<void> {
  const stop = new AbortController();
  const sealer = new Sealer({ store, folder, signers: () => [logSigner()], interval: 0, ...options });
  const running = sealer.run(stop.signal);
  await Promise.race([whenSealed(store, entries), running]);
  stop.abort();
  await running;
}
