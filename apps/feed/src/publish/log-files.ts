import { entriesPath, newTiles, tilePath, tileWidth } from '#tlog';
import type { Tile } from '#tlog';

const pathsOf = (tile: Tile): readonly string[] =>
  [tilePath(tile), ...(tile.level === 0 ? [entriesPath(tile)] : [])].map((path) => `/log/${path}`);

const isFull = ({ width }: Tile): boolean => width === tileWidth;

/** The addresses of all full tiles and bundles of a log of this size: they never change. */
export const fullTiles = (size: number): readonly string[] =>
  [...newTiles(0, size)].filter(isFull).flatMap(pathsOf);

/** And of those that are there while it has this size. */
export const partialTiles = (size: number): readonly string[] =>
  [...newTiles(0, size)].filter((tile) => !isFull(tile)).flatMap(pathsOf);

/** Entries whose bundle is full: from any later checkpoint, proofs of them are checked with the same files. */
export const settledEntries = (size: number): number => Math.floor(size / tileWidth) * tileWidth;

/** What the others rest on comes first, the checkpoint last, when all that it covers is there. */
export function orderOf(path: string): number {
  if (path === 'log/checkpoint') return 4;
  if (path.endsWith('.html')) return 3;
  return /^(?:log\/|assets\/|blobs\/)/.test(path) ? 1 : 2;
}
