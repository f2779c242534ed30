import { describe, expect, it } from '@jest/globals';
import { given, happened, stateAfter } from '../testing/index.ts';
import { decider, regimeAt } from './index.ts';
import type { BodyEvent, Command } from './index.ts';
import { closed, committee, dissolved, established, facts, on, seated } from './testing/committee.ts';

const body = given(decider);

describe('EstablishBody', () => {
  const command: Command = {
    type: 'EstablishBody',
    name: 'CSPLC',
    classification: 'subcommittee',
    timeZone: 'America/Los_Angeles',
    parentBodyId: 'cssc',
  };
  const parent = { relatedBody: { ancestorIds: ['board'] } };
  const subcommittee = facts('2020', { bodyId: 'csplc', ...parent });

  it('establishes a body under its parent, or alone', () => {
    body()
      .when(command, subcommittee)
      .live.records({ ...command, type: 'BodyEstablished' });
    const { parentBodyId: _parent, ...alone } = command;
    body().when(alone, facts('2020')).live.records('BodyEstablished');
  });
  it('BODY_EXISTS', () => {
    body(established).when(command, subcommittee).historicalImport.rejectedWith('BODY_EXISTS');
  });
  it('TIME_ZONE_UNKNOWN', () => {
    const timeZone = 'America/Los_Angelos';
    body()
      .when({ ...command, timeZone }, subcommittee)
      .minutes.rejectedWith('TIME_ZONE_UNKNOWN', { timeZone });
  });
  it('PARENT_UNKNOWN', () => {
    const orphan = facts('2020', { bodyId: 'csplc' });
    body().when(command, orphan).historicalImport.rejectedWith('PARENT_UNKNOWN', { parentBodyId: 'cssc' });
  });
  it.each([
    ['itself', facts('2020', { bodyId: 'cssc' })],
    ['its own descendant', facts('2020', { bodyId: 'board', ...parent })],
  ])('PARENT_CYCLE: under %s', (_what, cycle) => {
    body().when(command, cycle).historicalImport.rejectedWith('PARENT_CYCLE');
  });
});

describe('DetermineOpenMeetingRegime', () => {
  const command: Command = {
    type: 'DetermineOpenMeetingRegime',
    regime: 'BROWN_ACT',
    basis: 'Gov. Code 54952(b)',
    effectiveFrom: on('2020-01-01'),
  };

  it('determines the regime from a date on', () => {
    const event: BodyEvent = { ...command, type: 'OpenMeetingRegimeDetermined' };
    body(established).when(command, facts('2020-06-01')).live.records(event);
    const state = stateAfter(decider, [established, happened(on('2020-06-01'), event)]);
    expect(regimeAt(state, on('2019-12-31'))).toBe('UNDETERMINED');
    expect(regimeAt(state, on('2020-01-01'))).toBe('BROWN_ACT');
  });
  it('BASIS_REQUIRED', () => {
    const baseless = body(established).when({ ...command, basis: ' ' }, facts('2020-06-01'));
    baseless.live.rejectedWith('BASIS_REQUIRED');
    baseless.historicalImport.records('OpenMeetingRegimeDetermined').withFindings('BASIS_REQUIRED');
  });
});

describe('ChargeSubcommittee', () => {
  const command: Command = {
    type: 'ChargeSubcommittee',
    charge: 'Draft the application',
    cadence: 'monthly',
  };
  const csplc = happened<BodyEvent>(on('2020'), {
    type: 'BodyEstablished',
    name: 'CSPLC',
    classification: 'subcommittee',
    timeZone: 'America/Los_Angeles',
    parentBodyId: 'cssc',
  });

  it('charges a subcommittee, and again', () => {
    const event: BodyEvent = { ...command, type: 'SubcommitteeCharged' };
    body(csplc, event).when(command, facts('2021')).live.records(event);
  });
  it('PARENT_UNKNOWN: a body without a parent is no subcommittee', () => {
    body(established).when(command, facts('2021')).historicalImport.rejectedWith('PARENT_UNKNOWN');
  });
  it('TERM_INVERTED', () => {
    const expired: Command = { ...command, expiresAt: on('2020-12-31') };
    body(csplc).when(expired, facts('2021-01-01')).minutes.rejectedWith('TERM_INVERTED');
  });
});

