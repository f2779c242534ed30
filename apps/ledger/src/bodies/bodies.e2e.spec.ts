import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { body as domain } from '#governance';
import { signatureTypes, signerOf } from '#tlog';
import { patience, startLedger } from '../testing/index.ts';
import type { Answered, TestLedger } from '../testing/index.ts';

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startLedger();
}, patience);
afterAll(() => ledger.close());

const established = { name: 'Body', classification: 'committee', timeZone: 'America/Los_Angeles' };
const clauseRef = { instrument: 'bylaws', version: '2023', clause: '2.1' };

/** Every operation on a body, in an order in which each is in order. */
const history: readonly (readonly [operation: string, body: object])[] = [
  ['establish-body', { ...established, foundingClause: clauseRef, purpose: 'To steer.', occurredAt: '2019' }],
  [
    'determine-open-meeting-regime',
    { regime: 'BROWN_ACT', basis: 'Gov. Code § 54952', effectiveFrom: '2019' },
  ],
  [
    'adopt-rules-of-order',
    { rulesOfOrder: 'RONR', precedence: 'strict', smallBoard: false, clauseRef, effectiveFrom: '2019' },
  ],
  ['adopt-publication-policy', { ruleIds: ['BA-01', 'PR-01'], clauseRef, effectiveFrom: '2019' }],
  ['define-constituency', { constituencyId: 'district', name: 'District', organizationId: 'lausd' }],
  ['define-constituency', { constituencyId: 'union', name: 'Union' }],
  [
    'adopt-composition-rule',
    {
      clauseRef,
      perConstituency: [
        { constituencyId: 'district', voting: 2 },
        { constituencyId: 'union', voting: 2, advisory: 1 },
      ],
      min: 4,
      max: 5,
      parity: true,
      shares: [
        { constituencyId: 'district', percent: 50 },
        { constituencyId: 'union', percent: 50 },
      ],
    },
  ],
  [
    'open-seat',
    {
      seatId: 'd1',
      label: 'District 1',
      constituencyId: 'district',
      appointingAuthorityId: 'lausd',
      nominatorIds: ['utla'],
      votingRight: 'full',
      exOfficioOf: 'superintendent',
    },
  ],
  [
    'open-seat',
    { seatId: 'd2', label: 'District 2', constituencyId: 'district', nominatorIds: [], votingRight: 'full' },
  ],
  [
    'open-seat',
    { seatId: 'u1', label: 'Union 1', constituencyId: 'union', nominatorIds: [], votingRight: 'full' },
  ],
  ['nominate-for-seat', { seatId: 'd1', nominatorId: 'utla', personId: 'person-1' }],
  [
    'fill-seat',
    {
      seatId: 'd1',
      seatingId: 'd1-first',
      holder: { kind: 'person', id: 'person-1' },
      startsAt: '2024-25',
      endsAt: '2028-06-30',
      appointedBy: 'lausd',
      instrumentRef: clauseRef,
    },
  ],
  [
    'fill-seat',
    { seatId: 'u1', seatingId: 'u1-first', holder: { kind: 'organization', id: 'utla' }, startsAt: '2020' },
  ],
  [
    'fill-seat',
    { seatId: 'd2', seatingId: 'd2-first', holder: { kind: 'person', id: 'person-2' }, startsAt: '2020' },
  ],
  ['extend-term', { seatId: 'd1', until: '2029-06', basis: 'holdover' }],
  ['designate-alternate', { seatId: 'd1', personId: 'person-3' }],
  ['revoke-alternate', { seatId: 'd1', personId: 'person-3' }],
  [
    'assign-role',
    {
      roleId: 'chair-1',
      role: 'co_chair',
      holder: { kind: 'seat', id: 'd1' },
      constituencyId: 'district',
    },
  ],
  ['end-role', { roleId: 'chair-1', reason: 'rotation' }],
  [
    'grant-proxy',
    { proxyId: 'p1', seatId: 'd1', toSeatId: 'd2', scope: 'body', expiresAt: '2030-01-01', clauseRef },
  ],
  ['revoke-proxy', { proxyId: 'p1' }],
  ['declare-interest', { interestId: 'i1', seatId: 'd1', subject: 'A contract', nature: 'Financial' }],
  ['withdraw-interest', { interestId: 'i1' }],
  ['change-seat-voting-right', { seatId: 'd2', votingRight: 'advisory', clauseRef }],
  ['set-display-name-policy', { seatId: 'd2', policy: 'initials' }],
  ['name-governing-instrument', { instrumentId: 'charter' }],
  ['release-governing-instrument', { instrumentId: 'charter', reason: 'Another charter' }],
  [
    'appoint-witness',
    {
      witnessId: 'district-2026',
      organizationId: 'lausd',
      vkey: signerOf('w.example.org', signatureTypes.cosignature, Buffer.alloc(32)).verifier.vkey,
      url: 'https://witness.example.org',
    },
  ],
  ['dismiss-witness', { witnessId: 'district-2026', reason: 'A new key' }],
  ['vacate-seat', { seatId: 'd2', reason: 'resigned' }],
  ['close-seat', { seatId: 'd2', reason: 'bylaws' }],
  ['charge-subcommittee', { charge: 'Report.', cadence: 'monthly', reportsBy: '2030', expiresAt: '2031' }],
  ['succeed-body', { successorId: 'heir' }],
  ['dissolve-body', { reason: 'succeeded' }],
];

