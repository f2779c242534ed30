import { describe, expect, it } from '@jest/globals';
import { given, happened, stateAfter } from '../testing/index.ts';
import type { Happened } from '../testing/index.ts';
import { decider } from './index.ts';
import type { BodyEvent, Command, GrantProxy, ProxyGranted } from './index.ts';
import { closed, committee, facts, on, seat, seated, vacated } from './testing/committee.ts';

const body = given(decider);
const clauseRef = { instrument: 'bylaws', clause: '7' };
const now = facts('2022-01-01');

/** Everybody sits. */
const sitting = [
  ...committee,
  seat('utla-3'),
  ...['lausd-1', 'lausd-2', 'utla-1', 'utla-2', 'utla-3', 'observer'].map((seatId) =>
    seated(seatId, `p-${seatId}`, '2020'),
  ),
];
const granted = (seatId: string, toSeatId: string, more: Partial<ProxyGranted> = {}, at = '2021-01-01') =>
  happened<BodyEvent>(on(at), {
    type: 'ProxyGranted',
    proxyId: 'before',
    seatId,
    toSeatId,
    scope: 'body',
    clauseRef,
    ...more,
  });
const grant = (more: Partial<GrantProxy> = {}): GrantProxy => ({
  type: 'GrantProxy',
  proxyId: 'new',
  seatId: 'utla-1',
  toSeatId: 'utla-2',
  scope: 'body',
  clauseRef,
  ...more,
});

describe('GrantProxy', () => {
  it('grants a proxy, also to or from a seat of no constituency', () => {
    const command = grant({ expiresAt: on('2022-06-01') });
    body(...sitting)
      .when(command, now)
      .live.records({ ...command, type: 'ProxyGranted' })
      .withFindings();
    body(...sitting)
      .when(grant({ toSeatId: 'observer' }), now)
      .live.records('ProxyGranted');
  });
  it('PROXY_EXISTS: an id is used once', () => {
    body(...sitting, granted('utla-2', 'utla-3', { expiresAt: on('2021-06-01') }))
      .when(grant({ proxyId: 'before' }), now)
      .minutes.rejectedWith('PROXY_EXISTS');
  });
  it('PROXY_TO_SELF', () => {
    body(...sitting)
      .when(grant({ toSeatId: 'utla-1' }), now)
      .historicalImport.rejectedWith('PROXY_TO_SELF');
  });
  it('TERM_INVERTED', () => {
    const expired = grant({ expiresAt: on('2021-12-31') });
    body(...sitting)
      .when(expired, now)
      .historicalImport.rejectedWith('TERM_INVERTED');
  });
  it('PROXY_NOT_ALLOWED: without a clause', () => {
    const { clauseRef: _clause, ...command } = grant();
    body(...sitting)
      .when(command, now)
      .live.rejectedWith('PROXY_NOT_ALLOWED', { seatId: 'utla-1' });
    body(...sitting)
      .when(command, now)
      .minutes.records('ProxyGranted')
      .withFindings('PROXY_NOT_ALLOWED');
  });
  it('SEAT_NOT_OCCUPIED: on either side', () => {
    body(...committee)
      .when(grant(), now)
      .live.rejectedWith('SEAT_NOT_OCCUPIED');
    body(...committee)
      .when(grant(), now)
      .minutes.withFindings('SEAT_NOT_OCCUPIED', 'SEAT_NOT_OCCUPIED');
  });
  it('PROXY_CROSSES_CONSTITUENCY', () => {
    body(...sitting)
      .when(grant({ toSeatId: 'lausd-1' }), now)
      .live.rejectedWith('PROXY_CROSSES_CONSTITUENCY', { from: 'utla', to: 'lausd' });
    body(...sitting)
      .when(grant({ toSeatId: 'lausd-1' }), now)
      .minutes.withFindings('PROXY_CROSSES_CONSTITUENCY');
  });
  it('crosses constituencies where its clause says so', () => {
    body(...sitting)
      .when(grant({ toSeatId: 'lausd-1', acrossConstituencies: true }), now)
      .live.records('ProxyGranted')
      .withFindings();
  });
  it.each([
    ['the holder has given its own', granted('utla-2', 'utla-3')],
    ['the giver holds one', granted('utla-3', 'utla-1')],
  ])('PROXY_CHAIN: %s', (_what, before) => {
    body(...sitting, before)
      .when(grant(), now)
      .live.rejectedWith('PROXY_CHAIN', { proxyId: 'before' });
    body(...sitting, before)
      .when(grant(), now)
      .historicalImport.withFindings('PROXY_CHAIN');
  });
  it('PROXY_LIMIT: one for each holder', () => {
    const history = body(...sitting, granted('utla-3', 'utla-2'));
    history.when(grant(), now).live.rejectedWith('PROXY_LIMIT', { proxyId: 'before' });
    history.when(grant(), now).minutes.withFindings('PROXY_LIMIT');
  });
  it('PROXY_EXISTS: a vote is given once', () => {
    body(...sitting, granted('utla-1', 'utla-3'))
      .when(grant(), now)
      .historicalImport.rejectedWith('PROXY_EXISTS');
  });
  it.each([
    ['an expired one', granted('utla-3', 'utla-2', { expiresAt: on('2022-01-01') }), grant()],
    [
      'one for another meeting',
      granted('utla-3', 'utla-2', { scope: 'meeting', scopeId: 'm1' }),
      grant({ scope: 'meeting', scopeId: 'm2' }),
    ],
    [
      'one for a motion',
      granted('utla-3', 'utla-2', { scope: 'motion', scopeId: 'x' }),
      grant({ scope: 'meeting', scopeId: 'm2' }),
    ],
  ])('is not held up by %s', (_what, before, command) => {
    body(...sitting, before)
      .when(command, now)
      .live.records('ProxyGranted')
      .withFindings();
  });
  it.each([
    [
      'the same meeting',
      granted('utla-3', 'utla-2', { scope: 'meeting', scopeId: 'm1' }),
      grant({ scope: 'meeting', scopeId: 'm1' }),
    ],
    ['everything', granted('utla-3', 'utla-2'), grant({ scope: 'meeting', scopeId: 'm1' })],
  ])('PROXY_LIMIT: both for %s', (_what, before, command) => {
    body(...sitting, before)
      .when(command, now)
      .live.rejectedWith('PROXY_LIMIT');
  });
});

