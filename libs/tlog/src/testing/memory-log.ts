import { Edge } from '../edge.ts';
import { hashSize, leafHash } from '../hash.ts';
import { newTiles, subtreesFromTiles, tilePath } from '../tile.ts';
import type { Tile } from '../tile.ts';
import type { ReadSubtree } from '../range.ts';
import { entry } from './naive-tree.ts';

/** A log in memory: its hashes by level, as they were told by the edge. */
export class MemoryLog {
  readonly edge = new Edge();
  readonly #levels: Buffer[][] = [];
  /** Complete subtrees never change. */
  readonly #subtrees = new Map<string, Promise<Buffer>>();

  constructor(size = 0) {
    this.growTo(size);
  }

  growTo(size: number): void {
    while (this.edge.size < size)
      this.edge.append(leafHash(entry(this.edge.size)), (level, index, hash) => {
        (this.#levels[level] ??= [])[index] = hash;
      });
  }

  /** As it was served when the log had this size; a tile that was not served is an error. */
  readonly tileAt = (size: number) => {
    const served = new Set([...newTiles(0, size)].map(tilePath));
    return (tile: Tile): Buffer => {
      if (!served.has(tilePath(tile))) throw new Error(`a log of ${size} serves no ${tilePath(tile)}`);
      return this.tile(tile);
    };
  };

  readonly tile = ({ level, index, width }: Tile): Buffer => {
    const hashes = (this.#levels[level] ?? []).slice(index * 256, index * 256 + width);
    if (hashes.length !== width) throw new Error('the tile is not as wide');
    return Buffer.concat(hashes, width * hashSize);
  };

  reader(size: number): ReadSubtree {
    const fromTiles = subtreesFromTiles(size, this.tile);
    return (subtree) => {
      const key = `${subtree.level} ${subtree.index}`;
      const hash = this.#subtrees.get(key) ?? fromTiles(subtree);
      this.#subtrees.set(key, hash);
      return hash;
    };
  }
}
