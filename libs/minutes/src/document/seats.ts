import type { body } from '#governance';
import type { Officer, SeatName } from './minutes-document.ts';

/** Seats by id, as the body had them when the meeting was held. */
export type Seats = ReadonlyMap<string, body.RosterSeat>;

export const seatsOf = (roster: body.Roster | undefined): Seats =>
  new Map((roster?.seats ?? []).map((seat) => [seat.seatId, seat]));

export function seatName(seats: Seats, seatId: string): SeatName {
  const seat = seats.get(seatId);
  if (!seat) return { seatId };
  const { label, constituencyId } = seat;
  return { seatId, label, ...(constituencyId !== undefined && { constituencyId }) };
}

/** A member by the seat; who holds none, by the id. */
export const officer = ({ kind, id }: body.Holder, seats: Seats): Officer =>
  kind === 'seat' ? seatName(seats, id) : { holder: id };

/** The secretary of the body: from a seat where one holds the office, else by the holder's id. */
export function secretaryOf(roster: body.Roster | undefined, seats: Seats): Officer | undefined {
  const seat = roster?.seats.find(({ roles }) => roles.includes('secretary'));
  if (seat) return seatName(seats, seat.seatId);
  const other = roster?.otherRoles.find(({ role }) => role === 'secretary');
  return other && { holder: other.holderId };
}
