import { describe, expect, it } from '@jest/globals';
import { adopted } from '../motion/testing/cited.ts';
import { given, happened, stateAfter } from '../testing/index.ts';
import { decider, votingRightAt } from './index.ts';
import type { BodyEvent, Command } from './index.ts';
import {
  closed,
  committee,
  facts,
  on,
  role,
  ruledCommittee,
  seat,
  seated,
  vacated,
} from './testing/committee.ts';

const body = given(decider);
const clauseRef = { instrument: 'mou-2019', clause: '2' };

describe('CloseSeat', () => {
  const command: Command = { type: 'CloseSeat', seatId: 'utla-2', reason: 'fewer seats' };

  it('closes an empty seat, and one that was left', () => {
    body(...committee)
      .when(command, facts('2021'))
      .live.records({ ...command, type: 'SeatClosed' });
    body(...committee, seated('utla-2', 'ana', '2020', '2020-12-31'))
      .when(command, facts('2021'))
      .live.records('SeatClosed');
  });
  it.each([
    ['someone sits', [seated('utla-2', 'ana', '2020')]],
    ['someone is to sit', [seated('utla-2', 'ana', '2024', '2026')]],
  ])('SEAT_OCCUPIED: %s', (_what, history) => {
    body(...committee, ...history)
      .when(command, facts('2021'))
      .historicalImport.rejectedWith('SEAT_OCCUPIED');
  });
  it('is no objection that someone may have sat', () => {
    body(...committee, seated('utla-2', 'ana', '2020', '2021'))
      .when(command, facts('2021'))
      .live.records('SeatClosed');
  });
  it('SEAT_CLOSED: once, whatever the dates', () => {
    body(...committee, closed('utla-2', '2021'))
      .when(command, facts('2020'))
      .historicalImport.rejectedWith('SEAT_CLOSED', { ended: '2021' });
  });
});

describe('ChangeSeatVotingRight', () => {
  const command = (votingRight: 'full' | 'none' | 'unknown', seatId = 'observer'): Command => ({
    type: 'ChangeSeatVotingRight',
    seatId,
    votingRight,
    clauseRef,
  });

  it('changes the right from then on', () => {
    const event: BodyEvent = {
      type: 'SeatVotingRightChanged',
      seatId: 'observer',
      votingRight: 'full',
      clauseRef,
    };
    body(...committee)
      .when(command('full'), facts('2021-01-01'))
      .live.records(event)
      .withFindings();
    const observer = stateAfter(decider, [...committee, happened(on('2021-01-01'), event)]).seats.get(
      'observer',
    );
    expect(observer && votingRightAt(observer, on('2020-12-31'))).toBe('advisory');
    expect(observer && votingRightAt(observer, on('2021-01-01'))).toBe('full');
  });
  it('VOTING_RIGHT_UNCHANGED', () => {
    body(...committee)
      .when(command('full', 'utla-1'), facts('2021'))
      .minutes.rejectedWith('VOTING_RIGHT_UNCHANGED');
  });
  it('AUTHORITY_MISSING', () => {
    const baseless: Command = { type: 'ChangeSeatVotingRight', seatId: 'observer', votingRight: 'full' };
    const history = body(...committee);
    history.when(baseless, facts('2021')).live.rejectedWith('AUTHORITY_MISSING', { seatId: 'observer' });
    history.when(baseless, facts('2021')).minutes.withFindings('AUTHORITY_MISSING');
    const authority = { kind: 'clause', ref: 'bylaws 4.2' } as const;
    history.when(baseless, facts('2021', { authority })).live.records('SeatVotingRightChanged');
  });
  it('VOTING_RIGHT_UNKNOWN', () => {
    body(...committee)
      .when(command('unknown'), facts('2021'))
      .live.rejectedWith('VOTING_RIGHT_UNKNOWN');
    body(...committee)
      .when(command('unknown'), facts('2021'))
      .historicalImport.withFindings('VOTING_RIGHT_UNKNOWN');
  });
  it('CONSTITUENCY_SEAT_LIMIT', () => {
    const history = body(...ruledCommittee, seat('utla-3', { votingRight: 'advisory' }));
    history.when(command('full', 'utla-3'), facts('2021')).live.rejectedWith('CONSTITUENCY_SEAT_LIMIT');
    history.when(command('full', 'utla-3'), facts('2021')).minutes.withFindings('CONSTITUENCY_SEAT_LIMIT');
  });
  it('PERSON_HOLDS_VOTING_SEAT: whoever sits there has a vote elsewhere', () => {
    const history = body(
      ...committee,
      seated('observer', 'ana', '2020'),
      seated('utla-1', 'ana', '2020', '2022-06-30'),
    );
    history
      .when(command('full'), facts('2021'))
      .live.rejectedWith('PERSON_HOLDS_VOTING_SEAT', { personId: 'ana', seatId: 'utla-1' });
    history.when(command('full'), facts('2022-06-30')).live.records('SeatVotingRightChanged');
  });
  it('does not count the same seating twice when an earlier change is entered late', () => {
    const later: BodyEvent = { type: 'SeatVotingRightChanged', seatId: 'observer', votingRight: 'full' };
    const history = body(...committee, seated('observer', 'ana', '2020'), happened(on('2022'), later));
    history.when(command('full'), facts('2021')).live.records('SeatVotingRightChanged').withFindings();
  });
  it('ROLE_FORBIDS_VOTING_SEAT: the seat, or whoever sits there, has a neutral role', () => {
    const convener = role('convener', { kind: 'seat', id: 'observer' }, '2020');
    body(...committee, convener)
      .when(command('full'), facts('2021'))
      .live.rejectedWith('ROLE_FORBIDS_VOTING_SEAT');
    const facilitator = role('facilitator', { kind: 'person', id: 'ana' }, '2020');
    const history = body(...committee, facilitator, seated('observer', 'ana', '2020'));
    history.when(command('full'), facts('2021')).minutes.withFindings('ROLE_FORBIDS_VOTING_SEAT');
  });
});

