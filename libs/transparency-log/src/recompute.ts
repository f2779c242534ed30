import type { EventStore, RecordedEvent } from '#event-store';
import { publicRecordStream, readEntries, storedEntry } from '#public-record';
import type { StoredEntry } from '#public-record';
import { Edge, hashSize, leafHash } from '#tlog';
import type { Hash } from '#tlog';
import type { TreeHead } from './checkpoints.ts';
import type { HashFiles } from './hash-files.ts';
import { missingEntries, wrongRoot } from './mismatch.ts';
import type { Difference } from './mismatch.ts';

/** Entries read at a time. */
const page = 1024;

/** The stored entries from an index on, page by page, as the hashes of leaves. */
async function* leavesFrom({ store, seen, signal }: Growing, from: number): AsyncGenerator<readonly Hash[]> {
  for (let index = from; !signal?.aborted;) {
    const entries = await readEntries(store, index, page);
    if (entries.length === 0) return;
    seen?.(entries);
    yield entries.map(leafOf);
    index += entries.length;
    // A long way must not keep others in this thread from their turn.
    await new Promise(setImmediate);
  }
}

/** What a tree grows from. */
export type Growing = Readonly<{
  store: EventStore;
  files: HashFiles;
  signal?: AbortSignal;
  /** Told all entries that are read, in order; some of them more than once. */
  seen?: (entries: readonly StoredEntry[]) => void;
}>;

export const leafOf = ({ text }: StoredEntry): Hash => leafHash(Buffer.from(text));

/** Those entries in a batch of a subscription that a tree of this size has not got yet. */
export const newEntries = (batch: readonly RecordedEvent[], size: number): readonly StoredEntry[] =>
  batch.filter(({ stream, revision }) => stream === publicRecordStream && revision >= size).map(storedEntry);

/** Appends every entry that is stored and not in the files yet. */
export async function growToEnd(growing: Growing): Promise<void> {
  const { files } = growing;
  for await (const leaves of leavesFrom(growing, files.size)) files.append(leaves);
}

/** The hashes of leaves as they were when they were appended, as far as the files go. */
function knownLeaves(files: HashFiles, from: number, count: number): readonly Hash[] {
  const known: Hash[] = [];
  for (let index = from; index < Math.min(from + count, files.size);) {
    const width = Math.min(256, files.size - Math.floor(index / 256) * 256);
    const tile = files.tile({ level: 0, index: Math.floor(index / 256), width });
    for (let i = index % 256; i < width; i++, index++)
      known.push(tile.subarray(i * hashSize, (i + 1) * hashSize));
  }
  return known;
}

type Recomputed = Readonly<{ size: number; roots: ReadonlyMap<number, Hash>; difference?: Difference }>;

/** The roots that the entries make at some sizes, and the first whose hash is not the one in the files. */
async function recomputed(growing: Growing, sizes: ReadonlySet<number>): Promise<Recomputed> {
  const edge = new Edge();
  const roots = new Map<number, Hash>();
  let difference: Difference | undefined;
  for await (const leaves of leavesFrom(growing, 0)) {
    const known = knownLeaves(growing.files, edge.size, leaves.length);
    for (const [i, leaf] of leaves.entries()) {
      const expected = known[i];
      if (expected && !expected.equals(leaf)) difference ??= { index: edge.size, expected, found: leaf };
      edge.append(leaf);
      if (sizes.has(edge.size)) roots.set(edge.size, edge.root());
    }
  }
  return { size: edge.size, roots, ...(difference && { difference }) };
}

/**
 * Makes the tree anew from the stored entries and holds it against what was signed, and against the files, which
 * are mended where the entries are right and they are not.
 *
 * @throws LogMismatch saying what differs
 */
export async function recompute(growing: Growing, signed: readonly TreeHead[]): Promise<void> {
  const { files, signal } = growing;
  const sizes = new Set(signed.map(({ size }) => size));
  const { size, roots, difference } = await recomputed(growing, sizes);
  if (signal?.aborted) return;
  for (const head of signed) {
    const root = roots.get(head.size);
    if (!root) throw missingEntries(head, size);
    if (root.toString('base64') !== head.root) throw wrongRoot(head, root, difference);
  }
  if (difference || files.size > size || !(await agrees(files, roots))) await files.truncate(0);
  await growToEnd(growing);
}

/** Whether the upper levels of the files are right, as far as signed roots tell. */
async function agrees(files: HashFiles, roots: ReadonlyMap<number, Hash>): Promise<boolean> {
  for (const [size, root] of roots)
    if (size <= files.size && !(await files.root(size)).equals(root)) return false;
  return true;
}
