import { holdsAt, irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Decision, Term, When } from '../kernel/index.ts';
import { fitToSitLonger, freeSeat } from './conflicts.ts';
import type { SeatVacated } from './events.ts';
import { hasMandate } from './facts.ts';
import type { AuthorityFact } from './facts.ts';
import { openedSeat } from './guards.ts';
import { seatingAt } from './seat.ts';
import type { Seat, Seating } from './seat.ts';
import type { BodyState } from './state.ts';

/**
 * A holder leaves the seat. Without a seating, the one of that time; with one, it may also be an appointment
 * that lapses before its term begins. Removal needs a motion or a clause. Where the end of the term was known
 * by its year only, the holder may turn out to have stayed longer than another's term allows.
 */
export type VacateSeat = Readonly<{ type: 'VacateSeat' }> &
  Omit<SeatVacated, 'type' | 'seatingId'> &
  Readonly<{ seatingId?: string }>;

const isOver = ({ end, vacated }: Seating, at: When): boolean =>
  vacated || (end !== undefined && holdsAt({ start: end }, at) === 'certain');

const seatingToEnd = (seat: Seat, seatingId: string | undefined, at: When): Seating | undefined =>
  seatingId === undefined
    ? seatingAt(seat, at)?.seating
    : seat.seatings.find((seating) => seating.seatingId === seatingId);

export function* vacateSeat(
  state: BodyState,
  command: VacateSeat,
  facts: AtFact & AuthorityFact,
): Decision<SeatVacated> {
  const { seatId, reason } = command;
  const seat = yield* openedSeat(state, seatId, facts.at);
  const seating = seatingToEnd(seat, command.seatingId, facts.at);
  if (!seating || isOver(seating, facts.at))
    return yield* refuse('SEAT_NOT_OCCUPIED', { seatId, at: facts.at.literal });
  if (reason === 'removed' && !hasMandate(facts))
    yield irregular('REMOVAL_NEEDS_AUTHORITY', { seatId, authority: facts.authority });
  const term: Term = { start: seating.start, end: facts.at };
  yield* freeSeat(seat, term, seating.seatingId);
  if (seating.end) yield* fitToSitLonger(state, seat, seating, term);
  return [{ type: 'SeatVacated', seatId, seatingId: seating.seatingId, reason }];
}
