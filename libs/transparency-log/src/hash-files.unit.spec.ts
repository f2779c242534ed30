import { appendFileSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inclusionProof, leafHash, newTiles, tilePath, verifyInclusion } from '#tlog';
import type { Tile } from '#tlog';
import { MemoryLog } from '../../tlog/src/testing/memory-log.ts';
import { entry } from '../../tlog/src/testing/naive-tree.ts';
import { HashFiles } from './hash-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-hashes-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const leaves = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => leafHash(entry(from + i)));

const largest = 70_000;
const whole = new MemoryLog(largest);

describe('hash files', () => {
  it('give every tile of every tree that they have been, as a tree in memory gives it', async () => {
    const files = await HashFiles.open(folder);
    let size = 0;
    for (const next of [1, 2, 255, 256, 257, 511, 512, 1000, 65_535, 65_536, 65_537, largest]) {
      files.append(leaves(size, next));
      size = next;
      expect(await files.root()).toEqual(await files.root(size));
    }
    const at = whole.tileAt(largest);
    for (const tile of newTiles(0, largest)) expect(files.tile(tile).equals(at(tile))).toBe(true);
    for (const old of [1, 3, 256, 1000, 65_536, 65_537])
      expect((await files.root(old)).equals(new MemoryLog(old).edge.root())).toBe(true);
    files.close();
  });

  it('prove every entry', async () => {
    const files = await HashFiles.open(folder);
    files.append(leaves(0, 600));
    const root = await files.root(600);
    for (let index = 0; index < 600; index += 7) {
      const proof = await inclusionProof(index, 600, files.subtrees(600));
      expect(verifyInclusion({ leaf: leafHash(entry(index)), index, size: 600, root, proof })).toBe(true);
    }
    files.close();
  });

  it('go on where they stopped, whatever a crash did to their ends', async () => {
    const step = fc.record({
      grow: fc.integer({ min: 0, max: 700 }),
      cut: fc.integer({ min: 0, max: 9000 }),
      level: fc.constantFrom(0, 1),
      litter: fc.integer({ min: 0, max: 31 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const place = mkdtempSync(join(folder, 'p-'));
        for (const { grow, cut, level, litter } of steps) {
          const files = await HashFiles.open(place);
          const { size } = files;
          files.append(leaves(size, size + grow));
          expect((await files.root()).equals(new MemoryLog(size + grow).edge.root())).toBe(true);
          files.close();
          damage(join(place, `level-${level}`), cut, litter);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('have no tile beyond their end, and none that is empty', async () => {
    const files = await HashFiles.open(folder);
    files.append(leaves(0, 300));
    const missing: readonly Tile[] = [
      { level: 0, index: 1, width: 45 },
      { level: 0, index: 2, width: 1 },
      { level: 1, index: 0, width: 2 },
      { level: 2, index: 0, width: 1 },
    ];
    for (const tile of missing) expect(() => files.tile(tile)).toThrow(RangeError);
    await expect(files.root(301)).rejects.toThrow(RangeError);
    expect([...newTiles(0, 300)].map(tilePath)).toEqual(['tile/0/000', 'tile/0/001.p/44', 'tile/1/000.p/1']);
    files.close();
  });
});

/** As a power failure would: cut anywhere, with bytes that are no hash at the end. */
function damage(file: string, cut: number, litter: number): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) return;
  truncateSync(file, Math.max(0, size - cut));
  const left = Math.max(0, size - cut) % 32;
  appendFileSync(file, Buffer.alloc(left === 0 ? litter : 0, 1));
}