describe('RevokeProxy', () => {
  const command: Command = { type: 'RevokeProxy', proxyId: 'before' };

  it('revokes', () => {
    body(...sitting, granted('utla-1', 'utla-2'))
      .when(command, now)
      .live.records({ type: 'ProxyRevoked', proxyId: 'before', seatId: 'utla-1' });
  });
  it('PROXY_UNKNOWN', () => {
    body(...sitting)
      .when(command, now)
      .historicalImport.rejectedWith('PROXY_UNKNOWN', { proxyId: 'before' });
  });
  it.each([
    ['expired', [granted('utla-1', 'utla-2', { expiresAt: on('2021-06-01') })]],
    ['not yet granted', [granted('utla-1', 'utla-2', {}, '2023-01-01')]],
    [
      'revoked',
      [
        granted('utla-1', 'utla-2'),
        happened<BodyEvent>(on('2022'), { type: 'ProxyRevoked', proxyId: 'before', seatId: 'utla-1' }),
      ],
    ],
    [
      'of a seat that was left',
      [granted('utla-1', 'utla-2'), vacated('utla-1', 'utla-1-2020', '2021-06-01')],
    ],
    ['of a seat that was closed', [granted('utla-1', 'utla-2'), closed('utla-2', '2021-06-01')]],
  ])('PROXY_NOT_IN_FORCE: %s', (_what, history) => {
    body(...sitting, ...history)
      .when(command, now)
      .historicalImport.rejectedWith('PROXY_NOT_IN_FORCE');
  });
});

describe('a vacancy', () => {
  const proxyAfter = (...history: readonly Happened<BodyEvent>[]) =>
    stateAfter(decider, [...sitting, granted('utla-1', 'utla-2'), ...history]).proxies.get('before');

  it('ends the proxies of the seat at that time', () => {
    expect(proxyAfter(vacated('utla-2', 'utla-2-2020', '2021-06-01'))?.end).toEqual(on('2021-06-01'));
  });
  it('leaves alone what the successor grants, when it is entered late', () => {
    const state = stateAfter(decider, [
      ...sitting,
      granted('utla-1', 'utla-2', {}, '2022'),
      vacated('utla-1', 'utla-1-2020', '2021'),
    ]);
    expect(state.proxies.get('before')?.end).toBeUndefined();
  });
  it('leaves them alone when only an appointment lapses', () => {
    const lapsed = seated('utla-1', 'new', '2024', '2025');
    expect(proxyAfter(lapsed, vacated('utla-1', 'utla-1-2024', '2022'))?.end).toBeUndefined();
  });
});
