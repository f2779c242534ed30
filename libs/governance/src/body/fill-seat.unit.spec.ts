import { describe, it } from '@jest/globals';
import { given, happened } from '../testing/index.ts';
import { decider } from './index.ts';
import type { BodyEvent, Command, FillSeat } from './index.ts';
import { closed, committee, facts, on, role, seat, seated, vacated } from './testing/committee.ts';

const body = given(decider);

/** Ana takes utla-1, from the start of 2022 unless said otherwise. */
const fill = (start = '2022-01-01', end?: string, more: Partial<FillSeat> = {}): FillSeat => ({
  type: 'FillSeat',
  seatId: 'utla-1',
  seatingId: 'new',
  holder: { kind: 'person', id: 'ana' },
  startsAt: on(start),
  ...(end !== undefined && { endsAt: on(end) }),
  ...more,
});
const now = facts('2022-01-01');

describe('FillSeat', () => {
  it('seats a person or an organization, for a term or until further notice', () => {
    const command = fill('2022-01-01', '2024-01-01');
    body(...committee)
      .when(command, now)
      .live.records({ ...command, type: 'SeatFilled' })
      .withFindings();
    const organization = fill('2022', undefined, { holder: { kind: 'organization', id: 'unite-la' } });
    body(...committee)
      .when(organization, now)
      .live.records('SeatFilled')
      .withFindings();
  });
  it('SEATING_EXISTS', () => {
    const again = fill('2022', undefined, { seatId: 'utla-2', seatingId: 'utla-1-2020' });
    body(...committee, seated('utla-1', 'ben', '2020'))
      .when(again, now)
      .historicalImport.rejectedWith('SEATING_EXISTS');
  });
  it.each([
    ['2022-01-01', '2021-12-31'],
    ['2022-01-01', '2022-01-01'],
    ['2022', '2021'],
  ])('TERM_INVERTED: from %s to %s', (start, end) => {
    body(...committee)
      .when(fill(start, end), now)
      .historicalImport.rejectedWith('TERM_INVERTED');
  });
  it('is no objection that a term may be inverted', () => {
    body(...committee)
      .when(fill('2022', '2022'), now)
      .live.records('SeatFilled');
  });
  it('SEAT_CLOSED: for a term that goes beyond the closing', () => {
    const history = body(...committee, closed('utla-1', '2021-06-30'));
    history.when(fill('2020'), now).minutes.rejectedWith('SEAT_CLOSED', { ended: '2021-06-30' });
    history.when(fill('2020', '2021-06-30'), now).minutes.records('SeatFilled').withFindings();
  });
  it('TERM_BEFORE_SEAT: is noted in every mode', () => {
    body(...committee)
      .when(fill('2018'), now)
      .live.records('SeatFilled')
      .withFindings('TERM_BEFORE_SEAT');
  });

  it.each([
    ['since 2020', [seated('utla-1', 'ben', '2020')], '2022'],
    ['at the same time', [seated('utla-1', 'ben', '2022-01-01')], '2022-01-01'],
    ['nobody knows since when', [seated('utla-1', 'ben', 'unknown')], '2022'],
  ])('SEAT_OCCUPIED: %s', (_what, history, start) => {
    const occupied = body(...committee, ...history).when(fill(start), now);
    occupied.historicalImport.rejectedWith('SEAT_OCCUPIED', { seatId: 'utla-1' });
    occupied.live.rejectedWith('SEAT_OCCUPIED');
  });
  it.each([
    ['a term that runs', [seated('utla-1', 'ben', '2020', '2022-06-30')], '2022-01-01', undefined],
    ['a later term', [seated('utla-1', 'ben', '2023-01-01')], '2022-01-01', undefined],
    ['a term within', [seated('utla-1', 'ben', '2022-06-01', '2022-07-01')], '2022-01-01', '2023'],
  ])('TERM_OVERLAP: %s', (_what, history, start, end) => {
    body(...committee, ...history)
      .when(fill(start, end), now)
      .historicalImport.rejectedWith('TERM_OVERLAP');
  });
  it.each([
    ['the term before ends as it begins', [seated('utla-1', 'ben', '2020', '2022-01-01')], '2022-01-01'],
    ['both in one year', [seated('utla-1', 'ben', '2020', '2022')], '2022'],
    ['after a vacancy', [seated('utla-1', 'ben', '2020'), vacated('utla-1', 'utla-1-2020', '2021')], '2022'],
    [
      'after an appointment that lapsed',
      [seated('utla-1', 'ben', '2021-07-01'), vacated('utla-1', 'utla-1-2021-07-01', '2021-06-01')],
      '2021-01-01',
    ],
  ])('is no objection: %s', (_what, history, start) => {
    body(...committee, ...history)
      .when(fill(start), now)
      .live.records('SeatFilled')
      .withFindings();
  });

  it('NOT_APPOINTING_AUTHORITY, AUTHORITY_MISSING: another appoints, or nobody is named', () => {
    const history = body(...committee, seat('utla-9', { appointingAuthorityId: 'utla' }));
    const by = (appointedBy?: string) =>
      fill('2022', undefined, { seatId: 'utla-9', ...(appointedBy !== undefined && { appointedBy }) });
    history.when(by('utla'), now).live.records('SeatFilled').withFindings();
    history
      .when(by('lausd'), now)
      .live.rejectedWith('NOT_APPOINTING_AUTHORITY', { appointedBy: 'lausd', appointingAuthorityId: 'utla' });
    history.when(by('lausd'), now).historicalImport.withFindings('NOT_APPOINTING_AUTHORITY');
    history.when(by(), now).live.rejectedWith('AUTHORITY_MISSING', { appointingAuthorityId: 'utla' });
    history.when(by(), now).minutes.withFindings('AUTHORITY_MISSING');
  });
  it('ORGANIZATION_UNKNOWN', () => {
    const command = fill('2022', undefined, { holder: { kind: 'organization', id: 'acce' } });
    body(...committee)
      .when(command, now)
      .live.rejectedWith('ORGANIZATION_UNKNOWN', { organizationId: 'acce' });
    body(...committee)
      .when(command, now)
      .historicalImport.withFindings('ORGANIZATION_UNKNOWN');
  });

  it('PERSON_HOLDS_VOTING_SEAT: one person, one vote', () => {
    const history = body(...committee, seated('lausd-1', 'ana', '2020', '2023-01-01'));
    history
      .when(fill(), now)
      .live.rejectedWith('PERSON_HOLDS_VOTING_SEAT', { personId: 'ana', seatId: 'lausd-1' });
    history.when(fill(), now).minutes.withFindings('PERSON_HOLDS_VOTING_SEAT');
    history.when(fill('2023-01-01'), now).live.records('SeatFilled');
    history.when(fill('2022', undefined, { seatId: 'observer' }), now).live.records('SeatFilled');
  });
  it('PERSON_HOLDS_VOTING_SEAT: as long as the other seat has a vote', () => {
    const right = happened<BodyEvent>(on('2021-01-01'), {
      type: 'SeatVotingRightChanged',
      seatId: 'lausd-1',
      votingRight: 'none',
    });
    body(...committee, seated('lausd-1', 'ana', '2020'), right)
      .when(fill(), now)
      .live.records('SeatFilled');
  });
  const seatedOrganization = (seatId: string, id: string) =>
    happened<BodyEvent>(on('2020-01-01'), {
      type: 'SeatFilled',
      seatId,
      seatingId: `${seatId}-${id}`,
      holder: { kind: 'organization', id },
      startsAt: on('2020-01-01'),
    });
  const byOrganization = (id: string, more: Partial<FillSeat> = {}) =>
    fill('2022-01-01', undefined, { holder: { kind: 'organization', id }, ...more });
  it('ORGANIZATION_OUTSIDE_CONSTITUENCY: an organization votes in the constituency that is declared for it', () => {
    const history = body(...committee, seatedOrganization('utla-2', 'utla'));
    history.when(byOrganization('utla'), now).live.records('SeatFilled').withFindings();
    history.when(byOrganization('lausd'), now).live.rejectedWith('ORGANIZATION_OUTSIDE_CONSTITUENCY', {
      rule: 'SP-02',
      organizationId: 'lausd',
      constituencyId: 'utla',
      ownConstituencyId: 'lausd',
    });
    history.when(byOrganization('lausd'), now).minutes.withFindings('ORGANIZATION_OUTSIDE_CONSTITUENCY');
    history
      .when(byOrganization('lausd', { seatId: 'observer' }), now)
      .live.records('SeatFilled')
      .withFindings();
  });
  it('ORGANIZATION_OUTSIDE_CONSTITUENCY: or all on the side where it votes first', () => {
    const history = body(...committee, seatedOrganization('utla-2', 'unite-la'));
    history.when(byOrganization('unite-la'), now).live.records('SeatFilled').withFindings();
    history
      .when(byOrganization('unite-la', { seatId: 'lausd-1' }), now)
      .live.rejectedWith('ORGANIZATION_OUTSIDE_CONSTITUENCY', { ownConstituencyId: 'utla' });
  });
  it('ROLE_FORBIDS_VOTING_SEAT: a convener does not get a vote', () => {
    const convener = role('convener', { kind: 'organization', id: 'unite-la' }, '2020');
    const command = fill('2022', undefined, { holder: { kind: 'organization', id: 'unite-la' } });
    body(...committee, convener)
      .when(command, now)
      .live.rejectedWith('ROLE_FORBIDS_VOTING_SEAT', { role: 'convener' });
    body(...committee, convener)
      .when(command, now)
      .minutes.withFindings('ROLE_FORBIDS_VOTING_SEAT');
    const ended = happened<BodyEvent>(on('2021'), { type: 'RoleEnded', roleId: 'convener-unite-la' });
    body(...committee, convener, ended)
      .when(command, now)
      .live.records('SeatFilled');
    const chair = role('chair', { kind: 'person', id: 'ana' }, '2020');
    body(...committee, chair)
      .when(fill(), now)
      .live.records('SeatFilled');
  });
  it('ALTERNATE_IS_MEMBER: an alternate does not get a vote, or the seat itself', () => {
    const alternate = (seatId: string) =>
      happened<BodyEvent>(on('2021'), { type: 'AlternateDesignated', seatId, personId: 'ana' });
    body(...committee, alternate('utla-2'))
      .when(fill(), now)
      .live.rejectedWith('ALTERNATE_IS_MEMBER', { alternateFor: 'utla-2' });
    body(...committee, alternate('utla-2'))
      .when(fill(), now)
      .minutes.withFindings('ALTERNATE_IS_MEMBER');
    const observing = fill('2022', undefined, { seatId: 'observer' });
    body(...committee, alternate('observer'))
      .when(observing, now)
      .live.rejectedWith('ALTERNATE_IS_MEMBER');
    body(...committee, alternate('utla-2'))
      .when(observing, now)
      .live.records('SeatFilled');
  });
});

