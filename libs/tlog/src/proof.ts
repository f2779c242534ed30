import { nodeHash } from './hash.ts';
import type { Hash } from './hash.ts';
import { rangeHash, splitPoint } from './range.ts';
import type { Range, ReadSubtree } from './range.ts';

const checkIndex = (index: number, size: number): void => {
  if (!(Number.isSafeInteger(index) && index >= 0 && index < size))
    throw new RangeError(`a tree of ${size} leaves has no leaf ${index}`);
};

const checkSizes = (oldSize: number, size: number): void => {
  if (!(Number.isSafeInteger(oldSize) && oldSize >= 0 && Number.isSafeInteger(size) && oldSize <= size))
    throw new RangeError(`a tree of ${size} leaves does not extend one of ${oldSize}`);
};

/** What an inclusion proof hashes, the leaf's sibling first: PATH of RFC 6962 §2.1.1. */
export function inclusionRanges(index: number, size: number): readonly Range[] {
  checkIndex(index, size);
  const ranges: Range[] = [];
  for (let [start, end] = [0, size]; end - start > 1;) {
    const middle = start + splitPoint(end - start);
    ranges.unshift(index < middle ? [middle, end] : [start, middle]);
    [start, end] = index < middle ? [start, middle] : [middle, end];
  }
  return ranges;
}

/** What a consistency proof hashes: PROOF of RFC 6962 §2.1.2; nothing from the empty tree, or to itself. */
export function consistencyRanges(oldSize: number, size: number): readonly Range[] {
  checkSizes(oldSize, size);
  if (oldSize === 0 || oldSize === size) return [];
  const ranges: Range[] = [];
  let [start, end] = [0, size];
  while (end > oldSize) {
    const middle = start + splitPoint(end - start);
    ranges.unshift(oldSize <= middle ? [middle, end] : [start, middle]);
    [start, end] = oldSize <= middle ? [start, middle] : [middle, end];
  }
  // The old tree's own root is known to whoever checks.
  return start === 0 ? ranges : [[start, end], ...ranges];
}

const hashes = (ranges: readonly Range[], read: ReadSubtree): Promise<readonly Hash[]> =>
  Promise.all(ranges.map((range) => rangeHash(range, read)));

/** @throws RangeError where the tree has no such leaf */
export async function inclusionProof(
  index: number,
  size: number,
  read: ReadSubtree,
): Promise<readonly Hash[]> {
  return hashes(inclusionRanges(index, size), read);
}

/** @throws RangeError where the old tree is larger */
export async function consistencyProof(
  oldSize: number,
  size: number,
  read: ReadSubtree,
): Promise<readonly Hash[]> {
  return hashes(consistencyRanges(oldSize, size), read);
}

const isOdd = (n: number): boolean => n % 2 === 1;
const half = (n: number): number => Math.floor(n / 2);

export type Inclusion = Readonly<{
  leaf: Hash;
  index: number;
  size: number;
  root: Hash;
  proof: readonly Hash[];
}>;

/** The root that a leaf and its proof make; undefined for a proof of the wrong length. RFC 9162 §2.1.3.2. */
export function rootFromInclusion({ leaf, index, size, proof }: Omit<Inclusion, 'root'>): Hash | undefined {
  if (!(Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size))
    return undefined;
  let [node, last, root] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return undefined;
    if (isOdd(node) || node === last) {
      root = nodeHash(sibling, root);
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      root = nodeHash(root, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 ? root : undefined;
}

/** Whether the leaf is in the tree at this index. */
export const verifyInclusion = ({ root, ...rest }: Inclusion): boolean =>
  rootFromInclusion(rest)?.equals(root) ?? false;

export type Consistency = Readonly<{
  oldSize: number;
  oldRoot: Hash;
  size: number;
  root: Hash;
  proof: readonly Hash[];
}>;

/** Whether the tree extends the old one. RFC 9162 §2.1.4.2; from the empty tree, any tree does. */
export function verifyConsistency({ oldSize, oldRoot, size, root, proof }: Consistency): boolean {
  if (!(Number.isSafeInteger(oldSize) && Number.isSafeInteger(size)) || oldSize < 0 || oldSize > size)
    return false;
  if (oldSize === size) return proof.length === 0 && oldRoot.equals(root);
  if (oldSize === 0) return proof.length === 0;
  let [node, last] = [oldSize - 1, size - 1];
  while (isOdd(node)) [node, last] = [half(node), half(last)];
  // An old tree that is a complete subtree is not in its own proof.
  const [first, ...path] = node === 0 ? [oldRoot, ...proof] : proof;
  if (!first) return false;
  let [oldHash, hash] = [first, first];
  for (const sibling of path) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      oldHash = nodeHash(sibling, oldHash);
      hash = nodeHash(sibling, hash);
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && oldHash.equals(oldRoot) && hash.equals(root);
}
