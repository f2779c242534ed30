import { describe, it } from '@jest/globals';
import { adopted } from '../motion/testing/cited.ts';
import { given, happened } from '../testing/index.ts';
import { decider } from './index.ts';
import type { AdoptCompositionRule, BodyEvent, Command, OpenSeat } from './index.ts';
import { closed, committee, established, facts, on, ruledCommittee, seat } from './testing/committee.ts';

const body = given(decider);
const clauseRef = { instrument: 'mou-2019', clause: '2' };

describe('DefineConstituency', () => {
  const command: Command = {
    type: 'DefineConstituency',
    constituencyId: 'parents',
    name: 'Parents',
    organizationId: 'acce',
  };
  const known = facts('2020', { organizationIds: new Set(['acce']) });

  it('defines a constituency', () => {
    body(established)
      .when(command, known)
      .live.records({ ...command, type: 'ConstituencyDefined' })
      .withFindings();
  });
  it('CONSTITUENCY_EXISTS', () => {
    const again: Command = { ...command, constituencyId: 'utla' };
    body(...committee)
      .when(again, known)
      .historicalImport.rejectedWith('CONSTITUENCY_EXISTS', { constituencyId: 'utla' });
  });
  it('CONSTITUENCY_ID_RESERVED: a rule that asks the body could not be told from one that asks the side', () => {
    body(established)
      .when({ ...command, constituencyId: 'body' }, known)
      .live.rejectedWith('CONSTITUENCY_ID_RESERVED', { constituencyId: 'body' })
      .historicalImport.rejectedWith('CONSTITUENCY_ID_RESERVED');
  });
  it('ORGANIZATION_UNKNOWN', () => {
    const unknown = body(established).when(command, facts('2020'));
    unknown.live.rejectedWith('ORGANIZATION_UNKNOWN', { organizationId: 'acce' });
    unknown.minutes.records('ConstituencyDefined').withFindings('ORGANIZATION_UNKNOWN');
  });
});

