import { irregular } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { SeatNominationReceived } from './events.ts';
import { openedSeat } from './guards.ts';
import type { BodyState } from './state.ts';

/** One of the seat's nominators names a person for it. */
export type NominateForSeat = Readonly<{ type: 'NominateForSeat' }> & Omit<SeatNominationReceived, 'type'>;

export function* nominateForSeat(
  state: BodyState,
  command: NominateForSeat,
  { at }: AtFact,
): Decision<SeatNominationReceived> {
  const { seatId, nominatorId } = command;
  const { nominatorIds } = yield* openedSeat(state, seatId, at);
  if (!nominatorIds.includes(nominatorId))
    yield irregular('NOT_A_NOMINATOR', { seatId, nominatorId, nominatorIds });
  return [{ ...command, type: 'SeatNominationReceived' }];
}
