import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, commitmentTo } from '#public-record';
import type { Disclosure, EventEntry } from '#public-record';
import { formatProof, inclusionProof, signatureTypes, signerOf, subtreesFromTiles, tilePath } from '#tlog';
import { checkDisclosure, trustKeys } from '../index.ts';
import { draftOf, recordOf, serveLog, testSigner } from '../testing/index.ts';

const entries = recordOf('corrected');
const index = 20;
const salt = 'ab'.repeat(32);
const hidden = canonicalJson({ ...draftOf(entries[index] ?? ''), visibility: 'closed_session' });
const { position, recordedAt } = JSON.parse(hidden) as EventEntry;
const commitment = canonicalJson({
  ...{ v: 1, kind: 'commitment', position, recordedAt, streamClass: 'instrument', typeClass: 'structure' },
  commitment: commitmentTo(hidden, salt),
});
const log = entries.with(index, commitment);
const { resources } = serveLog(log);

async function disclosureOf(of: number): Promise<Disclosure> {
  const tile = (one: Parameters<typeof tilePath>[0]) => Buffer.from(resources.get(tilePath(one)) ?? '');
  const hashes = await inclusionProof(of, log.length, subtreesFromTiles(log.length, tile));
  const checkpoint = Buffer.from(resources.get('checkpoint') ?? '').toString();
  return {
    index: of,
    entry: log[of] ?? '',
    event: hidden,
    salt,
    proof: formatProof({ index: of, hashes, checkpoint }),
  };
}

const trust = trustKeys([testSigner.verifier.vkey]);
const check = (disclosure: object, by = trust) => checkDisclosure(JSON.stringify(disclosure), by);

describe('a disclosure', () => {
  it('proves that the event is the one to which the log is committed', async () => {
    expect(check(await disclosureOf(index))).toMatchObject({
      verdict: 'verified',
      origin: testSigner.verifier.name,
      index,
      event: { visibility: 'closed_session', position },
    });
  });

  it('of another event, salt or place does not', async () => {
    const disclosure = await disclosureOf(index);
    const other = canonicalJson({ ...draftOf(hidden), data: { said: 'something else' } });
    const reordered = JSON.stringify(
      Object.fromEntries(Object.entries(JSON.parse(hidden) as object).reverse()),
    );
    const code = (change: Partial<Disclosure>) => check({ ...disclosure, ...change }).problem?.code;
    expect(code({ event: other })).toBe('OTHER_EVENT');
    expect(code({ event: reordered })).toBe('OTHER_EVENT');
    expect(code({ salt: 'cd'.repeat(32) })).toBe('OTHER_EVENT');
    expect(code({ entry: log[index + 1] ?? '' })).toBe('PROOF_WRONG');
    expect(check({ ...(await disclosureOf(index + 1)) }).problem?.code).toBe('NOT_A_COMMITMENT');
    expect(checkDisclosure('{"entry":1}', trust).problem?.code).toBe('NOT_A_DISCLOSURE');
    const stranger = signerOf('other.example.org', signatureTypes.ed25519, Buffer.alloc(32, 9));
    expect(check(disclosure, trustKeys([stranger.verifier.vkey])).problem?.code).toBe('PROOF_WRONG');
  });

  it('of which a character was changed does not, wherever it is', async () => {
    const disclosure = await disclosureOf(index);
    const names = ['entry', 'event', 'salt', 'proof'] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.integer({ min: 33, max: 126 }),
        (name, at, code) => {
          const text = disclosure[name];
          const place = at % text.length;
          fc.pre(text.charCodeAt(place) !== code);
          const changed = text.slice(0, place) + String.fromCharCode(code) + text.slice(place + 1);
          expect(check({ ...disclosure, [name]: changed }).verdict).toBe('not_verified');
        },
      ),
      { numRuns: 300 },
    );
  });
});
