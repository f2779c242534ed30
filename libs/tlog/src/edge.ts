import { hashSize, rootOfHashes, rootOver } from './hash.ts';
import type { Hash } from './hash.ts';
import { subtreesOf } from './range.ts';
import { hashAt, subtreeIn, tileWidth, topLevel, widthAt } from './tile.ts';
import type { Tile } from './tile.ts';

/**
 * The right edge of a growing tree: its partial tile at each level, from which the root is computed and onto
 * which leaves are appended. A few kilobytes, however large the tree.
 */
export class Edge {
  #size = 0;
  /** By level, the hashes after the last full tile. */
  readonly #partial: Hash[][] = [];

  /** The edge of a tree that has this size, from its tiles. */
  static async load(size: number, readTile: (tile: Tile) => Promise<Uint8Array> | Uint8Array): Promise<Edge> {
    const edge = new Edge();
    edge.#size = size;
    for (let level = 0; size > 0 && level <= topLevel(size); level++) {
      const index = Math.floor(Math.floor(size / tileWidth ** level) / tileWidth);
      const width = widthAt(level, index, size);
      const bytes = width > 0 ? await readTile({ level, index, width }) : Buffer.alloc(0);
      edge.#partial.push(Array.from({ length: width }, (_, i) => Buffer.from(hashAt(bytes, i))));
    }
    return edge;
  }

  get size(): number {
    return this.#size;
  }

  /** Appends a leaf by its hash; `onHash` is told every hash that becomes part of a tile. */
  append(leaf: Hash, onHash?: (level: number, index: number, hash: Hash) => void): void {
    this.#add(0, this.#size, leaf, onHash);
    this.#size++;
  }

  /**
   * Appends a full tile of leaves at once; `onHash` is told the hashes above it.
   *
   * @throws RangeError where the tree does not end with a full tile
   */
  appendTile(leaves: Buffer, onHash?: (level: number, index: number, hash: Hash) => void): void {
    const index = this.#size / tileWidth;
    if (!Number.isInteger(index) || leaves.length !== tileWidth * hashSize)
      throw new RangeError(`${leaves.length} bytes are no full tile of a tree of ${this.#size} leaves`);
    this.#size += tileWidth;
    this.#partial[0] ??= [];
    this.#add(1, index, Buffer.from(rootOfHashes(leaves)), onHash);
  }

  root(): Hash {
    return rootOver(
      this.#partial.toReversed().flatMap((hashes) => {
        const tile = Buffer.concat(hashes);
        return subtreesOf([0, hashes.length]).map(({ level, index }) =>
          subtreeIn(tile, index * 2 ** level, (index + 1) * 2 ** level),
        );
      }),
    );
  }

  #add(
    level: number,
    index: number,
    hash: Hash,
    onHash?: (level: number, index: number, hash: Hash) => void,
  ) {
    onHash?.(level, index, hash);
    const hashes = (this.#partial[level] ??= []);
    hashes.push(hash);
    if (hashes.length < tileWidth) return;
    const full = Buffer.from(rootOfHashes(Buffer.concat(hashes)));
    this.#partial[level] = [];
    this.#add(level + 1, Math.floor(index / tileWidth), full, onHash);
  }
}
