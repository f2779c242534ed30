import { describe, expect, it } from '@jest/globals';
import type { Roster, RosterSeat } from '../body/roster.ts';
import { authorizedSeats, countedSeats, eligibilityOf, withoutSeats } from './electorate.ts';
import { eightAndEight } from './testing/committee.ts';

const seat = (seatId: string, change: Partial<RosterSeat> = {}): RosterSeat => ({
  seatId,
  label: seatId,
  votingRight: 'full',
  filled: true,
  roles: [],
  alternateIds: ['person-9'],
  ...change,
});
const roster: Roster = {
  bodyId: 'cssc',
  revision: 7,
  timeZone: 'America/Los_Angeles',
  dissolved: false,
  constituencyIds: ['LAUSD'],
  seats: [
    seat('seat-1', { constituencyId: 'LAUSD', holderId: 'person-1', roles: ['co_chair'] }),
    seat('seat-2', { filled: false }),
  ],
  authorized: { body: 3, constituencies: [{ constituencyId: 'LAUSD', seats: 2 }] },
  otherRoles: [
    { role: 'facilitator', holderId: 'person-1' },
    { role: 'convener', holderId: 'person-2' },
  ],
};

describe('eligibilityOf', () => {
  it('takes the seats without the persons in them, with the roles that holders have in person', () => {
    expect(eligibilityOf(roster)).toEqual({
      constituencyIds: ['LAUSD'],
      seats: [
        {
          seatId: 'seat-1',
          label: 'seat-1',
          constituencyId: 'LAUSD',
          votingRight: 'full',
          filled: true,
          roles: ['co_chair', 'facilitator'],
        },
        { seatId: 'seat-2', label: 'seat-2', votingRight: 'full', filled: false, roles: [] },
      ],
      authorized: roster.authorized,
    });
  });
});

it('eligibilityOf keeps the side that a co-chair of another seat chairs for', () => {
  const stray = seat('seat-1', { roles: ['co_chair'], coChairOf: 'LAUSD' });
  expect(eligibilityOf({ ...roster, seats: [stray] }).seats).toMatchObject([{ coChairOf: 'LAUSD' }]);
});

describe('withoutSeats', () => {
  it('takes seats out of the filled and the authorized, of the body and of their side', () => {
    const rest = withoutSeats(eightAndEight, new Set(['utla-1', 'utla-2', 'visitor']));
    expect([
      countedSeats(rest).length,
      countedSeats(rest, 'LAUSD').length,
      countedSeats(rest, 'UTLA').length,
    ]).toEqual([14, 8, 6]);
    expect(['body', 'LAUSD', 'UTLA', 'PARENTS'].map((scope) => authorizedSeats(rest, scope))).toEqual([
      14, 8, 6, 0,
    ]);
  });
  it('never leaves less than nothing, where more seats are filled than authorized', () => {
    const crowded = {
      ...eightAndEight,
      authorized: { body: 1, constituencies: [{ constituencyId: 'UTLA', seats: 1 }] },
    };
    const rest = withoutSeats(crowded, new Set(['utla-1', 'utla-2']));
    expect(['body', 'UTLA'].map((scope) => authorizedSeats(rest, scope))).toEqual([0, 0]);
  });
});
