import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readAll, readLedger } from '../support/ledger-reads.ts';
import { startProduct, temporaryFolder } from '../support/product.ts';
import type { Product } from '../support/product.ts';

jest.setTimeout(120_000);

type Seat = Readonly<{
  seatId: string;
  constituencyId?: string;
  votingRight: string;
  occupancy: string;
  open: string;
  provenance: Readonly<{ sources: readonly Readonly<{ factId?: string; locator: string }>[] }>;
}>;
type Composition = Readonly<{
  exists: string;
  seats: readonly Seat[];
  constituencies: readonly Readonly<{ constituencyId: string; authorized: number }>[];
  officers: readonly Readonly<{ role: string; holder: Readonly<{ id: string }>; held: string }>[];
}>;
type Finding = Readonly<{ code: string; bodyId?: string; illustration?: boolean }>;

const counted = (values: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...new Set(values)].map((one) => [one, values.filter((value) => value === one).length]),
  );

describe('the reference history in the record', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let product: Product;
  const composition = (body: string, asOf: string): Promise<Composition> =>
    readLedger(product, `bodies/${body}/composition?asOf=${asOf}`);

  beforeAll(async () => {
    folder = await temporaryFolder();
    product = await startProduct(join(folder.path, 'data'));
  });

  afterAll(async () => {
    await product.interrupt();
    await folder.remove();
  });

  it('has nine organizations and eight bodies, and the example', async () => {
    expect(await readAll(product, 'organizations?limit=4')).toHaveLength(9);
    const bodies = await readAll<Readonly<{ bodyId: string }>>(product, 'bodies?limit=4');
    expect(bodies.map(({ bodyId }) => bodyId).sort()).toEqual([
      'cssc',
      'cssc-sub-application',
      'cssc-sub-csaat',
      'cssc-sub-csplc',
      'example-committee',
      'la-csit-2017',
      'sd-csac',
      'sd-csit',
      'sd-sc',
    ]);
  });

  it('knows the seats of the CSSC, and neither who votes nor who held the sixteen', async () => {
    const { constituencies, seats } = await composition('cssc', '2020-03-01');
    expect(constituencies).toMatchObject([
      { constituencyId: 'lausd', authorized: 8 },
      { constituencyId: 'utla', authorized: 8 },
    ]);
    expect(counted(seats.map(({ constituencyId }) => constituencyId ?? 'none'))).toEqual({
      lausd: 8,
      utla: 8,
      none: 5,
    });
    expect(counted(seats.map(({ votingRight }) => votingRight))).toEqual({ unknown: 21 });
    expect(counted(seats.map(({ occupancy }) => occupancy))).toEqual({ unrecorded: 18, possibly_filled: 3 });
  });

  it('does not make a date of a year, nor of nothing', async () => {
    const open = async (asOf: string) =>
      counted((await composition('cssc', asOf)).seats.map((seat) => seat.open));
    expect(await open('2020-03-01')).toEqual({ certain: 16, possible: 5 });
    expect(await open('2019-03-01')).toEqual({ possible: 21 });
    expect((await composition('cssc', '2018')).exists).toBe('no');
    expect((await composition('cssc', '2019-03-01')).exists).toBe('possible');
  });

  it('has UNITE-LA as its convener, facilitator and observer, in no seat', async () => {
    const { officers, seats } = await composition('cssc', '2025-01-01');
    expect(officers.map(({ role, holder, held }) => [role, holder.id, held])).toEqual([
      ['convener', 'unite-la', 'possible'],
      ['facilitator', 'unite-la', 'possible'],
      ['process_observer', 'unite-la', 'possible'],
    ]);
    expect(seats.some(({ seatId }) => seatId.includes('unite-la'))).toBe(false);
  });

  it('has thirteen voting seats and five of participants in San Diego', async () => {
    const { seats, constituencies } = await composition('sd-sc', '2024-01-01');
    expect(counted(seats.map(({ votingRight }) => votingRight))).toEqual({ full: 13, advisory: 5 });
    expect(constituencies).toEqual([]);
  });

  it('says of every seat where it is stated', async () => {
    const { seats } = await composition('cssc', '2025-01-01');
    for (const { provenance } of seats)
      expect(provenance.sources.map(({ factId, locator }) => `${factId} ${locator}`)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^LA-\d\d \d{3}_\w+\.txt:\d+/)]),
      );
  });

  it('has a finding for whatever no source states, and no other', async () => {
    const findings = await readAll<Finding>(product, 'findings?limit=50');
    expect(counted(findings.map(({ code }) => code))).toEqual({
      VOTING_RIGHT_UNKNOWN: 21,
      TEXT_NOT_HELD: 9,
      RATIFICATION_METHOD_UNKNOWN: 8,
      DISCLOSURE_MISSING: 3,
      AUTHORITY_CLAUSE_UNKNOWN: 4,
      AUTHORITY_MISSING: 8,
      DESIGNATION_WITHOUT_MOTION: 7,
      COHORT_NOT_STATED: 7,
    });
  });

  it('shows three quarters of a body that still fail, marked as an illustration', async () => {
    const id = 'example-motion:example-vote';
    expect(await readLedger(product, `decisions/${id}`)).toMatchObject({
      outcome: 'rejected',
      illustration: true,
      counts: { yes: 12, no: 4 },
      constituencies: [
        { constituencyId: 'district', counts: { yes: 8 }, result: 'pass' },
        { constituencyId: 'union', counts: { yes: 4, no: 4 }, result: 'fail' },
      ],
    });
    const published = await fetch(`${product.feed}/decisions/${id}`);
    expect(await published.json()).toMatchObject({ outcome: 'rejected', illustration: true });
  });

  it('marks every event of the example, and no other', async () => {
    type Event = Readonly<{ stream: string; metadata: Readonly<{ illustration?: true }> }>;
    const events = await readAll<Event>(product, 'events?limit=200');
    const marked = new Set(
      events.filter(({ metadata }) => metadata.illustration).map(({ stream }) => stream),
    );
    expect([...marked].sort()).toEqual([
      'body-example-committee',
      'instrument-example-bylaws',
      'meeting-example-meeting',
      'motion-example-motion',
    ]);
    const unmarked = events.filter(({ metadata }) => !metadata.illustration).map(({ stream }) => stream);
    expect(unmarked.filter((stream) => marked.has(stream))).toEqual([]);
  });
});
