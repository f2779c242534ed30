import { hash } from 'node:crypto';

/** A SHA-256 hash: 32 bytes. */
export type Hash = Buffer;
export const hashSize = 32;

/** RFC 6962 §2.1: the prefixes keep a leaf from being taken for a node. */
const leafPrefix = Buffer.of(0);
const nodePrefix = Buffer.of(1);

const sha256 = (...parts: readonly Uint8Array[]): Hash => hash('sha256', Buffer.concat(parts), 'buffer');

export const leafHash = (entry: Uint8Array): Hash => sha256(leafPrefix, entry);
export const nodeHash = (left: Hash, right: Hash): Hash => sha256(nodePrefix, left, right);

/** Hashes many: into one buffer, and from one that lies ready, so that none of them is an allocation of its own. */
function hashInto(target: Buffer, at: number, prefixed: Uint8Array): void {
  target.write(hash('sha256', prefixed, 'binary'), at * hashSize, 'latin1');
}

/** The hashes of entries that follow one another, as a tile has them; of those that are not there, zeros. */
export function leafHashes(entries: readonly (Uint8Array | undefined)[]): Buffer {
  const hashes = Buffer.alloc(entries.length * hashSize);
  const longest = entries.reduce((length, entry) => Math.max(length, entry?.length ?? 0), 0);
  const leaf = Buffer.alloc(1 + longest);
  for (const [i, entry] of entries.entries()) {
    if (!entry) continue;
    leaf.set(entry, 1);
    hashInto(hashes, i, leaf.subarray(0, 1 + entry.length));
  }
  return hashes;
}

const node = Buffer.concat([nodePrefix, Buffer.alloc(2 * hashSize)]);

/** The root over a power of two of hashes. */
export function rootOfHashes(hashes: Uint8Array): Hash {
  const level = Buffer.from(hashes);
  for (let nodes = level.length / hashSize / 2; nodes >= 1; nodes /= 2)
    for (let i = 0; i < nodes; i++) {
      node.set(level.subarray(2 * i * hashSize, 2 * (i + 1) * hashSize), 1);
      hashInto(level, i, node);
    }
  return level.subarray(0, hashSize);
}

/** The root of a tree without leaves. */
export const emptyRoot: Hash = sha256();

/** The root over complete subtrees that follow one another, the largest first (RFC 6962 §2.1). */
export const rootOver = (subtrees: readonly Hash[]): Hash =>
  subtrees.length === 0
    ? emptyRoot
    : subtrees.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), subtrees.at(-1) ?? emptyRoot);
