import { certainlyCoincide, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { SeatClosed } from './events.ts';
import { openedSeat } from './guards.ts';
import type { BodyState } from './state.ts';

/** A seat is closed for good, when nobody sits in it or is to. The roles and proxies that it holds end with it. */
export type CloseSeat = Readonly<{ type: 'CloseSeat' }> & Omit<SeatClosed, 'type'>;

export function* closeSeat(state: BodyState, command: CloseSeat, { at }: AtFact): Decision<SeatClosed> {
  const { seatId } = command;
  const { open, seatings } = yield* openedSeat(state, seatId, at);
  if (open.end) return yield* refuse('SEAT_CLOSED', { seatId, ended: open.end.literal });
  const occupying = seatings.find((seating) => certainlyCoincide(seating, { start: at }));
  if (occupying) return yield* refuse('SEAT_OCCUPIED', { seatId, seatingId: occupying.seatingId });
  return [{ ...command, type: 'SeatClosed' }];
}