describe('SetDisplayNamePolicy', () => {
  const policy = (to: 'full' | 'initials' | 'seat_only', minor?: boolean): Command => ({
    type: 'SetDisplayNamePolicy',
    seatId: 'observer',
    policy: to,
    ...(minor !== undefined && { minor }),
  });
  const set = (to: 'full' | 'initials' | 'seat_only', minor = false): BodyEvent => ({
    type: 'DisplayNamePolicySet',
    seatId: 'observer',
    policy: to,
    minor,
  });

  it('says how a seat shows who sits in it', () => {
    body(...committee)
      .when(policy('full'), facts('2020'))
      .live.records(set('full'));
    body(...committee, set('full'))
      .when(policy('initials'), facts('2020'))
      .live.records(set('initials'));
  });
  it('begins with the seat alone: DISPLAY_NAME_POLICY_UNCHANGED', () => {
    body(...committee)
      .when(policy('seat_only'), facts('2020'))
      .live.rejectedWith('DISPLAY_NAME_POLICY_UNCHANGED');
  });
  it('MINOR_NEVER_BY_NAME: a seat for minors, until it is one no more', () => {
    body(...committee)
      .when(policy('full', true), facts('2020'))
      .live.rejectedWith('MINOR_NEVER_BY_NAME');
    const forMinors = body(...committee, set('seat_only', true));
    forMinors.when(policy('initials'), facts('2020')).historicalImport.rejectedWith('MINOR_NEVER_BY_NAME');
    forMinors.when(policy('initials', false), facts('2020')).live.records(set('initials'));
  });
  it('MINOR_NEVER_BY_NAME: a minor sits there', () => {
    const history = body(...committee, seated('observer', 'ana', '2020'));
    const minorIds = new Set(['ana']);
    history.when(policy('full'), { ...facts('2021'), minorIds }).minutes.rejectedWith('MINOR_NEVER_BY_NAME');
    history.when(policy('full'), { ...facts('2021'), minorIds: new Set() }).live.records(set('full'));
  });
  it('SEAT_UNKNOWN', () => {
    body(...committee)
      .when({ type: 'SetDisplayNamePolicy', seatId: 'nowhere', policy: 'full' }, facts('2020'))
      .live.rejectedWith('SEAT_UNKNOWN');
  });
});

describe('NominateForSeat', () => {
  const command: Command = {
    type: 'NominateForSeat',
    seatId: 'parent',
    nominatorId: 'acce',
    personId: 'ana',
  };
  const parent = (nominatorIds: readonly string[]) =>
    seat('parent', { nominatorIds, constituencyId: 'utla' });

  it('records a nomination', () => {
    body(...committee, parent(['laane', 'acce']))
      .when(command, facts('2020'))
      .live.records({ ...command, type: 'SeatNominationReceived' });
  });
  it('NOT_A_NOMINATOR', () => {
    const history = body(...committee, parent(['laane']));
    history
      .when(command, facts('2020'))
      .live.rejectedWith('NOT_A_NOMINATOR', { nominatorId: 'acce', nominatorIds: ['laane'] });
    history.when(command, facts('2020')).minutes.withFindings('NOT_A_NOMINATOR');
  });
});

