import { describe, expect, it } from '@jest/globals';
import { signatureTypes, signerOf } from '#tlog';
import type { Verifier } from '#tlog';
import { countersigningOf } from './countersigning.ts';
import type { PartyWitness } from './countersigning.ts';

const verifierOf = (n: number) => signerOf(`w${n}`, signatureTypes.cosignature, Buffer.alloc(32, n)).verifier;
const witness = (n: number, organizationId: string, more: Partial<PartyWitness> = {}): PartyWitness => ({
  organizationId,
  vkey: verifierOf(n).vkey,
  ...more,
});

/** The size that each witness saw, and when. */
const coverageOf = (seen: Readonly<Record<number, readonly [size: number, at: string]>>) => ({
  cosigned: ({ vkey }: Verifier, size: number) => {
    const saw = Object.entries(seen).find(([n]) => verifierOf(Number(n)).vkey === vkey)?.[1];
    return saw && saw[0] >= size ? { size: saw[0], at: saw[1] } : undefined;
  },
});

const parties = [witness(1, 'district'), witness(2, 'union')];

describe('the countersigning of an entry', () => {
  it('is when the last party had countersigned, by its own clock', () => {
    const coverage = coverageOf({ 1: [9, '2026-01-01T00:00:05.000Z'], 2: [8, '2026-01-01T00:00:02.000Z'] });
    expect(countersigningOf(coverage, 7, parties)).toEqual({
      index: 7,
      parties: [
        { organizationId: 'district', at: '2026-01-01T00:00:05.000Z' },
        { organizationId: 'union', at: '2026-01-01T00:00:02.000Z' },
      ],
      at: '2026-01-01T00:00:05.000Z',
    });
  });

  it('says who has not, and since when it is late', () => {
    const coverage = coverageOf({ 1: [9, '2026-01-01T00:00:05.000Z'], 2: [8, '2026-01-01T00:00:02.000Z'] });
    const publishedAt = '2026-01-01T00:00:04.000Z';
    const late = [parties[0]!, witness(2, 'union', { late: [{ publishedAt }] })];
    expect(countersigningOf(coverage, 8, late)).toEqual({
      index: 8,
      parties: [
        { organizationId: 'district', at: '2026-01-01T00:00:05.000Z' },
        { organizationId: 'union', lateSince: publishedAt },
      ],
    });
    // What it saw before, it has countersigned, late or not.
    expect(countersigningOf(coverage, 7, late)).toHaveProperty('at');
    const caughtUp = [parties[0]!, witness(2, 'union', { late: [{ publishedAt, caughtUp: {} }] })];
    expect(countersigningOf(coverage, 8, caughtUp)?.parties[1]).toEqual({ organizationId: 'union' });
  });

  it('of a party counts what its former witness saw, and asks nothing of a party without one', () => {
    const coverage = coverageOf({ 1: [9, '2026-01-01T00:00:01.000Z'], 3: [9, '2027-01-01T00:00:00.000Z'] });
    const replaced = [witness(1, 'district', { dismissed: {} }), witness(3, 'district')];
    const gone = witness(2, 'union', { dismissed: {}, late: [{ publishedAt: '2026-01-01T00:00:00.000Z' }] });
    expect(countersigningOf(coverage, 3, [...replaced, gone])).toEqual({
      index: 3,
      parties: [{ organizationId: 'district', at: '2026-01-01T00:00:01.000Z' }],
      at: '2026-01-01T00:00:01.000Z',
    });
    expect(countersigningOf(coverage, 3, [gone])).toBeUndefined();
  });
});