describe('SucceedBody', () => {
  const command: Command = { type: 'SucceedBody', successorId: 'sd-sc' };
  const successor = facts('2021', { relatedBody: { ancestorIds: [] } });

  it('names the successor, or several', () => {
    body(established).when(command, successor).live.records({ type: 'BodySucceeded', successorId: 'sd-sc' });
    body(established, { type: 'BodySucceeded', successorId: 'other' })
      .when(command, successor)
      .live.records('BodySucceeded');
  });
  it('SUCCESSOR_IS_SELF', () => {
    const self: Command = { ...command, successorId: 'cssc' };
    body(established).when(self, successor).historicalImport.rejectedWith('SUCCESSOR_IS_SELF');
  });
  it('SUCCESSOR_UNKNOWN', () => {
    body(established).when(command, facts('2021')).historicalImport.rejectedWith('SUCCESSOR_UNKNOWN');
  });
  it('SUCCESSOR_EXISTS', () => {
    body(established, { type: 'BodySucceeded', successorId: 'sd-sc' })
      .when(command, successor)
      .historicalImport.rejectedWith('SUCCESSOR_EXISTS');
  });
});

describe('DissolveBody', () => {
  const command: Command = { type: 'DissolveBody', reason: 'merged' };

  it('dissolves', () => {
    body(...committee)
      .when(command, facts('2021'))
      .live.records({ ...command, type: 'BodyDissolved' })
      .withFindings();
  });
  it('SEATS_STILL_FILLED: is noted in every mode', () => {
    const filled = body(
      ...committee,
      seated('lausd-1', 'ana', '2019-08-01'),
      seated('utla-1', 'ben', '2019-08-01', '2020'),
    );
    filled.when(command, facts('2021')).live.records('BodyDissolved').withFindings('SEATS_STILL_FILLED');
    filled.when(command, facts('2021')).historicalImport.withFindings('SEATS_STILL_FILLED');
  });
  it('BODY_DISSOLVED: once, whatever the dates', () => {
    const again = body(...committee, dissolved('2021'));
    again.when(command, facts('2020')).historicalImport.rejectedWith('BODY_DISSOLVED', { ended: '2021' });
  });
});

const anyCommand: Command = { type: 'DefineConstituency', constituencyId: 'parents', name: 'Parents' };

