import { describe, expect, it } from '@jest/globals';
import {
  cosignNote,
  formatCheckpoint,
  formatNote,
  formatSignature,
  signatureTypes,
  signerOf,
  signNote,
} from '#tlog';
import { Coverage } from './coverage.ts';
import type { CheckpointRecord, Stored } from './records.ts';
import { logSigner, origin } from './testing/index.ts';

const witness = (n: number) => signerOf(`w${n}`, signatureTypes.cosignature, Buffer.alloc(32, n));
const policy = { witnesses: [1, 2].map((n) => ({ name: `party-${n}`, verifier: witness(n).verifier })) };

const textOf = (size: number) => formatCheckpoint({ origin, size, root: Buffer.alloc(32) });
const stored = (record: CheckpointRecord, recordedAt: string): Stored<CheckpointRecord> => ({
  ...record,
  revision: 0,
  recordedAt,
});
const published = (size: number, recordedAt: string, by: readonly (readonly [number, number])[] = []) =>
  stored(
    {
      type: 'CheckpointPublished',
      size,
      root: '',
      note: formatNote({
        text: textOf(size),
        signatures: [
          signNote(logSigner(), textOf(size)),
          ...by.map(([n, time]) => cosignNote(witness(n), textOf(size), time)),
        ],
      }),
    },
    recordedAt,
  );
const late = (size: number, n: number, time: number) =>
  stored(
    {
      type: 'CheckpointCosigned',
      size,
      signatures: [formatSignature(cosignNote(witness(n), textOf(size), time))],
    },
    '2026-01-01T00:00:09.000Z',
  );

describe('the coverage of an entry', () => {
  const coverage = new Coverage();
  for (const record of [
    published(2, '2026-01-01T00:00:01.000Z', [[1, 1_000]]),
    published(5, '2026-01-01T00:00:02.000Z', [[2, 1_002]]),
    published(5, '2026-01-01T00:00:03.000Z', [[2, 1_009]]),
    published(9, '2026-01-01T00:00:04.000Z'),
    late(9, 1, 1_020),
  ])
    coverage.take(record);

  it('is the first checkpoint, and the first cosignature of each witness on it or a later one', () => {
    expect(coverage.of(1, policy)).toEqual({
      index: 1,
      checkpoint: { size: 2, publishedAt: '2026-01-01T00:00:01.000Z' },
      cosignatures: [
        { witness: 'party-1', at: '1970-01-01T00:16:40.000Z' },
        { witness: 'party-2', at: '1970-01-01T00:16:42.000Z' },
      ],
      countersigned: { by: ['party-1', 'party-2'], at: '1970-01-01T00:16:42.000Z' },
    });
    expect(coverage.of(2, policy)).toMatchObject({
      checkpoint: { size: 5 },
      countersigned: { at: '1970-01-01T00:17:00.000Z' },
    });
  });

  it('is countersigned only where all of the policy have signed', () => {
    expect(coverage.of(8, policy)?.cosignatures).toEqual([
      { witness: 'party-1', at: '1970-01-01T00:17:00.000Z' },
    ]);
    expect(coverage.of(8, policy)?.countersigned).toBeUndefined();
    expect(coverage.of(1, { witnesses: [] })?.countersigned).toBeUndefined();
  });

  it('is not there before a checkpoint covers it', () => {
    expect(coverage.of(9, policy)).toBeUndefined();
  });

  const { verifier } = witness(1);
  it('has the first sight of a tree that holds it, and the last of one that does not', () => {
    const [one] = policy.witnesses;
    const saw = (size: number, at: string) => ({
      witness: 'party-1',
      vkey: one?.verifier.vkey,
      size,
      at,
    });
    expect(coverage.evidenceOf(1, [one!])).toEqual({ held: saw(2, '1970-01-01T00:16:40.000Z') });
    expect(coverage.evidenceOf(4, [one!])).toEqual({
      held: saw(9, '1970-01-01T00:17:00.000Z'),
      missing: saw(2, '1970-01-01T00:16:40.000Z'),
    });
    expect(coverage.evidenceOf(9, [one!])).toEqual({ missing: saw(9, '1970-01-01T00:17:00.000Z') });
    // The other witness was asked for the same tree twice: the last sight counts where the entry is not in it.
    expect(coverage.evidenceOf(5, policy.witnesses)).toMatchObject({
      missing: { witness: 'party-2', size: 5, at: '1970-01-01T00:16:49.000Z' },
    });
  });

  it('tells what a witness has not cosigned since a time, and what it cosigned in its stead', () => {
    const { verifier: other } = witness(2);
    const since = (time: string) => coverage.uncosigned(other, `2026-01-01T00:00:0${time}Z`);
    expect(since('0.000')).toEqual({ size: 9, publishedAt: '2026-01-01T00:00:04.000Z' });
    expect(since('5.000')).toBeUndefined();
    expect(coverage.uncosigned(verifier, '2026-01-01T00:00:00.000Z')).toBeUndefined();
    expect(coverage.uncosigned(witness(3).verifier, '2026-01-01T00:00:01.500Z')).toMatchObject({ size: 5 });
    expect(coverage.cosigned(verifier, 5)).toEqual({ size: 9, at: '1970-01-01T00:17:00.000Z' });
    expect(coverage.cosigned(other, 6)).toBeUndefined();
  });
});
