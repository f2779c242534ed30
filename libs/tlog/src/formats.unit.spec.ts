import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { decodeBundle, encodeBundle, maxEntrySize } from './entry-bundle.ts';
import { leafHash } from './hash.ts';
import { parseSecretKey, parseVerifier, signatureTypes, signerOf } from './keys.ts';
import type { Signer } from './keys.ts';
import { formatProof, parseProof } from './log-proof.ts';
import { formatNote, parseNote } from './note.ts';
import { formatPolicy, isSatisfied, parsePolicy } from './policy.ts';
import { cosignNote, signNote, verifyNote } from './signatures.ts';
import { entriesPath, parsePath, tilePath } from './tile.ts';

const seedOf = (n: number): Buffer => Buffer.alloc(32, n);
const log = signerOf('example.org/log', signatureTypes.ed25519, seedOf(1));
const witness = (n: number): Signer =>
  signerOf(`witness-${n}.example`, signatureTypes.cosignature, seedOf(10 + n));
const root = leafHash(Buffer.from('root'));
const text = formatCheckpoint({ origin: 'example.org/log', size: 12, root });

describe('paths', () => {
  it.each([
    [{ level: 0, index: 5, width: 256 }, 'tile/0/005'],
    [{ level: 1, index: 1_234_067, width: 256 }, 'tile/1/x001/x234/067'],
    [{ level: 63, index: 1000, width: 7 }, 'tile/63/x001/000.p/7'],
  ])('%j is %s', (tile, path) => {
    expect(tilePath(tile)).toBe(path);
    expect(parsePath(path)).toEqual(tile);
  });

  it('of bundles', () => {
    expect(entriesPath({ index: 273, width: 112 })).toBe('tile/entries/273.p/112');
    expect(parsePath('tile/entries/273.p/112')).toEqual({ level: 'entries', index: 273, width: 112 });
  });

  it.each([
    'tile/0/5',
    'tile/00/005',
    'tile/64/005',
    'tile/0/x000/005',
    'tile/0/001/005',
    'tile/0/x001/x005',
    'tile/0/005.p/0',
    'tile/0/005.p/256',
    'tile/0/005.p/07',
    'tile/0/005/',
    '/tile/0/005',
    'tile/entries/005.p/300',
    'tile/x/005',
  ])('%s is none', (path) => {
    expect(parsePath(path)).toBeUndefined();
  });

  it('every tile has one path, which leads back to it', () => {
    fc.assert(
      fc.property(
        fc.nat(63),
        fc.nat(1_000_000_000),
        fc.integer({ min: 1, max: 256 }),
        (level, index, width) => {
          expect(parsePath(tilePath({ level, index, width }))).toEqual({ level, index, width });
        },
      ),
    );
  });
});

describe('bundles', () => {
  it('give back their entries', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 256 }), (entries) => {
        expect(decodeBundle(encodeBundle(entries)).map((one) => [...one])).toEqual(
          entries.map((one) => [...one]),
        );
      }),
    );
  });

  it('take entries up to the limit, and no longer ones', () => {
    expect(decodeBundle(encodeBundle([Buffer.alloc(maxEntrySize)]))[0]).toHaveLength(maxEntrySize);
    expect(() => encodeBundle([Buffer.alloc(maxEntrySize + 1)])).toThrow(RangeError);
  });

  it.each(['00', '0007', '000765', '0001650002'])('that are cut off (%s) are an error', (hex) => {
    expect(() => decodeBundle(Buffer.from(hex, 'hex'))).toThrow('ends within entry');
  });
});

/** How many signatures hold; none where one is wrong or the text is no note. */
function verifiedIn(note: string): number {
  try {
    return verifyNote(parseNote(note), [log.verifier, witness(1).verifier]).length;
  } catch {
    return 0;
  }
}