describe('every command', () => {
  it('BODY_UNKNOWN: not before there is a body', () => {
    body().when(anyCommand, facts('2021')).historicalImport.rejectedWith('BODY_UNKNOWN');
  });
  it('BODY_UNKNOWN: not at a time before it was established', () => {
    const history = body(established);
    history
      .when(anyCommand, facts('2019-07-31'))
      .historicalImport.rejectedWith('BODY_UNKNOWN', { established: '2019-08-01' });
    history.when(anyCommand, facts('2018')).minutes.rejectedWith('BODY_UNKNOWN');
    history.when(anyCommand, facts('2019')).minutes.withFindings();
    history.when(anyCommand, facts('unknown')).historicalImport.withFindings();
  });
  it('BODY_DISSOLVED: not after the dissolution', () => {
    const history = body(established, dissolved('2021-06-30'));
    history.when(anyCommand, facts('2021-06-30')).historicalImport.rejectedWith('BODY_DISSOLVED');
    history.when(anyCommand, facts('2022')).minutes.rejectedWith('BODY_DISSOLVED', { ended: '2021-06-30' });
  });
  it('may be a late entry of what came before the dissolution', () => {
    const history = body(established, dissolved('2021-06-30'));
    history.when(anyCommand, facts('2020')).minutes.records('ConstituencyDefined').withFindings();
  });
  it('BODY_DISSOLVED: where the dates do not tell, live is after and a late entry may be before', () => {
    const history = body(established, dissolved('2021'));
    history.when(anyCommand, facts('2021-03-01')).live.rejectedWith('BODY_DISSOLVED');
    history.when(anyCommand, facts('2021-03-01')).minutes.withFindings('BODY_DISSOLVED');
  });
  it.each<Command>([
    { type: 'DetermineOpenMeetingRegime', regime: 'BROWN_ACT', basis: 'x', effectiveFrom: on('2022') },
    { type: 'AdoptCompositionRule', perConstituency: [] },
    { type: 'OpenSeat', seatId: 'new', label: 'New', nominatorIds: [], votingRight: 'full' },
    { type: 'CloseSeat', seatId: 'lausd-1' },
    { type: 'ChangeSeatVotingRight', seatId: 'lausd-1', votingRight: 'none' },
    { type: 'NominateForSeat', seatId: 'lausd-1', nominatorId: 'lausd', personId: 'ana' },
    {
      type: 'FillSeat',
      seatId: 'lausd-1',
      seatingId: 's',
      holder: { kind: 'person', id: 'ana' },
      startsAt: on('2020'),
    },
    { type: 'VacateSeat', seatId: 'lausd-1', reason: 'resigned' },
    { type: 'ExtendTerm', seatId: 'lausd-1', until: on('2024'), basis: 'holdover' },
    { type: 'DesignateAlternate', seatId: 'lausd-1', personId: 'ana' },
    { type: 'RevokeAlternate', seatId: 'lausd-1', personId: 'ana' },
    { type: 'GrantProxy', proxyId: 'p', seatId: 'lausd-1', toSeatId: 'lausd-2', scope: 'body' },
    { type: 'RevokeProxy', proxyId: 'p' },
    { type: 'AssignRole', roleId: 'r', role: 'chair', holder: { kind: 'seat', id: 'lausd-1' } },
    { type: 'EndRole', roleId: 'r' },
    { type: 'DeclareInterest', interestId: 'i', seatId: 'lausd-1', subject: 'x', nature: 'x' },
    { type: 'WithdrawInterest', interestId: 'i' },
    { type: 'ChargeSubcommittee', charge: 'x' },
    { type: 'SucceedBody', successorId: 'sd-sc' },
    { type: 'DissolveBody' },
  ])('$type: needs a body that exists', (command) => {
    body().when(command, facts('2022')).historicalImport.rejectedWith('BODY_UNKNOWN');
    const ended = body(...committee, dissolved('2021-06-30'));
    ended.when(command, facts('2022')).historicalImport.rejectedWith('BODY_DISSOLVED');
  });
});

const seatCommands: readonly Command[] = [
  { type: 'CloseSeat', seatId: 'lausd-1' },
  { type: 'ChangeSeatVotingRight', seatId: 'lausd-1', votingRight: 'none' },
  { type: 'NominateForSeat', seatId: 'lausd-1', nominatorId: 'lausd', personId: 'ana' },
  {
    type: 'FillSeat',
    seatId: 'lausd-1',
    seatingId: 's',
    holder: { kind: 'person', id: 'ana' },
    startsAt: on('2021'),
  },
  { type: 'VacateSeat', seatId: 'lausd-1', reason: 'resigned' },
  { type: 'ExtendTerm', seatId: 'lausd-1', until: on('2024'), basis: 'holdover' },
  { type: 'DesignateAlternate', seatId: 'lausd-1', personId: 'ana' },
  { type: 'RevokeAlternate', seatId: 'lausd-1', personId: 'ana' },
  { type: 'GrantProxy', proxyId: 'p', seatId: 'lausd-1', toSeatId: 'lausd-2', scope: 'body' },
  { type: 'GrantProxy', proxyId: 'p', seatId: 'lausd-2', toSeatId: 'lausd-1', scope: 'body' },
  { type: 'AssignRole', roleId: 'r', role: 'chair', holder: { kind: 'seat', id: 'lausd-1' } },
  { type: 'DeclareInterest', interestId: 'i', seatId: 'lausd-1', subject: 'x', nature: 'x' },
];

describe('every command on a seat', () => {
  it.each(seatCommands)('$type: SEAT_UNKNOWN', (command) => {
    body(established).when(command, facts('2021-06-01')).historicalImport.rejectedWith('SEAT_UNKNOWN');
  });
  it.each(seatCommands)('$type: SEAT_CLOSED', (command) => {
    const history = body(...committee, closed('lausd-1', '2020-06-30'));
    history.when(command, facts('2021-06-01')).historicalImport.rejectedWith('SEAT_CLOSED');
  });
});
