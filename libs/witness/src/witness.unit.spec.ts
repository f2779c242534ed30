import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  consistencyProof,
  formatCheckpoint,
  formatNote,
  parseNote,
  parseSignature,
  signatureTypes,
  signerOf,
  signNote,
  verifyNote,
} from '#tlog';
import { MemoryLog } from '../../tlog/src/testing/memory-log.ts';
import { SignedTrees } from './signed-trees.ts';
import { Witness } from './witness.ts';
import type { Acceptance, WitnessOptions } from './witness.ts';

const origin = 'ledger.example.org/council';
const logKey = signerOf(origin, signatureTypes.ed25519, Buffer.alloc(32, 1));
const stranger = signerOf(origin, signatureTypes.ed25519, Buffer.alloc(32, 2));
const witnessKey = signerOf('union.example.org/witness', signatureTypes.cosignature, Buffer.alloc(32, 3));

let folder: string;
let trees: SignedTrees;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-witness-'));
  trees = new SignedTrees(join(folder, 'signed.sqlite'));
});
afterEach(() => {
  trees.close();
  rmSync(folder, { recursive: true });
});

const witness = (more: Partial<WitnessOptions> = {}) =>
  new Witness({
    signer: witnessKey,
    origin,
    logKeys: () => [logKey.verifier],
    trees,
    accept: () => Promise.resolve({ verdict: 'accepted' }),
    now: () => 1_700_000_000,
    ...more,
  });

const log = new MemoryLog(600);

const textOf = (size: number, root = new MemoryLog(size).edge.root(), name = origin) =>
  formatCheckpoint({ origin: name, size, root });
const noteOf = (text: string, signer = logKey) => formatNote({ text, signatures: [signNote(signer, text)] });

async function requestOf(old: number, size: number, note = noteOf(textOf(size))): Promise<string> {
  const proof = old <= size ? await consistencyProof(old, size, log.reader(size)) : [];
  return `${[`old ${old}`, ...proof.map((hash) => hash.toString('base64')), ''].join('\n')}\n${note}`;
}

const cosigned = async (one: Witness, old: number, size: number) => {
  const { status, body } = await one.addCheckpoint(await requestOf(old, size));
  expect([status, body]).toEqual([200, expect.stringMatching(/^— union\.example\.org\/witness \S+\n$/)]);
  const signatures = [parseSignature(body.trimEnd())];
  expect(verifyNote({ text: textOf(size), signatures }, [witnessKey.verifier])).toEqual([
    { verifier: witnessKey.verifier, time: 1_700_000_000 },
  ]);
};