describe('notes', () => {
  const note = formatNote({
    text,
    signatures: [signNote(log, text), cosignNote(witness(1), text, 1_700_000_000)],
  });

  it('give back their text and signatures', () => {
    const parsed = parseNote(note);
    expect(parsed.text).toBe(text);
    expect(formatNote(parsed)).toBe(note);
    expect(verifyNote(parsed, [log.verifier, witness(1).verifier]).map(({ time }) => time)).toEqual([
      undefined,
      1_700_000_000,
    ]);
  });

  it('a cosignature line carries 76 bytes', () => {
    const { keyId, signature } = cosignNote(witness(1), text, 1);
    expect(keyId.length + signature.length).toBe(76);
  });

  it('signatures of keys that are not known are passed over', () => {
    expect(verifyNote(parseNote(note), [witness(2).verifier])).toEqual([]);
  });

  it('a wrong signature of a known key is an error, whatever else holds', () => {
    const changed = parseNote(note.replace('\n12\n', '\n13\n'));
    expect(() => verifyNote(changed, [log.verifier])).toThrow('example.org/log');
    expect(() => verifyNote(changed, [witness(1).verifier])).toThrow('witness-1.example');
    const { name, keyId } = log.verifier;
    const short = { text, signatures: [{ name, keyId, signature: Buffer.alloc(3) }] };
    expect(() => verifyNote(short, [log.verifier])).toThrow('example.org/log');
  });

  it('a cosignature is of its time', () => {
    const one = cosignNote(witness(1), text, 1000);
    const signature = Buffer.from(one.signature);
    signature.writeUInt8(9, 7);
    expect(() => verifyNote({ text, signatures: [{ ...one, signature }] }, [witness(1).verifier])).toThrow();
  });

  it.each([
    ['without signatures', `${text}\n`],
    ['without an empty line', text],
    ['without its last newline', note.slice(0, -1)],
    ['with a hyphen', note.replace('—', '-')],
    ['with a control character', note.replace('example.org/log\n', 'example.org/log\t\n')],
    ['with a carriage return', note.replaceAll('\n', '\r\n')],
    ['with broken base64', note.replace(/=\n$/, '\n')],
    ['with a character that is none', note.replace('example', 'ex\ufffdample')],
  ])('%s they are refused', (_how, broken) => {
    expect(() => parseNote(broken)).toThrow('no signed note');
  });

  it('no character of a signed note can be changed', () => {
    fc.assert(
      fc.property(
        fc.nat(note.length - 1),
        fc.constantFrom('A', 'b', '7', '/', '\n', ' ', '—'),
        (at, character) => {
          fc.pre(note[at] !== character);
          const changed = note.slice(0, at) + character + note.slice(at + 1);
          expect(verifiedIn(changed)).toBeLessThan(2);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('checkpoints', () => {
  it.each([
    ['a size with zeros', 'o\n012\n', 'no size'],
    ['a negative size', 'o\n-1\n', 'no size'],
    ['a size beyond counting', 'o\n99999999999999999999\n', 'no size'],
    ['no origin', '\n12\n', 'no origin'],
  ])('with %s are refused', (_what, head, why) => {
    expect(() => parseCheckpoint(`${head}${root.toString('base64')}\n`)).toThrow(why);
  });

  it('with a short root, an empty extension, no end or a bad origin are refused', () => {
    expect(() => parseCheckpoint('o\n1\nAAAA\n')).toThrow('root');
    expect(() => parseCheckpoint(`o\n1\n${root.toString('base64')}\n\nx\n`)).toThrow('extension');
    expect(() => parseCheckpoint(`o\n1\n${root.toString('base64')}`)).toThrow('no end');
    expect(() => formatCheckpoint({ origin: 'a b', size: 1, root })).toThrow('origin');
    expect(() => formatCheckpoint({ origin: 'a', size: 0.5, root })).toThrow('size');
    expect(() => formatCheckpoint({ origin: 'a', size: 1, root: Buffer.alloc(1) })).toThrow('root');
  });

  it('keep the extension lines of others', () => {
    const extended = `${text}an extension\n`;
    expect(formatCheckpoint(parseCheckpoint(extended))).toBe(extended);
  });
});

describe('keys', () => {
  const { vkey } = log.verifier;
  it.each([
    ['another id', vkey.replace(/\+[0-9a-f]{8}\+/, '+00000000+')],
    ['no id', vkey.replace(/\+[0-9a-f]{8}\+/, '+')],
    ['broken base64', `${vkey}!`],
    ['an unknown type', 'a+00000000+Bg=='],
    ['a short key', 'a+00000000+AQA='],
  ])('with %s are refused', (_what, broken) => {
    expect(() => parseVerifier(broken)).toThrow('no key of a note');
    expect(() => parseSecretKey(`PRIVATE+KEY+${broken}`)).toThrow('no key of a note');
  });

  it('a public key is no secret key', () => {
    expect(() => parseSecretKey(vkey)).toThrow('PRIVATE+KEY');
    expect(() => signerOf('a', signatureTypes.ed25519, Buffer.alloc(31))).toThrow('32 bytes');
    expect(() => signerOf('a b', signatureTypes.ed25519, seedOf(1))).toThrow('space');
  });
});

describe('proof files', () => {
  const proof = { index: 7, hashes: [root, leafHash(root)], checkpoint: `${text}\n— a b\n` };

  it('give back what they were made of', () => {
    expect(parseProof(formatProof(proof))).toEqual(proof);
    expect(parseProof(formatProof({ ...proof, hashes: [], extra: Buffer.from('x') }))).toEqual({
      ...proof,
      hashes: [],
      extra: Buffer.from('x'),
    });
    expect(formatProof(proof).split('\n').slice(0, 2)).toEqual(['c2sp.org/tlog-proof@v1', 'index 7']);
  });

  it.each([
    ['of another version', formatProof(proof).replace('@v1', '@v2')],
    ['without an index', formatProof(proof).replace('index 7', 'index 07')],
    ['with a broken hash', formatProof(proof).replace(/\n[^\n]{44}\n/, '\nAAAA\n')],
    [
      'with broken extra',
      formatProof({ ...proof, extra: Buffer.from('x') }).replace('extra eA==', 'extra !'),
    ],
    ['without a checkpoint', 'c2sp.org/tlog-proof@v1\nindex 7\n'],
  ])('%s they are refused', (_how, broken) => {
    expect(() => parseProof(broken)).toThrow('no tlog-proof');
  });
});

describe('policies', () => {
  const lines = [
    '# who has to have seen it',
    `log ${log.verifier.vkey} https://log.example`,
    ...[1, 2, 3, 4].map((n) => `witness w${n} ${witness(n).verifier.vkey} https://w${n}.example`),
    'group parties all w1 w2',
    'group others 1 w3 w4',
    'group both all parties others',
    'quorum both',
  ];
  const policyText = lines.join('\n');

  it('ask for whom they name', () => {
    const policy = parsePolicy(policyText);
    const satisfied = (...names: string[]) => isSatisfied(policy, new Set(names));
    expect(satisfied('w1', 'w2', 'w4')).toBe(true);
    expect(satisfied('w1', 'w2')).toBe(false);
    expect(satisfied('w1', 'w3', 'w4')).toBe(false);
    expect(isSatisfied(parsePolicy(`log ${log.verifier.vkey}\nquorum none`), new Set())).toBe(true);
    expect(parsePolicy(formatPolicy(policy))).toEqual(
      expect.objectContaining({ quorum: 'both', groups: policy.groups }),
    );
  });

  const without = (line: number) => lines.filter((_, i) => i !== line).join('\n');
  const instead = (line: number, text: string) => lines.map((one, i) => (i === line ? text : one)).join('\n');
  it.each([
    ['without a quorum', without(9), 'no line names the quorum'],
    ['with two quorums', `${policyText}\nquorum none`, 'one quorum'],
    ['that name somebody later', instead(6, 'group parties all w1 others'), 'not defined before'],
    ['that name somebody twice', instead(7, 'group others 1 w3 w1'), 'a member already'],
    ['with none as a member', instead(7, 'group others 1 none'), 'never a member'],
    ['with the same key twice', instead(3, `witness w2 ${witness(1).verifier.vkey}`), 'twice'],
    ['with the same name twice', instead(3, `witness w1 ${witness(2).verifier.vkey}`), 'defined already'],
    ['that ask for more than there are', instead(7, 'group others 3 w3 w4'), 'cannot be asked for'],
    ['that ask for none', instead(7, 'group others 0 w3 w4'), 'cannot be asked for'],
    ['with a log that is a witness', instead(1, `log ${witness(9).verifier.vkey}`), 'Ed25519'],
    [
      'with a witness that is a log',
      without(1).replace(witness(1).verifier.vkey, log.verifier.vkey),
      'cosignature',
    ],
    ['with an unknown keyword', `${policyText}\nmirror x`, 'no keyword'],
    ['with a broken key', instead(1, 'log x'), 'no key of a note'],
    ['with too many words', instead(1, `${lines[1]} x`), 'an address'],
    ['with a quorum of nobody', instead(9, 'quorum x'), 'not defined before'],
    ['with a name that is none', instead(2, `witness none ${witness(1).verifier.vkey}`), 'cannot be a name'],
  ])('%s they are refused', (_how, broken, why) => {
    expect(() => parsePolicy(broken)).toThrow(why);
  });
});
