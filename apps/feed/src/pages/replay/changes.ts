import type { CompositionView, SeatInForce } from '#projections';

/** What of a seat is seen on its chart. */
const seen = ({ occupancy, votingRight, seatings, roles, alternates, label }: SeatInForce): string =>
  JSON.stringify([
    occupancy,
    votingRight,
    label,
    seatings.map(({ seatingId, endsAt }) => [seatingId, endsAt]),
    roles.map(({ roleId }) => roleId),
    alternates.map(({ personId }) => personId),
  ]);

/** Seats that are there after a step and were not, or not so, before it. */
export function changedSeats(
  before: CompositionView | undefined,
  after: CompositionView | undefined,
): ReadonlySet<string> {
  const was = new Map((before?.seats ?? []).map((seat) => [seat.seatId, seen(seat)]));
  const changed = (after?.seats ?? []).filter((seat) => was.get(seat.seatId) !== seen(seat));
  return new Set(changed.map(({ seatId }) => seatId));
}
