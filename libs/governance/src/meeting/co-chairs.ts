import type { Roster } from '../body/roster.ts';
import { eligibilityOf } from '../tally/index.ts';

export type CoChairSeat = Readonly<{ seatId: string; constituencyId: string }>;

/** Seats from which somebody co-chairs, each with the constituency that it does so for. */
export const coChairSeats = (roster: Roster): readonly CoChairSeat[] =>
  eligibilityOf(roster)
    .seats.filter(({ roles }) => roles.includes('co_chair'))
    .flatMap(({ seatId, coChairOf, constituencyId }) => {
      const chairsFor = coChairOf ?? constituencyId;
      return chairsFor === undefined ? [] : [{ seatId, constituencyId: chairsFor }];
    });
