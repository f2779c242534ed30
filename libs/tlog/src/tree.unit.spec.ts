import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Edge } from './edge.ts';
import { emptyRoot, leafHash, leafHashes } from './hash.ts';
import {
  consistencyProof,
  inclusionProof,
  rootFromInclusion,
  verifyConsistency,
  verifyInclusion,
} from './proof.ts';
import { MemoryLog } from './testing/memory-log.ts';
import { entry, NaiveTree } from './testing/naive-tree.ts';
import { newTiles, tilePath } from './tile.ts';

const small = 2000;
const large = [65_535, 65_536, 65_537, 70_000];

let naive: NaiveTree;
let log: MemoryLog;
beforeAll(() => {
  naive = new NaiveTree(70_000);
  log = new MemoryLog(70_000);
});

const flip = (hash: Buffer): Buffer => {
  const changed = Buffer.from(hash);
  changed.writeUInt8(changed.readUInt8(0) ^ 1);
  return changed;
};

async function expectProofs(size: number, index: number, oldSize: number): Promise<void> {
  const read = log.reader(size);
  const root = naive.root(0, size);
  const inclusion = await inclusionProof(index, size, read);
  expect(inclusion).toEqual(naive.path(index, 0, size));
  const included = { leaf: leafHash(entry(index)), index, size, root, proof: inclusion };
  expect(verifyInclusion(included)).toBe(true);
  const proof = await consistencyProof(oldSize, size, read);
  expect(proof).toEqual(naive.proof(oldSize, size));
  const consistent = { oldSize, oldRoot: naive.root(0, oldSize), size, root, proof };
  expect(verifyConsistency(consistent)).toBe(true);
}

describe('a tree of tiles', () => {
  it(`has the root of RFC 6962 at every size up to ${small}, and proves every one of them`, async () => {
    const edge = new Edge();
    for (let size = 0; size <= small; size++) {
      expect(edge.root()).toEqual(naive.root(0, size));
      if (size > 0) await expectProofs(size, (size * 7919) % size, (size * 104_729 + 13) % (size + 1));
      edge.append(leafHash(entry(size)));
    }
    expect(new Edge().root()).toEqual(emptyRoot);
  });

  it.each(large)('has that root, those tiles and proofs at %d', async (size) => {
    const grown = new MemoryLog(size);
    expect(grown.edge.root()).toEqual(naive.root(0, size));
    for (const index of [0, 1, 255, 256, 65_279, size - 1])
      for (const oldSize of [0, 1, 256, 257, 65_280, size - 1, size])
        await expectProofs(size, index, oldSize);
  });

  it('every leaf of every small tree is proved, and every old size', async () => {
    for (let size = 1; size <= 70; size++)
      for (let index = 0; index < size; index++) await expectProofs(size, index, index + 1);
  });

  it('goes on from its tiles as if it had never stopped', async () => {
    for (const size of [0, 1, 255, 256, 257, 65_535, 65_536, 65_537]) {
      const edge = await Edge.load(size, log.tileAt(size));
      expect([edge.size, edge.root()]).toEqual([size, naive.root(0, size)]);
      for (let i = size; i < size + 300; i++) edge.append(leafHash(entry(i)));
      expect(edge.root()).toEqual(naive.root(0, size + 300));
    }
  });

  it('takes a full tile at once as it takes its leaves one by one', () => {
    const [whole, each] = [new Edge(), new Edge()];
    const [ofWhole, ofEach]: [string[], string[]] = [[], []];
    for (let tile = 0; tile < 257; tile++) {
      const entries = Array.from({ length: 256 }, (_, i) => entry(tile * 256 + i));
      whole.appendTile(leafHashes(entries), (level, index, hash) =>
        ofWhole.push(`${level} ${index} ${hash.toString('hex')}`),
      );
      for (const one of entries)
        each.append(leafHash(one), (level, index, hash) => {
          if (level > 0) ofEach.push(`${level} ${index} ${hash.toString('hex')}`);
        });
    }
    expect([whole.size, whole.root()]).toEqual([each.size, naive.root(0, 65_792)]);
    expect(ofWhole).toEqual(ofEach);
    whole.append(leafHash(entry(65_792)));
    expect(() => whole.appendTile(Buffer.alloc(256 * 32))).toThrow(RangeError);
    expect(() => new Edge().appendTile(Buffer.alloc(32))).toThrow(RangeError);
  });

  it('serves what the specification names for 256 and 70 000 leaves', () => {
    const paths = (from: number, to: number) => [...newTiles(from, to)].map(tilePath);
    expect(paths(0, 256)).toEqual(['tile/0/000', 'tile/1/000.p/1']);
    const all = paths(0, 70_000);
    expect(all).toHaveLength(273 + 1 + 2 + 1);
    expect(all.slice(273)).toEqual(['tile/0/273.p/112', 'tile/1/000', 'tile/1/001.p/17', 'tile/2/000.p/1']);
    expect(paths(255, 257)).toEqual(['tile/0/000', 'tile/0/001.p/1', 'tile/1/000.p/1']);
    expect(paths(257, 257)).toEqual([]);
  });
});

