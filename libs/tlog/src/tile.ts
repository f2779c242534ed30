import { hashSize, rootOfHashes } from './hash.ts';
import type { Hash } from './hash.ts';
import { log2Floor } from './range.ts';
import type { ReadSubtree, Subtree } from './range.ts';

/** Hashes of a full tile, and entries of a full bundle (C2SP tlog-tiles). */
export const tileWidth = 256;
/** Levels of the tree in one tile. */
const tileHeight = 8;
const maxLevel = 63;

/** A tile: the index-th of its level, with its first `width` hashes. */
export type Tile = Readonly<{ level: number; index: number; width: number }>;

const groups = (index: number): string => {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const parts = padded.match(/\d{3}/g) ?? [];
  return parts.map((part, i) => (i < parts.length - 1 ? `x${part}` : part)).join('/');
};

const widthSuffix = (width: number): string => (width === tileWidth ? '' : `.p/${width}`);

/** `tile/<L>/<N>[.p/<W>]` */
export const tilePath = ({ level, index, width }: Tile): string =>
  `tile/${level}/${groups(index)}${widthSuffix(width)}`;

/** `tile/entries/<N>[.p/<W>]` */
export const entriesPath = ({ index, width }: Omit<Tile, 'level'>): string =>
  `tile/entries/${groups(index)}${widthSuffix(width)}`;

const pathPattern = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** A tile or a bundle of entries by its path; undefined for anything that is not exactly one. */
export function parsePath(path: string): (Omit<Tile, 'level'> & { level: number | 'entries' }) | undefined {
  const [, kind = '', number = '', partial] = pathPattern.exec(path) ?? [];
  const index = Number(number.replaceAll(/[x/]/g, ''));
  const width = partial === undefined ? tileWidth : Number(partial);
  const level = kind === 'entries' ? kind : Number(kind);
  const isWritten = number !== '' && groups(index) === number && Number.isSafeInteger(index);
  const isWidth = partial === undefined || width < tileWidth;
  return isWritten && isWidth && (level === 'entries' || level <= maxLevel)
    ? { level, index, width }
    : undefined;
}

/** Hashes of a level of a tree of this size: only full tiles hash into the level above. */
const hashesAt = (level: number, size: number): number => Math.floor(size / tileWidth ** level);

/** The width of a tile in a tree of this size; 0 where there is none. */
export const widthAt = (level: number, index: number, size: number): number =>
  Math.max(0, Math.min(tileWidth, hashesAt(level, size) - index * tileWidth));

/** The tiles that a tree has and an older one has not, or not as wide, level by level. */
export function* newTiles(oldSize: number, size: number): Generator<Tile> {
  for (let level = 0; hashesAt(level, size) > 0; level++) {
    const [before, count] = [hashesAt(level, oldSize), hashesAt(level, size)];
    for (let index = Math.floor(before / tileWidth); index * tileWidth < count; index++) {
      const width = widthAt(level, index, size);
      if (width !== widthAt(level, index, oldSize)) yield { level, index, width };
    }
  }
}

/** The tile that holds a subtree, in a tree of this size, and which of its hashes make it. */
export function tileOf(
  { level, index }: Subtree,
  size: number,
): Tile & Readonly<{ from: number; to: number }> {
  const tileLevel = Math.floor(level / tileHeight);
  const hashes = 2 ** (level - tileLevel * tileHeight);
  const first = index * hashes;
  const tileIndex = Math.floor(first / tileWidth);
  const from = first - tileIndex * tileWidth;
  return {
    level: tileLevel,
    index: tileIndex,
    width: widthAt(tileLevel, tileIndex, size),
    from,
    to: from + hashes,
  };
}

export const hashAt = (tile: Uint8Array, i: number): Hash =>
  Buffer.from(tile.buffer, tile.byteOffset + i * hashSize, hashSize);

/** The root over a tile's hashes from `from` up to `to`: a power of two of them. */
export const subtreeIn = (tile: Uint8Array, from: number, to: number): Hash =>
  to - from === 1 ? hashAt(tile, from) : rootOfHashes(tile.subarray(from * hashSize, to * hashSize));

/** Reads subtrees of a tree of this size from its tiles. */
export const subtreesFromTiles =
  (size: number, readTile: (tile: Tile) => Promise<Uint8Array> | Uint8Array): ReadSubtree =>
  async (subtree) => {
    const { from, to, ...tile } = tileOf(subtree, size);
    return subtreeIn(await readTile(tile), from, to);
  };

/** The highest level of a tree that has a tile. */
export const topLevel = (size: number): number => Math.floor(log2Floor(Math.max(size, 1)) / tileHeight);
