import { Edge, hashAt, hashSize, leafHashes, tilePath, tileWidth, widthAt } from '#tlog';
import type { Hash, Tile } from '#tlog';
import type { Findings, Remark } from '../report/report.ts';
import type { Bundle } from './bundles.ts';
import type { LogSource } from './source.ts';

/** A tree as far as it was built: what `TreeCheck` goes on from. Its partial tiles, by level. */
export type TreeState = Readonly<{ size: number; partial: readonly Uint8Array[] }>;

/** A tree that this auditor has seen before. */
export type SeenTree = Readonly<{ size: number; root: Hash }>;

export const emptyTree: TreeState = { size: 0, partial: [] };

/** A tile as it is served: a partial one may have been replaced by the full one (C2SP tlog-tiles). */
export async function readTile(source: LogSource, tile: Tile): Promise<Buffer | undefined> {
  const exact = await source.read(tilePath(tile));
  if (exact || tile.width === tileWidth) return exact;
  const full = await source.read(tilePath({ ...tile, width: tileWidth }));
  return full?.length === tileWidth * hashSize ? full.subarray(0, tile.width * hashSize) : full;
}

const restored = ({ size, partial }: TreeState): Promise<Edge> =>
  Edge.load(size, ({ level }) => partial[level] ?? Buffer.alloc(0));

/**
 * Builds the tree from the entries and holds every tile that is served against it (C2 to C5). Where entries and
 * tiles disagree, a second tree is built from the tiles: the signed root tells which of the two was altered.
 */
export class TreeCheck {
  readonly #source: LogSource;
  readonly #findings: Findings;
  #edge: Edge;
  /** By level, the hashes of the tile that is not full yet. */
  readonly #partial: Buffer[][];
  /** Full tiles above level 0 that are to be compared. */
  #full: (Tile & Readonly<{ bytes: Buffer }>)[] = [];
  #ofTiles: Edge | undefined;
  readonly #seen: SeenTree | undefined;

  private constructor(
    source: LogSource,
    findings: Findings,
    edge: Edge,
    partial: Buffer[][],
    seen: SeenTree | undefined,
  ) {
    this.#seen = seen;
    this.#source = source;
    this.#findings = findings;
    this.#edge = edge;
    this.#partial = partial;
  }

  static async of(
    source: LogSource,
    findings: Findings,
    state: TreeState,
    seen?: SeenTree,
  ): Promise<TreeCheck> {
    const partial = state.partial.map((tile) =>
      Array.from({ length: tile.length / hashSize }, (_, i) => Buffer.from(hashAt(tile, i))),
    );
    return new TreeCheck(source, findings, await restored(state), partial, seen);
  }

  get size(): number {
    return this.#edge.size;
  }

  root(): Hash {
    return this.#edge.root();
  }

  state(): TreeState {
    return { size: this.size, partial: this.#partial.map((hashes) => Buffer.concat(hashes)) };
  }

  /**
   * The entries of one tile of level 0, all that a tree of this size has in it; those that the tree has already
   * are compared and not added. For an entry that is not there, the tile's hash stands.
   */
  async add({ index, entries }: Bundle): Promise<void> {
    const hashes = leafHashes(entries);
    const tile = { level: 0, index, width: entries.length };
    const served = await this.#served(tile, this.#findings);
    this.#findings.made('C3', entries.length);
    const areAll = entries.every((entry) => entry !== undefined);
    const isAsServed = areAll && served?.equals(hashes) === true;
    if (isAsServed && this.#isNext(tile)) this.#appendTile(hashes);
    else {
      const leaves = entries.map((entry, i) => entry && hashAt(hashes, i));
      if (served && !isAsServed) await this.#compare(index, leaves, served);
      this.#addEach(index, leaves, served);
    }
    await this.#compareFull();
  }

  /** The tiles at the right edge, and the root: what changes when the tree grows. */
  async finish(root: Hash, findings: Findings): Promise<void> {
    for (const [level, hashes] of this.#partial.entries()) {
      const index = Math.floor(Math.floor(this.size / tileWidth ** level) / tileWidth);
      const width = widthAt(level, index, this.size);
      if (level > 0 && width > 0)
        await this.#compareTile({ level, index, width }, Buffer.concat(hashes), findings);
    }
    findings.made('C5');
    if (this.root().equals(root)) return;
    const isOfTiles = this.#ofTiles?.root().equals(root);
    findings.fail({
      check: 'C5',
      code: isOfTiles ? 'ENTRY_ALTERED' : 'ROOT_DIFFERS',
      message: isOfTiles
        ? 'the tiles make the root that is signed and the entries do not: entries were altered'
        : 'the entries do not make the root that is signed',
      place: { path: 'checkpoint' },
      expected: root.toString('base64'),
      found: this.root().toString('base64'),
    });
  }

  /** Whether a tile is full, wholly new, and holds no size at which the tree was seen. */
  #isNext({ index, width }: Tile): boolean {
    const end = this.size + tileWidth;
    const isSeenWithin = this.#seen !== undefined && this.#seen.size > this.size && this.#seen.size < end;
    return width === tileWidth && this.size === index * tileWidth && !isSeenWithin;
  }

  #appendTile(leaves: Buffer): void {
    this.#ofTiles?.appendTile(leaves);
    this.#partial[0] ??= [];
    this.#edge.appendTile(leaves, this.#note);
    this.#compareSeen();
  }

