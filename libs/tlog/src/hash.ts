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

/** The root of a tree without leaves. */
export const emptyRoot: Hash = sha256();

/** The root over complete subtrees that follow one another, the largest first (RFC 6962 §2.1). */
export const rootOver = (subtrees: readonly Hash[]): Hash =>
  subtrees.length === 0
    ? emptyRoot
    : subtrees.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), subtrees.at(-1) ?? emptyRoot);
