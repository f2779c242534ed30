import type { Decision } from '../kernel/index.ts';
import type { MotionSubmitted } from './events.ts';
import type { RosterFact } from './facts.ts';
import { filledSeat, inStatus } from './guards.ts';
import type { MotionState } from './state.ts';

/** The draft is handed in; where a seat does it, with a vote or without, the seat is named. */
export type SubmitMotion = Readonly<{ type: 'SubmitMotion'; seatId?: string }>;

export function* submitMotion(
  state: MotionState,
  command: SubmitMotion,
  facts: RosterFact,
): Decision<MotionSubmitted> {
  const { seatId } = command;
  yield* inStatus(state, command, 'drafted');
  if (seatId !== undefined) yield* filledSeat(facts, seatId);
  return [{ type: 'MotionSubmitted', ...(seatId !== undefined && { seatId }) }];
}
