import { holdsAt, notable, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { BodyDissolved } from './events.ts';
import { existingBody } from './guards.ts';
import type { BodyState } from './state.ts';

/** The body ends; nothing later can be recorded of it. It may end with people in their seats, but that is noted. */
export type DissolveBody = Readonly<{ type: 'DissolveBody' }> & Omit<BodyDissolved, 'type'>;

export function* dissolveBody(
  state: BodyState,
  command: DissolveBody,
  { at }: AtFact,
): Decision<BodyDissolved> {
  if (state.existence?.end) return yield* refuse('BODY_DISSOLVED', { ended: state.existence.end.literal });
  yield* existingBody(state, at);
  const filled = [...state.seats.values()].filter(({ seatings }) =>
    seatings.some((seating) => holdsAt(seating, at) === 'certain'),
  );
  if (filled.length > 0) yield notable('SEATS_STILL_FILLED', { seatIds: filled.map(({ seatId }) => seatId) });
  return [{ ...command, type: 'BodyDissolved' }];
}