describe('ExtendTerm', () => {
  const extend = (until: string, seatingId?: string): Command => ({
    type: 'ExtendTerm',
    seatId: 'utla-1',
    until: on(until),
    basis: 'holdover',
    ...(seatingId !== undefined && { seatingId }),
  });
  const ana = seated('utla-1', 'ana', '2020-01-01', '2022-01-01');
  const event = (until: string): BodyEvent => ({
    type: 'SeatTermExtended',
    seatId: 'utla-1',
    seatingId: 'utla-1-2020-01-01',
    until: on(until),
    basis: 'holdover',
  });

  it('extends the last term, or the one that is named', () => {
    body(...committee, ana)
      .when(extend('2023'), now)
      .live.records(event('2023'))
      .withFindings();
    const history = body(...committee, ana, seated('utla-1', 'ben', '2022-06-01'));
    history.when(extend('2022-06-01', 'utla-1-2020-01-01'), now).live.records(event('2022-06-01'));
    body(...committee, seated('utla-1', 'ana', '2020-01-01'))
      .when(extend('2023'), now)
      .live.records(event('2023'));
  });
  it.each([
    ['no seating', []],
    ['vacated', [ana, vacated('utla-1', 'utla-1-2020-01-01', '2021')]],
  ])('SEAT_NOT_OCCUPIED: %s', (_what, history) => {
    body(...committee, ...history)
      .when(extend('2023'), now)
      .historicalImport.rejectedWith('SEAT_NOT_OCCUPIED');
  });
  it('SEAT_NOT_OCCUPIED: no such seating', () => {
    body(...committee, ana)
      .when(extend('2023', 'other'), now)
      .historicalImport.rejectedWith('SEAT_NOT_OCCUPIED');
  });
  it('TERM_INVERTED: not to an earlier end', () => {
    body(...committee, ana)
      .when(extend('2022-01-01'), now)
      .historicalImport.rejectedWith('TERM_INVERTED');
    body(...committee, ana)
      .when(extend('2021'), now)
      .minutes.rejectedWith('TERM_INVERTED', { until: '2021', from: '2022-01-01' });
  });
  it('TERM_OVERLAP: not into the next term', () => {
    const next = seated('utla-1', 'ben', '2022-06-01', '2023');
    body(...committee, ana, next)
      .when(extend('2022-07-01', 'utla-1-2020-01-01'), now)
      .minutes.rejectedWith('TERM_OVERLAP');
  });
  it('SEAT_CLOSED: not beyond the closing', () => {
    const history = body(...committee, ana, closed('utla-1', '2022-06-01'));
    history.when(extend('2022-07-01'), now).minutes.rejectedWith('SEAT_CLOSED');
    history.when(extend('2022-06-01'), now).minutes.records('SeatTermExtended');
  });
  it('PERSON_HOLDS_VOTING_SEAT: in the time that is added', () => {
    const history = body(...committee, ana, seated('lausd-1', 'ana', '2022-06-01'));
    history.when(extend('2022-06-01'), now).live.records('SeatTermExtended');
    history.when(extend('2023'), now).live.rejectedWith('PERSON_HOLDS_VOTING_SEAT', { seatId: 'lausd-1' });
    history.when(extend('2023'), now).minutes.withFindings('PERSON_HOLDS_VOTING_SEAT');
  });
  it('what stood against the seating before is not found again', () => {
    body(...committee, ana, seated('lausd-1', 'ana', '2020-01-01'))
      .when(extend('2023'), now)
      .live.records('SeatTermExtended')
      .withFindings();
  });
});
