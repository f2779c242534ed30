import { irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { InterestDeclared } from './events.ts';
import { openedSeat } from './guards.ts';
import { seatingAt } from './seat.ts';
import type { BodyState } from './state.ts';

/** Whoever sits in a seat declares an interest in a subject; recusals refer to it. */
export type DeclareInterest = Readonly<{ type: 'DeclareInterest' }> & Omit<InterestDeclared, 'type'>;

export function* declareInterest(
  state: BodyState,
  command: DeclareInterest,
  { at }: AtFact,
): Decision<InterestDeclared> {
  const { interestId, seatId } = command;
  const seat = yield* openedSeat(state, seatId, at);
  if (state.interests.has(interestId)) return yield* refuse('INTEREST_EXISTS', { interestId });
  if (!seatingAt(seat, at)) yield irregular('SEAT_NOT_OCCUPIED', { seatId, at: at.literal });
  return [{ ...command, type: 'InterestDeclared' }];
}
