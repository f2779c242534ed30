import { holdsAt, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { AlternateRevoked } from './events.ts';
import { openedSeat } from './guards.ts';
import type { BodyState } from './state.ts';

/** An alternate of the seat serves it no longer; what the alternate did stands. */
export type RevokeAlternate = Readonly<{ type: 'RevokeAlternate' }> & Omit<AlternateRevoked, 'type'>;

export function* revokeAlternate(
  state: BodyState,
  command: RevokeAlternate,
  { at }: AtFact,
): Decision<AlternateRevoked> {
  const { seatId, personId } = command;
  const { alternates } = yield* openedSeat(state, seatId, at);
  if (!alternates.some((alternate) => alternate.personId === personId && holdsAt(alternate, at) !== 'no'))
    return yield* refuse('ALTERNATE_UNKNOWN', { seatId, personId, at: at.literal });
  return [{ ...command, type: 'AlternateRevoked' }];
}
