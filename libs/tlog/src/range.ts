import { rootOver } from './hash.ts';
import type { Hash } from './hash.ts';

/*
 * Sizes and indices are numbers up to 2^53 - 1. Shifts would cut them to 32 bits, so halves and powers are
 * computed with arithmetic.
 */

/** Leaves from `start` up to, and not including, `end`. */
export type Range = readonly [start: number, end: number];

/** A complete subtree of 2^level leaves, the index-th of its level from the left. */
export type Subtree = Readonly<{ level: number; index: number }>;

/** Gives the hash of a complete subtree, from tiles that may have to be fetched. */
export type ReadSubtree = (subtree: Subtree) => Promise<Hash>;

/** The exponent of the largest power of two that is not larger than a positive number. */
export function log2Floor(n: number): number {
  let exponent = 0;
  while (2 ** (exponent + 1) <= n) exponent++;
  return exponent;
}

/** Where RFC 6962 splits a tree of n > 1 leaves: the largest power of two smaller than n. */
export const splitPoint = (n: number): number => 2 ** log2Floor(n - 1);

/** The complete subtrees that make up a range of a tree, from left to right, the largest first. */
export function subtreesOf([start, end]: Range): readonly Subtree[] {
  const subtrees: Subtree[] = [];
  for (let from = start; from < end;) {
    const level = log2Floor(end - from);
    subtrees.push({ level, index: from / 2 ** level });
    from += 2 ** level;
  }
  return subtrees;
}

/** The hash of a range that is a node of some tree: MTH(D[start:end]) of RFC 6962 §2.1. */
export async function rangeHash(range: Range, read: ReadSubtree): Promise<Hash> {
  return rootOver(await Promise.all(subtreesOf(range).map(read)));
}
