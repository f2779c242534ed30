import { describe, expect, it } from '@jest/globals';
import {
  cosignNote,
  Edge,
  encodeBundle,
  formatCheckpoint,
  formatNote,
  formatProof,
  inclusionProof,
  leafHash,
  parsePath,
  parseProof,
  signatureTypes,
  signerOf,
  signNote,
  subtreesFromTiles,
  widthAt,
} from '#tlog';
import type { Tile } from '#tlog';
import { checkEntries, rootOf } from '../../assets/check.js';
import type { Group, Step } from '../../assets/check.js';

const origin = 'ledger.example.org/council';
const seed = (byte: number) => Buffer.alloc(32, byte);
const log = signerOf(origin, signatureTypes.ed25519, seed(1));
const otherLog = signerOf(origin, signatureTypes.ed25519, seed(2));
const witness = signerOf('union.example.org/witness', signatureTypes.cosignature, seed(3));
const policy = `# keys\nlog ${log.verifier.vkey} https://example.org/log\nwitness union ${witness.verifier.vkey}\nquorum none\n`;

const entryOf = (i: number): Buffer =>
  Buffer.from(JSON.stringify({ v: 1, kind: 'event', stream: `motion-m${i % 2}`, type: `Event${i}` }));

/** A log of so many entries, as a feed serves it; `note` is its checkpoint. */
class Served {
  readonly #entries: readonly Buffer[];
  readonly #levels: Buffer[][] = [];
  readonly root: Buffer;
  note: string;