describe('a witness', () => {
  it('cosigns what extends what it cosigned before, again for the same, and remembers it', async () => {
    const one = witness();
    await cosigned(one, 0, 3);
    await cosigned(one, 3, 3);
    await cosigned(one, 3, 257);
    await cosigned(witness(), 257, 600);
    expect(trees.last(origin)).toMatchObject({ size: 600 });
    expect(verifyNote(parseNote(one.last?.note ?? ''), [logKey.verifier, witnessKey.verifier])).toHaveLength(
      2,
    );
  });

  it('says how far it is to whom asks from elsewhere', async () => {
    const told: number[] = [];
    const one = witness({ onRefusal: (status) => told.push(status) });
    await cosigned(one, 0, 300);
    for (const old of [0, 299, 301]) {
      const { status, contentType, body } = await one.addCheckpoint(await requestOf(old, 600));
      expect([status, contentType, body]).toEqual([409, 'text/x.tlog.size', '300\n']);
    }
    expect((await one.addCheckpoint(await requestOf(0, 200))).body).toBe('300\n');
    expect(told).toEqual([]);
  });

  it('says without a size that it has seen another tree of this size', async () => {
    const told: number[] = [];
    const one = witness({ onRefusal: (status) => told.push(status) });
    await cosigned(one, 0, 3);
    const other = noteOf(textOf(3, Buffer.alloc(32, 7)));
    const { status, contentType, body } = await one.addCheckpoint(await requestOf(3, 3, other));
    expect([status, contentType]).toEqual([409, 'text/plain; charset=utf-8']);
    expect(body).toContain('another tree of 3 entries');
    expect(told).toEqual([409]);
  });

  it.each([
    ['no request at all', '', 400],
    ['no checkpoint', 'old 0\n\n', 400],
    ['an old size that is no number', `old 00\n\n${noteOf(textOf(3))}`, 400],
    ['an old size that is larger', `old 4\n\n${noteOf(textOf(3))}`, 400],
    ['a proof that is none', `old 0\nAAAA\n\n${noteOf(textOf(3))}`, 400],
    ['a request that is too long', `old 0\n\n${noteOf(textOf(3))}${'x'.repeat(10_240)}`, 400],
    [
      '64 lines of proof',
      `old 0\n${`${Buffer.alloc(32).toString('base64')}\n`.repeat(64)}\n${noteOf(textOf(3))}`,
      400,
    ],
    ['another log', `old 0\n\n${noteOf(textOf(3, undefined, 'other.example.org'))}`, 404],
    ['the key of a stranger', `old 0\n\n${noteOf(textOf(3), stranger)}`, 403],
    ['a signature of another text', `old 0\n\n${noteOf(textOf(3)).replace('\n3\n', '\n4\n')}`, 403],
    [
      'a proof where none is needed',
      `old 0\n${Buffer.alloc(32).toString('base64')}\n\n${noteOf(textOf(3))}`,
      422,
    ],
    ['an empty tree with a root', `old 0\n\n${noteOf(textOf(0, Buffer.alloc(32, 1)))}`, 422],
  ])('refuses %s', async (_what, body, status) => {
    const said: number[] = [];
    expect((await witness({ onRefusal: (code) => said.push(code) }).addCheckpoint(body)).status).toBe(status);
    expect(trees.last(origin)).toBeUndefined();
    expect(said).toEqual([status]);
  });

  it('refuses a tree that does not extend the last one, with any proof', async () => {
    const one = witness();
    await cosigned(one, 0, 256);
    const request = (await requestOf(256, 600)).replace(
      /\n\n.*/s,
      `\n\n${noteOf(textOf(600, Buffer.alloc(32, 9)))}`,
    );
    expect((await one.addCheckpoint(request)).status).toBe(422);
    expect(one.last?.size).toBe(256);
  });

  it.each([
    ['refused', 422],
    ['cannot_tell', 503],
  ] as const)('cosigns nothing whose meaning is %s', async (verdict, status) => {
    const one = witness({ accept: () => Promise.resolve({ verdict, reason: 'TALLY_DIFFERS' }) });
    const answer = await one.addCheckpoint(await requestOf(0, 3));
    expect(answer.status).toBe(status);
    expect(answer.body).toContain('TALLY_DIFFERS');
    expect(one.last).toBeUndefined();
  });

  it('answers one request at a time, and sends away whom it cannot serve soon', async () => {
    const waiting: ((acceptance: Acceptance) => void)[] = [];
    const one = witness({ maxWaiting: 2, accept: () => new Promise((resolve) => waiting.push(resolve)) });
    const answers = [requestOf(0, 3), requestOf(0, 257), requestOf(0, 3)].map(async (request) =>
      one.addCheckpoint(await request),
    );
    expect((await answers[2])?.status).toBe(429);
    expect(waiting).toHaveLength(1);
    waiting[0]?.({ verdict: 'accepted' });
    expect((await answers[0])?.status).toBe(200);
    expect((await answers[1])?.body).toBe('3\n');
  });

  it('has what it signs on the disk before anybody has it: two processes never sign two views', async () => {
    const other = new SignedTrees(join(folder, 'signed.sqlite'));
    const race = { first: witness(), second: witness({ trees: other }) };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 600 }))), async (steps) => {
        const answers = await Promise.all(
          steps.map(async ([isFirst, size]) => {
            const old = trees.last(origin)?.size ?? 0;
            const one = isFirst ? race.first : race.second;
            return { size, ...(await one.addCheckpoint(await requestOf(old, size))) };
          }),
        );
        const largest = Math.max(
          0,
          ...answers.filter(({ status }) => status === 200).map(({ size }) => size),
        );
        expect(trees.last(origin)?.size ?? 0).toBeGreaterThanOrEqual(largest);
      }),
      { numRuns: 20 },
    );
    other.close();
  });

  it('whose disk fails gives no signature', async () => {
    const failing = Object.assign(Object.create(trees) as SignedTrees, {
      last: () => undefined,
      replace: () => {
        throw new Error('the disk is full');
      },
    });
    await expect(witness({ trees: failing }).addCheckpoint(await requestOf(0, 3))).rejects.toThrow('full');
  });
});