describe('VacateSeat', () => {
  const command: Command = { type: 'VacateSeat', seatId: 'utla-1', reason: 'resigned' };
  const ana = seated('utla-1', 'ana', '2020-01-01');
  const ben = seated('utla-1', 'ben', '2021-01-01');
  const event = (seatingId: string): BodyEvent => ({
    type: 'SeatVacated',
    seatId: 'utla-1',
    seatingId,
    reason: 'resigned',
  });

  it('ends the seating of that time', () => {
    body(...committee, ana)
      .when(command, facts('2020-06-01'))
      .live.records(event('utla-1-2020-01-01'));
    const history = body(...committee, ana, vacated('utla-1', 'utla-1-2020-01-01', '2021-01-01'), ben);
    history.when(command, facts('2021-06-01')).live.records(event('utla-1-2021-01-01'));
  });
  it('may lapse an appointment before its term begins', () => {
    const lapse: Command = { ...command, seatingId: 'utla-1-2021-01-01' };
    body(...committee, ben)
      .when(lapse, facts('2020-12-01'))
      .live.records(event('utla-1-2021-01-01'));
  });
  it.each([
    ['nobody ever sat', [], '2021-06-01'],
    ['not yet', [ana], '2019-12-31'],
    ['left already', [ana, vacated('utla-1', 'utla-1-2020-01-01', '2021-01-01')], '2021-06-01'],
    ['the term has run', [seated('utla-1', 'ana', '2020-01-01', '2021-01-01')], '2021-06-01'],
  ])('SEAT_NOT_OCCUPIED: %s', (_what, history, at) => {
    body(...committee, ...history)
      .when(command, facts(at))
      .historicalImport.rejectedWith('SEAT_NOT_OCCUPIED');
  });
  it.each([
    ['of another seat', 'lausd-1-2020-01-01', []],
    ['that has ended', 'utla-1-2020-01-01', [vacated('utla-1', 'utla-1-2020-01-01', '2020-12-01')]],
  ])('SEAT_NOT_OCCUPIED: by a seating %s', (_what, seatingId, history) => {
    const named: Command = { ...command, seatingId };
    body(...committee, ana, seated('lausd-1', 'cyd', '2020-01-01'), ...history)
      .when(named, facts('2020-06-01'))
      .historicalImport.rejectedWith('SEAT_NOT_OCCUPIED');
  });
  it('REMOVAL_NEEDS_AUTHORITY', () => {
    const removal: Command = { ...command, reason: 'removed' };
    const history = body(...committee, ana);
    history
      .when(removal, facts('2020-06-01'))
      .live.rejectedWith('REMOVAL_NEEDS_AUTHORITY', { seatId: 'utla-1' });
    history.when(removal, facts('2020-06-01')).minutes.withFindings('REMOVAL_NEEDS_AUTHORITY');
    const authority = { kind: 'motion', ref: 'm-7' } as const;
    history
      .when(removal, facts('2020-06-01', { authority, mandate: adopted('m-7') }))
      .live.records('SeatVacated');
  });
  it('TERM_OVERLAP, PERSON_HOLDS_VOTING_SEAT: a term that ended some time in a year turns out to be longer', () => {
    const sometime = seated('utla-1', 'ana', '2020-01-01', '2021');
    const other = seated('utla-2', 'ana', '2021-03-01', '2021-09-01');
    const next = seated('utla-1', 'ben', '2021-03-01');
    const left: Command = { ...command, seatingId: 'utla-1-2020-01-01' };
    body(...committee, sometime, next)
      .when(left, facts('2021-06-01'))
      .historicalImport.rejectedWith('TERM_OVERLAP');
    body(...committee, sometime, next)
      .when(left, facts('2021-03-01'))
      .live.records('SeatVacated');
    body(...committee, sometime, other)
      .when(left, facts('2021-06-01'))
      .live.rejectedWith('PERSON_HOLDS_VOTING_SEAT');
    body(...committee, sometime, other)
      .when(left, facts('2021-06-01'))
      .minutes.withFindings('PERSON_HOLDS_VOTING_SEAT');
  });
});
