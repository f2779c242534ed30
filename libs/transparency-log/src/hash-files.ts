import { closeSync, constants, fdatasyncSync, fstatSync, ftruncateSync, mkdirSync, openSync } from 'node:fs';
import { readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Edge, hashSize, rangeHash, subtreeIn, subtreesFromTiles, tileWidth } from '#tlog';
import type { Hash, ReadSubtree, Tile } from '#tlog';

/** A level of tiles: its file, how many hashes of it are written, and those that wait to be. */
type Level = { file: number; count: number; pending: Hash[]; dirty: boolean };

/** Hashes of a level that may wait in memory. */
const writeAfter = 8192;

/** Higher levels than this would need more leaves than a number can count. */
const levels = 8;

/**
 * The tiles of a tree on the disk: a file for each level with its hashes one after another, so that any tile is
 * one read. They can be made again from the entries at any time. Every hash has one place, so that two processes
 * that grow the same tree in one folder write the same bytes.
 */
export class HashFiles {
  readonly #folder: string;
  readonly #levels: Level[] = [];
  #edge = new Edge();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Opens the files of a folder, which is made where it is not there. A hash that is not whole is left out. */
  static async open(folder: string): Promise<HashFiles> {
    mkdirSync(folder, { recursive: true });
    const files = new HashFiles(folder);
    const { file } = files.#level(0);
    await files.truncate(Math.floor(fstatSync(file).size / hashSize));
    return files;
  }

  get size(): number {
    return this.#edge.size;
  }

  /** Appends leaves by their hashes; `sync` makes them durable. */
  append(leaves: readonly Hash[]): void {
    for (const leaf of leaves) this.#edge.append(leaf, (level, _index, hash) => this.#put(level, hash));
    this.#flush();
  }

  /** Everything that was appended is on the disk. */
  sync(): void {
    for (const level of this.#levels) {
      if (level.dirty) fdatasyncSync(level.file);
      level.dirty = false;
    }
  }

  /** A tile as wide as asked for. @throws RangeError where the tree has it not, or not as wide */
  readonly tile = ({ level, index, width }: Tile): Buffer => {
    const { file, count } = this.#levels[level] ?? { file: -1, count: 0 };
    if (index * tileWidth + width > count) throw new RangeError(`${this.size} leaves make no such tile`);
    const bytes = Buffer.alloc(width * hashSize);
    readSync(file, bytes, 0, bytes.length, index * tileWidth * hashSize);
    return bytes;
  };

  /** Reads subtrees of the tree as it was when it had this size. */
  subtrees(size: number): ReadSubtree {
    return subtreesFromTiles(size, this.tile);
  }

  /** The root of the tree as it was when it had this size. @throws RangeError where it is not as large */
  async root(size: number = this.size): Promise<Hash> {
    if (size > this.size) throw new RangeError(`the tree has ${this.size} leaves, not ${size}`);
    return size === this.size ? this.#edge.root() : rangeHash([0, size], this.subtrees(size));
  }

  /** Forgets the leaves from this size on. */
  async truncate(size: number): Promise<void> {
    for (let level = 0; level < levels; level++) this.#cut(level, Math.floor(size / tileWidth ** level));
    this.#edge = await Edge.load(size, this.tile);
  }

  close(): void {
    for (const { file } of this.#levels.splice(0)) closeSync(file);
  }

  #path(level: number): string {
    return join(this.#folder, `level-${level}`);
  }

  #level(level: number): Level {
    const open = () => openSync(this.#path(level), constants.O_RDWR | constants.O_CREAT, 0o644);
    return (this.#levels[level] ??= { file: open(), count: 0, pending: [], dirty: true });
  }

  /** Cuts a level to a number of hashes, or makes those that are missing from the level below, which is right. */
  #cut(index: number, count: number): void {
    if (index > 0 && count === 0) return this.#remove(index);
    const level = this.#level(index);
    const stored = Math.floor(fstatSync(level.file).size / hashSize);
    if (stored > count) ftruncateSync(level.file, count * hashSize);
    level.count = Math.min(stored, count);
    for (let i = level.count; i < count; i++)
      this.#put(index, subtreeIn(this.tile({ level: index - 1, index: i, width: tileWidth }), 0, tileWidth));
    this.#flush();
  }

  #remove(index: number): void {
    const level = this.#levels[index];
    if (level) closeSync(level.file);
    this.#levels.length = Math.min(this.#levels.length, index);
    rmSync(this.#path(index), { force: true });
  }

  #put(index: number, hash: Hash): void {
    const { pending } = this.#level(index);
    pending.push(hash);
    if (pending.length >= writeAfter) this.#flush();
  }

  #flush(): void {
    for (const level of this.#levels) {
      const bytes = Buffer.concat(level.pending);
      const at = level.count * hashSize;
      for (let n = 0; n < bytes.length;) n += writeSync(level.file, bytes, n, bytes.length - n, at + n);
      level.dirty ||= bytes.length > 0;
      level.count += level.pending.length;
      level.pending = [];
    }
  }
}

/** Reads tiles in the folder of another process's hash files. @throws RangeError where a tile is not there */
export const tilesIn =
  (folder: string) =>
  ({ level, index, width }: Tile): Buffer => {
    const file = openSync(join(folder, `level-${level}`), constants.O_RDONLY);
    try {
      const bytes = Buffer.alloc(width * hashSize);
      const read = readSync(file, bytes, 0, bytes.length, index * tileWidth * hashSize);
      if (read < bytes.length) throw new RangeError(`${folder} has no tile ${level}/${index} of ${width}`);
      return bytes;
    } finally {
      closeSync(file);
    }
  };