const establish = (id: string, more: object = {}): Promise<Answered> =>
  ledger.post(`/v1/bodies/${id}/establish-body`, { ...established, ...more });

describe('operations on a body', () => {
  it(
    'record every type of event that a body may have',
    async () => {
      await ledger.record('/v1/organizations/lausd/register-organization', { name: 'LAUSD' });
      await ledger.record('/v1/organizations/utla/register-organization', { name: 'UTLA' });
      await establish('parent', { occurredAt: '2018' });
      await establish('heir', { occurredAt: '2018' });
      const charter = { kind: 'bylaws', title: 'Charter', bodyId: 'parent', occurredAt: '2018' };
      await ledger.record('/v1/instruments/charter/register-instrument', charter);
      const types = new Set<string>();
      for (const [operation, body] of history) {
        const said = operation === 'establish-body' ? { ...body, parentBodyId: 'parent' } : body;
        const { status, body: receipt } = await ledger.post(`/v1/bodies/whole/${operation}`, said);
        expect([operation, status, receipt.findings ?? receipt]).toEqual([operation, 201, expect.any(Array)]);
        for (const { type } of receipt.events as { type: string }[]) types.add(type);
      }
      // Whether a witness is late is found by the watch over them: nobody can say it.
      const found = ['CosignatureCaughtUp', 'CosignatureMissed'];
      expect([...types, ...found].sort()).toEqual([...domain.eventTypes].sort());
    },
    patience,
  );
});

describe('facts from other streams', () => {
  it('tell whether the parent is established, and whose child it is', async () => {
    expect((await establish('orphan', { parentBodyId: 'nobody' })).body).toMatchObject({
      code: 'PARENT_UNKNOWN',
    });
    expect((await establish('self', { parentBodyId: 'self' })).body).toMatchObject({ code: 'PARENT_CYCLE' });
    expect((await establish('grandparent')).status).toBe(201);
    expect((await establish('child', { parentBodyId: 'grandparent' })).status).toBe(201);
    expect((await establish('grandchild', { parentBodyId: 'child' })).status).toBe(201);
  });

  it('tell whether an organization is registered', async () => {
    await establish('with-organizations');
    const define = (organizationId: string) =>
      ledger.post('/v1/bodies/with-organizations/define-constituency', {
        constituencyId: organizationId,
        name: organizationId,
        organizationId,
      });
    expect((await define('unregistered')).body).toMatchObject({ code: 'ORGANIZATION_UNKNOWN' });
    await ledger.record('/v1/organizations/registered/register-organization', { name: 'Registered' });
    expect((await define('registered')).status).toBe(201);
  });

  it('tell by which authority a removal is recorded', async () => {
    await establish('removing');
    const seat = { seatId: 's1', label: 'Seat', nominatorIds: [], votingRight: 'full' };
    const holder = { kind: 'person', id: 'person-9' };
    await ledger.record('/v1/bodies/removing/open-seat', seat);
    await ledger.record('/v1/bodies/removing/fill-seat', {
      seatId: 's1',
      seatingId: 'x',
      holder,
      startsAt: '2020',
    });
    const vacate = (more: object) =>
      ledger.post('/v1/bodies/removing/vacate-seat', { seatId: 's1', reason: 'removed', ...more });
    expect((await vacate({})).body).toMatchObject({ code: 'REMOVAL_NEEDS_AUTHORITY' });
    const unread = { kind: 'motion', ref: 'motion-7' };
    expect((await vacate({ authority: unread })).body).toMatchObject({ code: 'REMOVAL_NEEDS_AUTHORITY' });
    expect((await vacate({ authority: { kind: 'clause', ref: 'bylaws 7' } })).status).toBe(201);
  });
});