describe('a proof', () => {
  const cases = fc.record({
    size: fc.integer({ min: 2, max: 3000 }),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  });

  it('of inclusion holds for nothing but its leaf, index, size, hashes and root', async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.nat(40), async ({ size, at }, n) => {
        const index = Math.floor(at * size);
        const proof = await inclusionProof(index, size, log.reader(size));
        const good = { leaf: leafHash(entry(index)), index, size, root: naive.root(0, size), proof };
        expect(verifyInclusion(good)).toBe(true);
        expect(verifyInclusion({ ...good, leaf: leafHash(entry(index + 1)) })).toBe(false);
        expect(verifyInclusion({ ...good, root: flip(good.root) })).toBe(false);
        expect(verifyInclusion({ ...good, index: (index + 1) % size })).toBe(false);
        expect(verifyInclusion({ ...good, proof: proof.slice(1) })).toBe(false);
        expect(verifyInclusion({ ...good, proof: [...proof, good.root] })).toBe(false);
        const i = n % proof.length;
        expect(verifyInclusion({ ...good, proof: proof.map((h, j) => (i === j ? flip(h) : h)) })).toBe(false);
        expect(rootFromInclusion({ ...good, index: size })).toBeUndefined();
      }),
    );
  });

  it('of consistency holds for nothing but its two trees', async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.nat(40), async ({ size, at }, n) => {
        const oldSize = 1 + Math.floor(at * (size - 1));
        const proof = await consistencyProof(oldSize, size, log.reader(size));
        const [oldRoot, root] = [naive.root(0, oldSize), naive.root(0, size)];
        const good = { oldSize, oldRoot, size, root, proof };
        expect(verifyConsistency(good)).toBe(true);
        expect(verifyConsistency({ ...good, oldRoot: flip(oldRoot) })).toBe(false);
        expect(verifyConsistency({ ...good, root: flip(root) })).toBe(false);
        expect(verifyConsistency({ ...good, proof: proof.slice(1) })).toBe(false);
        expect(verifyConsistency({ ...good, proof: [...proof, root] })).toBe(false);
        const i = n % proof.length;
        expect(verifyConsistency({ ...good, proof: proof.map((h, j) => (i === j ? flip(h) : h)) })).toBe(
          false,
        );
        expect(verifyConsistency({ ...good, oldSize: size + 1 })).toBe(false);
      }),
    );
  });

  it('of no leaf, or of a tree that shrinks, is an error', async () => {
    await expect(inclusionProof(5, 5, log.reader(5))).rejects.toThrow('no leaf 5');
    await expect(consistencyProof(6, 5, log.reader(5))).rejects.toThrow('does not extend');
  });
});
