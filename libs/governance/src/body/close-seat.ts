import { certainlyCoincide, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { GoverningFact } from '../instrument/governing.ts';
import { seatsAsClauseStates } from './clause-composition.ts';
import type { SeatClosed } from './events.ts';
import { openedSeat } from './guards.ts';
import { evolve } from './state.ts';
import type { BodyState } from './state.ts';

/** A seat is closed for good, when nobody sits in it or is to. The roles and proxies that it holds end with it. */
export type CloseSeat = Readonly<{ type: 'CloseSeat' }> & Omit<SeatClosed, 'type' | 'boundRules'>;

export function* closeSeat(
  state: BodyState,
  command: CloseSeat,
  facts: AtFact & GoverningFact,
): Decision<SeatClosed> {
  const { at } = facts;
  const { seatId } = command;
  const { open, seatings } = yield* openedSeat(state, seatId, at);
  if (open.end) return yield* refuse('SEAT_CLOSED', { seatId, ended: open.end.literal });
  const occupying = seatings.find((seating) => certainlyCoincide(seating, { start: at }));
  if (occupying) return yield* refuse('SEAT_OCCUPIED', { seatId, seatingId: occupying.seatingId });
  const closed: SeatClosed = { ...command, type: 'SeatClosed' };
  const judged = yield* seatsAsClauseStates(state, evolve(state, closed, at), facts);
  return [{ ...closed, ...judged }];
}