  #addEach(index: number, leaves: readonly (Hash | undefined)[], served: Buffer | undefined): void {
    const known = this.size - index * tileWidth;
    for (const [i, leaf] of leaves.entries()) {
      const ofTile = served && Buffer.from(hashAt(served, i));
      if (i >= known) this.#append(leaf ?? ofTile ?? Buffer.alloc(hashSize), ofTile);
      else if (leaf && this.#partial[0]?.[i]?.equals(leaf) === false) this.#changed(index * tileWidth + i);
    }
  }

  #append(leaf: Hash, ofTile: Hash | undefined): void {
    this.#ofTiles?.append(ofTile ?? leaf);
    this.#edge.append(leaf, this.#note);
    this.#compareSeen();
  }

  readonly #note = (level: number, index: number, hash: Hash): void => {
    const hashes = (this.#partial[level] ??= []);
    hashes.push(hash);
    if (hashes.length < tileWidth) return;
    if (level > 0) {
      const tile = { level, index: Math.floor(index / tileWidth), width: tileWidth };
      this.#full.push({ ...tile, bytes: Buffer.concat(hashes) });
    }
    this.#partial[level] = [];
  };

  /** K2: the tree at the size that it had when it was seen last. */
  #compareSeen(): void {
    if (this.size !== this.#seen?.size) return;
    const { size, root } = this.#seen;
    this.#findings.made('K2');
    const found = this.root();
    if (found.equals(root)) return;
    this.#findings.fail({
      check: 'K2',
      code: 'HISTORY_REWRITTEN',
      message: `the first ${size} entries are not those that this auditor saw: the log was rewritten, or shows different trees to different people`,
      place: { path: 'checkpoint' },
      expected: root.toString('base64'),
      found: found.toString('base64'),
    });
  }

  async #compare(index: number, leaves: readonly (Hash | undefined)[], served: Buffer): Promise<void> {
    const differ = leaves.flatMap((leaf, i) => (leaf && !leaf.equals(hashAt(served, i)) ? [i] : []));
    this.#ofTiles ??= await restored(this.state());
    for (const i of differ) this.#findings.fail(this.#differs(index, leaves, served, i));
  }

  /** Where an entry was taken out or put in, the hashes after it are their neighbours'. */
  #differs(index: number, leaves: readonly (Hash | undefined)[], served: Buffer, i: number): Remark {
    const isHash = (n: number): boolean =>
      n >= 0 && n < leaves.length && (leaves[i]?.equals(hashAt(served, n)) ?? false);
    const other = leaves.findIndex((_, n) => n !== i && isHash(n));
    const moved = other < 0 ? '' : `; it stands at place ${index * tileWidth + other} of the tile`;
    return {
      check: 'C3',
      code: other < 0 ? 'ENTRY_DIFFERS' : 'ENTRY_MOVED',
      message: `entry ${index * tileWidth + i} does not hash to its place in the tile${moved}`,
      place: { index: index * tileWidth + i, path: tilePath({ level: 0, index, width: leaves.length }) },
      expected: Buffer.from(hashAt(served, i)).toString('base64'),
      found: leaves[i]?.toString('base64'),
    };
  }

  #changed(index: number): void {
    this.#findings.fail({
      check: 'K2',
      code: 'ENTRY_REPLACED',
      message: `entry ${index} is another one than this auditor saw before`,
      place: { index },
    });
  }

  async #compareFull(): Promise<void> {
    const full = this.#full;
    this.#full = [];
    for (const { bytes, ...tile } of full) await this.#compareTile(tile, bytes, this.#findings);
  }

  async #compareTile(tile: Tile, bytes: Buffer, findings: Findings): Promise<void> {
    const served = await this.#served(tile, findings);
    findings.made('C4');
    if (!served || served.equals(bytes)) return;
    const i = Array.from({ length: tile.width }, (_, n) => n).find(
      (n) => !hashAt(served, n).equals(hashAt(bytes, n)),
    );
    findings.fail({
      check: 'C4',
      code: 'TILE_DIFFERS',
      message: `hash ${i} of the tile does not follow from the tile below it`,
      place: { path: tilePath(tile) },
      expected: i === undefined ? undefined : Buffer.from(hashAt(bytes, i)).toString('base64'),
      found: i === undefined ? undefined : Buffer.from(hashAt(served, i)).toString('base64'),
    });
  }

  /** A tile with as many hashes as it must have. */
  async #served(tile: Tile, findings: Findings): Promise<Buffer | undefined> {
    findings.made('C2');
    const bytes = await readTile(this.#source, tile);
    if (bytes?.length === tile.width * hashSize) return bytes;
    findings.fail({
      check: 'C2',
      code: bytes ? 'TILE_WIDTH' : 'TILE_MISSING',
      message: bytes ? 'the tile has another number of hashes than it must' : 'the tile is not there',
      place: { path: tilePath(tile) },
      expected: tile.width * hashSize,
      found: bytes?.length,
    });
    return undefined;
  }
}
