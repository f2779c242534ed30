import { hash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { SqliteEventStore } from '#event-store-sqlite';
import type { EventStore } from '#event-store';
import { PublicRecordDiverged, tailOf } from '#public-record';
import {
  MalformedCheckpoint,
  MalformedNote,
  parseCheckpoint,
  parseNote,
  parseVerifier,
  verifyNote,
} from '#tlog';
import {
  activeKeys,
  HashFiles,
  LogMismatch,
  openCheckpoints,
  openLogRecords,
  readKeyFile,
  recompute,
} from '#transparency-log';
import type { LogRecords, TreeHead } from '#transparency-log';
import { Failure } from '../failure.ts';

/** What a copy of a record holds. */
export type RecordState = Readonly<{
  /** Position of the last event. */
  position: number;
  /** Entries of the public record. */
  entries: number;
  /** The newest checkpoint; absent where nothing is signed. */
  checkpoint?: Readonly<{ size: number; root: string; publishedAt: string }>;
}>;

export type RecordFiles = Readonly<{
  events: string;
  publicStore: string;
  blobs: readonly string[];
  keys: string;
}>;

type Options = RecordFiles &
  Readonly<{
    /** A checkpoint that others have: it must be of this log, and of no more than is here. */
    seen?: string | undefined;
  }>;

/** @throws Failure where a text is not what its name says */
function checkBlobs(file: string): void {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const rows = db.prepare<[], { sha256: string; bytes: Buffer }>(
      "SELECT sha256, bytes FROM blobs WHERE media_type <> ''",
    );
    for (const { sha256, bytes } of rows.iterate())
      if (hash('sha256', bytes) !== sha256)
        throw new Failure(`${file}: the text ${sha256} is not what it was`);
  } finally {
    db.close();
  }
}

/** A signed checkpoint of this log, as a head of its tree. @throws Failure */
function headOf(note: string, { state }: LogRecords): TreeHead {
  try {
    const parsed = parseNote(note);
    const { origin, size, root } = parseCheckpoint(parsed.text);
    const own = state.keys.map(({ vkey }) => parseVerifier(vkey));
    if (verifyNote(parsed, own).length === 0)
      throw new Failure(`the checkpoint of ${origin} is signed by none of the keys of this log`);
    return { size, root: root.toString('base64') };
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (error instanceof MalformedNote || error instanceof MalformedCheckpoint)
      throw new Failure(`that is no checkpoint: ${error.message}`, { cause: error });
    throw new Failure(`the checkpoint cannot be believed: ${(error as Error).message}`, { cause: error });
  }
}

/** @throws Failure where a key signs the log that is not in the copied key file */
function checkKeys({ state }: LogRecords, file: string): void {
  const active = activeKeys(state).map(({ vkey }) => vkey);
  if (active.length === 0) return;
  const copied = readKeyFile(file).map(({ verifier }) => verifier.vkey);
  const missing = active.filter((vkey) => !copied.includes(vkey));
  if (missing.length > 0)
    throw new Failure(
      `${missing.join(' and ')} signs the log and is not in ${file}: were keys changed just now? Try again`,
    );
}

/** Makes the tree anew of the entries, and holds it against everything that was signed. @throws LogMismatch */
async function checkTree(store: EventStore, heads: readonly TreeHead[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-tree-'));
  const files = await HashFiles.open(folder);
  try {
    await recompute({ store, files }, heads);
  } finally {
    files.close();
    rmSync(folder, { recursive: true });
  }
}

async function stateOf(
  ledger: EventStore,
  publicStore: EventStore,
  { keys, seen }: Options,
): Promise<RecordState> {
  const { entries } = await tailOf(ledger, publicStore);
  const log = await openLogRecords(publicStore);
  checkKeys(log, keys);
  const { reserved, published } = (await openCheckpoints(publicStore)).state;
  const signed = published && headOf(published.note, log);
  const others = seen === undefined ? undefined : headOf(seen, log);
  await checkTree(
    publicStore,
    [reserved, signed, others].filter((head) => head !== undefined),
  );
  return {
    position: await ledger.head(),
    entries,
    ...(published && {
      checkpoint: { size: published.size, root: published.root, publishedAt: published.publishedAt },
    }),
  };
}

/**
 * What a copy holds, all of it checked: the public record is of these events, its entries make the trees that were
 * signed, the keys that sign are there, and every text is what its name says.
 *
 * @throws Failure saying what does not agree
 */
export async function checkRecord(options: Options): Promise<RecordState> {
  const ledger = await SqliteEventStore.open({ file: options.events, readOnly: true });
  const publicStore = await SqliteEventStore.open({ file: options.publicStore, readOnly: true });
  try {
    options.blobs.forEach(checkBlobs);
    return await stateOf(ledger, publicStore, options);
  } catch (error) {
    if (error instanceof LogMismatch || error instanceof PublicRecordDiverged)
      throw new Failure(error.message, { cause: error });
    throw error;
  } finally {
    await publicStore.close();
    await ledger.close();
  }
}