describe('AdoptCompositionRule', () => {
  const rule = (more: Partial<AdoptCompositionRule> = {}, lausd = 2, utla = 2): AdoptCompositionRule => ({
    type: 'AdoptCompositionRule',
    clauseRef,
    perConstituency: [
      { constituencyId: 'lausd', voting: lausd },
      { constituencyId: 'utla', voting: utla },
    ],
    ...more,
  });
  const when = (command: Command, at = '2020') => body(...committee).when(command, facts(at));

  it('adopts numbers, with parity and limits, or shares', () => {
    const command = rule({ min: 4, max: 5, parity: true });
    when(command)
      .live.records({ ...command, type: 'CompositionRuleAdopted' })
      .withFindings();
    const shares = [33, 33, 33].map((percent, i) => ({
      constituencyId: ['lausd', 'utla', 'parents'][i] ?? '',
      percent,
    }));
    body(...committee, { type: 'ConstituencyDefined', constituencyId: 'parents', name: 'Parents' })
      .when(rule({ perConstituency: [], shares, min: 7, max: 15 }), facts('2020'))
      .live.records('CompositionRuleAdopted');
  });
  it('CONSTITUENCY_UNKNOWN', () => {
    const shares = [{ constituencyId: 'parents', percent: 100 }];
    when(rule({ perConstituency: [{ constituencyId: 'parents', voting: 1 }] })).minutes.rejectedWith(
      'CONSTITUENCY_UNKNOWN',
    );
    when(rule({ shares })).historicalImport.rejectedWith('CONSTITUENCY_UNKNOWN', {
      constituencyId: 'parents',
    });
  });
  it('CONSTITUENCY_REPEATED', () => {
    const twice = [1, 2].map((voting) => ({ constituencyId: 'utla', voting }));
    when(rule({ perConstituency: twice })).historicalImport.rejectedWith('CONSTITUENCY_REPEATED');
  });
  it('AUTHORITY_MISSING: a clause or a motion stands behind it', () => {
    const { clauseRef: _clause, ...baseless } = rule();
    const history = body(...committee);
    history.when(baseless, facts('2020')).live.rejectedWith('AUTHORITY_MISSING');
    history.when(baseless, facts('2020')).historicalImport.withFindings('AUTHORITY_MISSING');
    const authority = { kind: 'motion', ref: 'm-1' } as const;
    const byMotion = facts('2020', { authority, mandate: adopted('m-1') });
    history.when(baseless, byMotion).live.records('CompositionRuleAdopted');
    for (const mandate of [undefined, adopted('m-1', { status: 'rejected' })]) {
      const decided = history.when(baseless, facts('2020', { authority, mandate }));
      decided.live.rejectedWith('AUTHORITY_MISSING');
      decided.historicalImport.withFindings('AUTHORITY_MISSING');
    }
    const byOffice = facts('2020', { authority: { kind: 'office', ref: 'secretary' } });
    history.when(baseless, byOffice).live.rejectedWith('AUTHORITY_MISSING');
  });
  it('SEATS_DO_NOT_SUM: a council says it has 12 members and lists 13', () => {
    const listed = when(rule({ min: 12, max: 12 }, 8, 5));
    listed.live.rejectedWith('SEATS_DO_NOT_SUM', { listed: 13, max: 12 });
    listed.historicalImport.records('CompositionRuleAdopted').withFindings('SEATS_DO_NOT_SUM');
  });
  it.each([
    ['fewer than the least', rule({ min: 5 })],
    [
      'advisory seats count',
      rule({
        max: 4,
        perConstituency: [
          { constituencyId: 'lausd', voting: 2, advisory: 1 },
          { constituencyId: 'utla', voting: 2 },
        ],
      }),
    ],
    ['the least is more than the most', rule({ perConstituency: [], min: 9, max: 8 })],
  ])('SEATS_DO_NOT_SUM: %s', (_what, command) => {
    when(command).live.rejectedWith('SEATS_DO_NOT_SUM');
  });
  it('PARITY_BROKEN', () => {
    const command = rule({ parity: true }, 2, 3);
    when(command).live.rejectedWith('PARITY_BROKEN');
    when(command).minutes.withFindings('PARITY_BROKEN');
  });
  it('SHARES_DO_NOT_SUM', () => {
    const shares = [
      { constituencyId: 'lausd', percent: 50 },
      { constituencyId: 'utla', percent: 35 },
    ];
    when(rule({ shares })).live.rejectedWith('SHARES_DO_NOT_SUM', { percent: 85 });
    when(rule({ shares })).minutes.withFindings('SHARES_DO_NOT_SUM');
  });
  it('CONSTITUENCY_SEAT_LIMIT, BODY_SEAT_LIMIT: not fewer seats than are open', () => {
    const smaller = rule({ max: 4 }, 1, 2);
    when(smaller).live.rejectedWith('CONSTITUENCY_SEAT_LIMIT', {
      constituencyId: 'lausd',
      open: 2,
      authorized: 1,
    });
    when(smaller).minutes.withFindings('CONSTITUENCY_SEAT_LIMIT', 'BODY_SEAT_LIMIT');
  });
  it('is no objection to a rule that makes an excess smaller', () => {
    const exceeded = [...ruledCommittee, seat('utla-3'), seat('utla-4')];
    body(...exceeded)
      .when(rule({}, 2, 3), facts('2020'))
      .live.records('CompositionRuleAdopted');
  });
});

