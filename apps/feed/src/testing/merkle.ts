import { leafHash, nodeHash } from '#tlog';

export const hashLeaf = (entry: Uint8Array): Buffer => Buffer.from(leafHash(entry));

/** The root of a tree by its definition (RFC 6962 §2.1): split at the largest power of two below the size. */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  const [only = Buffer.alloc(0)] = leaves;
  if (leaves.length <= 1) return only;
  const half = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return Buffer.from(nodeHash(rootOf(leaves.slice(0, half)), rootOf(leaves.slice(half))));
}
