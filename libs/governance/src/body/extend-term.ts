import { byStart, certainlyCoincide, certainlyNotAfter, refuse } from '../kernel/index.ts';
import type { AtFact, Decision, Term } from '../kernel/index.ts';
import { fitToSitLonger, freeSeat } from './conflicts.ts';
import type { SeatTermExtended } from './events.ts';
import { openedSeat } from './guards.ts';
import type { Seat, Seating } from './seat.ts';
import type { BodyState } from './state.ts';

/**
 * A holder stays beyond the end of the term: held over until a successor qualifies, or reappointed. Without
 * a seating, the seat's last. A seating that was vacated is over.
 */
export type ExtendTerm = Readonly<{ type: 'ExtendTerm' }> &
  Omit<SeatTermExtended, 'type' | 'seatingId'> &
  Readonly<{ seatingId?: string }>;

const seatingToExtend = ({ seatings }: Seat, seatingId: string | undefined): Seating | undefined =>
  seatingId === undefined
    ? seatings.toSorted(byStart).at(-1)
    : seatings.find((seating) => seating.seatingId === seatingId);

export function* extendTerm(
  state: BodyState,
  command: ExtendTerm,
  { at }: AtFact,
): Decision<SeatTermExtended> {
  const { seatId, until, basis } = command;
  const seat = yield* openedSeat(state, seatId, at);
  const seating = seatingToExtend(seat, command.seatingId);
  if (!seating || seating.vacated) return yield* refuse('SEAT_NOT_OCCUPIED', { seatId });
  const from = seating.end ?? seating.start;
  if (certainlyNotAfter(until, from))
    return yield* refuse('TERM_INVERTED', { until: until.literal, from: from.literal });
  const { seatingId } = seating;
  const term: Term = { start: seating.start, end: until };
  if (seat.open.end && certainlyCoincide({ start: seat.open.end }, term))
    return yield* refuse('SEAT_CLOSED', { seatId, ended: seat.open.end.literal });
  yield* freeSeat(seat, term, seatingId);
  yield* fitToSitLonger(state, seat, seating, term);
  return [{ type: 'SeatTermExtended', seatId, seatingId, until, basis }];
}