describe('OpenSeat', () => {
  const openSeat = (more: Partial<OpenSeat> = {}): OpenSeat => ({
    type: 'OpenSeat',
    seatId: 'utla-3',
    label: 'UTLA seat 3',
    nominatorIds: ['utla'],
    votingRight: 'full',
    ...more,
  });
  const utla = { constituencyId: 'utla', appointingAuthorityId: 'utla' };

  it('opens a seat', () => {
    const command = openSeat(utla);
    const event: BodyEvent = { ...command, type: 'SeatOpened' };
    body(...committee)
      .when(command, facts('2020'))
      .live.records(event)
      .withFindings();
  });
  it('SEAT_EXISTS: an id is used once, even if the seat is closed', () => {
    const history = body(...committee, closed('utla-2', '2020'));
    history.when(openSeat({ seatId: 'utla-2' }), facts('2021')).historicalImport.rejectedWith('SEAT_EXISTS');
  });
  it('CONSTITUENCY_UNKNOWN', () => {
    const command = openSeat({ constituencyId: 'parents' });
    body(...committee)
      .when(command, facts('2020'))
      .minutes.rejectedWith('CONSTITUENCY_UNKNOWN');
  });
  it('SEAT_LABEL_TAKEN: while the other seat is open', () => {
    const command = openSeat({ label: 'utla-1' });
    const history = body(...committee, closed('utla-1', '2021'));
    history.when(command, facts('2020')).live.rejectedWith('SEAT_LABEL_TAKEN', { seatId: 'utla-1' });
    history.when(command, facts('2020')).minutes.withFindings('SEAT_LABEL_TAKEN');
    history.when(command, facts('2022')).live.records('SeatOpened');
  });
  it('ORGANIZATION_UNKNOWN: appointing authority and nominators', () => {
    const command = openSeat({ appointingAuthorityId: 'board', nominatorIds: ['laane', 'utla'] });
    body(...committee)
      .when(command, facts('2020'))
      .live.rejectedWith('ORGANIZATION_UNKNOWN', { organizationId: 'board' });
    body(...committee)
      .when(command, facts('2020'))
      .minutes.withFindings('ORGANIZATION_UNKNOWN', 'ORGANIZATION_UNKNOWN');
  });
  it('VOTING_RIGHT_UNKNOWN: for imports', () => {
    const command = openSeat({ votingRight: 'unknown' });
    body(...committee)
      .when(command, facts('2020'))
      .live.rejectedWith('VOTING_RIGHT_UNKNOWN');
    body(...committee)
      .when(command, facts('2020'))
      .historicalImport.withFindings('VOTING_RIGHT_UNKNOWN');
  });
  it('CONSTITUENCY_SEAT_LIMIT: no third seat of two', () => {
    const history = body(...ruledCommittee);
    const third = history.when(openSeat(utla), facts('2020'));
    third.live.rejectedWith('CONSTITUENCY_SEAT_LIMIT', {
      constituencyId: 'utla',
      votingRight: 'full',
      open: 3,
      authorized: 2,
    });
    third.historicalImport.records('SeatOpened').withFindings('CONSTITUENCY_SEAT_LIMIT');
    history.when(openSeat({ ...utla, votingRight: 'advisory' }), facts('2020')).live.records('SeatOpened');
    history
      .when(openSeat({ ...utla, votingRight: 'unknown' }), facts('2020'))
      .minutes.withFindings('VOTING_RIGHT_UNKNOWN');
    history.when(openSeat(), facts('2020')).live.records('SeatOpened');
  });
  it('CONSTITUENCY_SEAT_LIMIT: none for a constituency that the rule leaves out', () => {
    const parents: BodyEvent = { type: 'ConstituencyDefined', constituencyId: 'parents', name: 'Parents' };
    const command = openSeat({ constituencyId: 'parents' });
    body(...ruledCommittee, parents)
      .when(command, facts('2020'))
      .live.rejectedWith('CONSTITUENCY_SEAT_LIMIT', { authorized: 0 });
  });
  it('CONSTITUENCY_SEAT_LIMIT: one closed makes room for one opened', () => {
    const history = body(...ruledCommittee, closed('utla-1', '2021'));
    history.when(openSeat(utla), facts('2021')).live.records('SeatOpened');
    history.when(openSeat(utla), facts('2020')).live.rejectedWith('CONSTITUENCY_SEAT_LIMIT');
  });
  it('CONSTITUENCY_SEAT_LIMIT: a late entry counts for all the time since', () => {
    const history = body(...ruledCommittee, closed('utla-1', '2020-06-01'), seat('utla-4', {}, '2021-06-01'));
    history.when(openSeat(utla), facts('2020-09-01')).minutes.withFindings('CONSTITUENCY_SEAT_LIMIT');
  });
  it('CONSTITUENCY_SEAT_LIMIT: advisory seats where the rule counts them', () => {
    const counted = happened<BodyEvent>(on('2019-08-01'), {
      type: 'CompositionRuleAdopted',
      clauseRef,
      perConstituency: [{ constituencyId: 'utla', voting: 2, advisory: 0 }],
    });
    body(...committee, counted)
      .when(openSeat({ ...utla, votingRight: 'advisory' }), facts('2020'))
      .live.rejectedWith('CONSTITUENCY_SEAT_LIMIT', { votingRight: 'advisory' });
  });
  it('BODY_SEAT_LIMIT: counts all seats but those without any voice', () => {
    const limited: BodyEvent = { type: 'CompositionRuleAdopted', clauseRef, perConstituency: [], max: 5 };
    const history = body(...committee, happened(on('2019-08-01'), limited));
    const sixth = history.when(openSeat({ votingRight: 'advisory' }), facts('2020'));
    sixth.live.rejectedWith('BODY_SEAT_LIMIT', { open: 6, max: 5 });
    sixth.minutes.withFindings('BODY_SEAT_LIMIT');
    history.when(openSeat({ votingRight: 'none' }), facts('2020')).live.records('SeatOpened');
  });
});