  constructor(readonly size: number) {
    this.#entries = Array.from({ length: size }, (_, i) => entryOf(i));
    const edge = new Edge();
    for (const entry of this.#entries)
      edge.append(leafHash(entry), (level, index, hash) => ((this.#levels[level] ??= [])[index] = hash));
    this.root = edge.root();
    const text = formatCheckpoint({ origin, size, root: this.root });
    this.note = formatNote({
      text,
      signatures: [signNote(log, text), cosignNote(witness, text, 1_800_000_000)],
    });
  }

  readonly #tile = ({ level, index, width }: Tile): Buffer =>
    Buffer.concat((this.#levels[level] ?? []).slice(index * 256, index * 256 + width));

  proof = async (index: number) => inclusionProof(index, this.size, subtreesFromTiles(this.size, this.#tile));

  async answer(address: string): Promise<Buffer | string | undefined> {
    if (address === '/log/policy') return policy;
    const index = Number(/^\/proofs\/(\d+)$/.exec(address)?.[1] ?? NaN);
    if (index < this.size)
      return formatProof({ index, hashes: await this.proof(index), checkpoint: this.note });
    const tile = parsePath(address.replace('/log/', ''));
    const level = tile?.level === 'entries' ? 0 : (tile?.level ?? 0);
    if (!tile || tile.width > widthAt(level, tile.index, this.size)) return undefined;
    const { index: at, width } = tile;
    return tile.level === 'entries'
      ? encodeBundle(this.#entries.slice(at * 256, at * 256 + width))
      : this.#tile({ level, index: at, width });
  }
}

/** Changes what the feed answers; undefined for 404. */
type Forge = (address: string, answer: Buffer | string | undefined) => Buffer | string | undefined;

async function check(served: Served, indices: readonly number[], forge: Forge = (_, answer) => answer) {
  const steps: { group: Group; step: Step }[] = [];
  const asked: string[] = [];
  const verdict = await checkEntries({
    entries: indices.map((index) => ({ index, type: `Event${index}` })),
    stream: 'motion-m1',
    ask: async (address) => {
      asked.push(address);
      const answer = forge(address, await served.answer(address));
      return answer === undefined
        ? { status: 404, bytes: new Uint8Array() }
        : { status: 200, bytes: Buffer.from(answer) };
    },
    tell: (group, step) => steps.push({ group, step }),
  });
  const failed = steps
    .filter(({ step }) => step.verdict === 'no' || step.verdict === 'unable')
    .map(({ group, step }) => `${group.name}: ${step.verdict}.${step.step}`);
  return { verdict, steps, failed, asked };
}

const flipped = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};

describe('the root that the script computes', () => {
  it('is that of the tree for the proof of every leaf, and for no other leaf, place, size or path', async () => {
    for (const size of [1, 2, 3, 7, 8, 21, 257]) {
      const served = new Served(size);
      for (let index = 0; index < size; index += size > 100 ? 37 : 1) {
        const hashes = await served.proof(index);
        const leaf = leafHash(entryOf(index));
        const root = async (of: Partial<Parameters<typeof rootOf>[0]>) => {
          const made = await rootOf({ leaf, index, size, hashes, ...of });
          return made && Buffer.from(made).toString('base64');
        };
        const right = served.root.toString('base64');
        expect(await root({})).toBe(right);
        expect(await root({ leaf: leafHash(entryOf(size)) })).not.toBe(right);
        expect(await root({ hashes: [...hashes, leaf] })).toBeUndefined();
        expect(await root({ index: size })).toBeUndefined();
        if (size === 1) continue;
        expect(await root({ hashes: hashes.slice(1) })).toBeUndefined();
        expect(await root({ index: index === 0 ? 1 : index - 1 })).not.toBe(right);
      }
    }
  });
});

describe('a log that is as it was signed', () => {
  it.each([
    [2, [1]],
    [256, [1, 255]],
    [300, [1, 255, 257, 299]],
  ])('of %d entries is verified, step by step', async (size, indices) => {
    const { verdict, steps, failed } = await check(new Served(size), indices);
    expect(failed).toEqual([]);
    expect(verdict).toBe('yes');
    const entries = steps.filter(({ group }) => group.name === 'entry').map(({ step }) => step.step);
    expect(entries).toEqual(indices.flatMap(() => ['entry', 'leaf', 'tile', 'path']));
    const checkpoint = steps.filter(({ group }) => group.name === 'checkpoint').map(({ step }) => step);
    expect(checkpoint.map(({ step }) => step)).toEqual(['signature', 'key', 'cosignature']);
    expect(checkpoint[0]?.values).toEqual({ origin, size, key: log.verifier.vkey });
    expect(checkpoint[2]?.values).toMatchObject({ witness: 'union', at: '2027-01-15T08:00:00.000Z' });
  });

  it('shows the leaf hash of the bytes of the entry, and the root that was signed', async () => {
    const served = new Served(3);
    const { steps } = await check(served, [1]);
    const valuesOf = (name: string) => steps.find(({ step }) => step.step === name)?.step.values;
    expect(valuesOf('leaf')).toEqual({ leaf: leafHash(entryOf(1)).toString('hex') });
    expect(valuesOf('path')).toEqual({ count: 2, size: 3, root: served.root.toString('hex') });
  });

  it('is asked for the full tile where it has no partial one any more, and for each address once', async () => {
    const partial: Forge = (address, answer) => {
      if (address.includes('.p/')) return undefined;
      if (!address.startsWith('/log/tile/') || answer !== undefined) return answer;
      const tiles = Array.from({ length: 256 }, (_, i) => entryOf(i));
      return address.includes('entries') ? encodeBundle(tiles) : Buffer.concat(tiles.map(leafHash));
    };
    const { verdict, asked } = await check(new Served(20), [1, 3], partial);
    expect(verdict).toBe('yes');
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked).toContain('/log/tile/entries/000');
  });

  it('says that no witness has cosigned, where none has', async () => {
    const served = new Served(4);
    served.note = served.note.split('\n').slice(0, 5).join('\n') + '\n';
    const { verdict, steps } = await check(served, [1]);
    expect(verdict).toBe('yes');
    expect(steps.map(({ step }) => `${step.verdict}.${step.step}`)).toContain('note.uncosigned');
  });
});

describe('what was tampered with', () => {
  const served = new Served(300);
  const text = formatCheckpoint({ origin, size: 300, root: served.root });

  const bytesOf = (part: string, change: (bytes: Buffer) => Buffer): Forge => {
    return (address, answer) => (address.includes(part) ? change(Buffer.from(answer ?? '')) : answer);
  };
  const proof = (change: (proof: ReturnType<typeof parseProof>) => Partial<ReturnType<typeof parseProof>>) =>
    bytesOf('/proofs/', (bytes) => {
      const parsed = parseProof(bytes.toString());
      return Buffer.from(formatProof({ ...parsed, ...change(parsed) }));
    });
  const signedBy = (...signatures: readonly ReturnType<typeof signNote>[]) =>
    proof(() => ({ checkpoint: formatNote({ text, signatures }) }));
  const otherRoot = formatCheckpoint({ origin, size: 300, root: seed(9) });
  const replaced = (from: string, to: string) => (bytes: Buffer) =>
    Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1');

  it.each<[string, Forge, readonly string[]]>([
    [
      'another type of event in the entry',
      bytesOf('entries', replaced('"Event1"', '"Event7"')),
      ['entry: no.entry'],
    ],
    ['another stream', bytesOf('entries', replaced('motion-m1', 'motion-m7')), ['entry: no.entry']],
    [
      'a byte of the entry',
      bytesOf(
        'entries',
        replaced('"v":1,"kind":"event","stream":"motion-m1"', '"v":2,"kind":"event","stream":"motion-m1"'),
      ),
      ['entry: no.tile'],
    ],
    ['a hash of the tile', bytesOf('tile/0/', (bytes) => flipped(bytes, 40)), ['entry: no.tile']],
    [
      'a hash of the path',
      proof(({ hashes }) => ({ hashes: hashes.map((hash, i) => (i === 3 ? flipped(hash, 5) : hash)) })),
      ['entry: no.path'],
    ],
    ['a path that is too short', proof(({ hashes }) => ({ hashes: hashes.slice(1) })), ['entry: no.path']],
    ['the proof of another entry', proof(() => ({ index: 3 })), ['entry: no.index']],
    [
      'entry and tile together',
      (address, answer) => {
        const forged = replaced('"v":1', '"v":2')(entryOf(1));
        const bytes = Buffer.from(answer ?? '');
        if (address.includes('entries')) return replaced(entryOf(1).toString(), forged.toString())(bytes);
        if (address.includes('tile/0/')) leafHash(forged).copy(bytes, 32);
        return bytes;
      },
      ['entry: no.path'],
    ],
    ['a checkpoint that another key signed', signedBy(signNote(otherLog, text)), ['checkpoint: no.unsigned']],
    ['a signature of another text', signedBy(signNote(log, otherRoot)), ['checkpoint: no.signature']],
    [
      'a cosignature of another text',
      signedBy(signNote(log, text), cosignNote(witness, otherRoot, 1)),
      ['checkpoint: no.cosignature'],
    ],
    [
      'another root, that the log did not sign',
      proof(({ checkpoint }) => ({ checkpoint: checkpoint.replace(text, otherRoot) })),
      ['entry: no.path', 'checkpoint: no.signature'],
    ],
    [
      'a key whose id is that of another one',
      bytesOf('policy', replaced(log.verifier.keyId.toString('hex'), '00000000')),
      ['checkpoint: no.key'],
    ],
    [
      'a proof in another form',
      bytesOf('/proofs/', replaced('index 1', 'index 01')),
      ['entry: no.malformed'],
    ],
    [
      'a bundle that ends within the entry',
      bytesOf('entries', (bytes) => bytes.subarray(0, 90)),
      ['entry: no.malformed'],
    ],
  ])('%s is found, where it is', async (_what, forge, found) => {
    const { verdict, failed } = await check(served, [1], forge);
    expect(failed).toEqual(found);
    expect(verdict).toBe('no');
  });

  it('is distinguished from what cannot be asked', async () => {
    const { verdict, failed } = await check(served, [1, 301]);
    expect(failed).toEqual(['entry: unable.answer']);
    expect(verdict).toBe('unable');
    const both = await check(
      served,
      [301, 1],
      bytesOf('tile/0/', (bytes) => flipped(bytes, 40)),
    );
    expect(both.verdict).toBe('no');
  });

  it('cannot be told without entries', async () => {
    expect((await check(served, [])).verdict).toBe('unable');
  });
});
