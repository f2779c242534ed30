import { certainlyCoincide, irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Decision, Term } from '../kernel/index.ts';
import { countsTwice, seatingsOf } from './conflicts.ts';
import type { AlternateDesignated } from './events.ts';
import { openedSeat } from './guards.ts';
import type { Check } from './guards.ts';
import type { BodyState } from './state.ts';

/**
 * Someone may sit for a seat's holder when the holder is absent (meeting rule SP-06). An alternate serves
 * one seat and has no vote of their own.
 */
export type DesignateAlternate = Readonly<{ type: 'DesignateAlternate' }> & Omit<AlternateDesignated, 'type'>;

function* servesNoOther({ seats }: BodyState, { seatId, personId }: DesignateAlternate, term: Term): Check {
  for (const other of seats.values())
    for (const alternate of other.alternates) {
      if (alternate.personId !== personId || !certainlyCoincide(alternate, term)) continue;
      if (other.seatId === seatId) yield* refuse('ALTERNATE_EXISTS', { seatId, personId });
      yield irregular('ALTERNATE_SERVES_OTHER_SEAT', { personId, seatId: other.seatId });
    }
}

export function* designateAlternate(
  state: BodyState,
  command: DesignateAlternate,
  { at }: AtFact,
): Decision<AlternateDesignated> {
  const { seatId, personId } = command;
  const term: Term = { start: at };
  yield* openedSeat(state, seatId, at);
  yield* servesNoOther(state, command, term);
  for (const { seat, seating } of seatingsOf(state, { kind: 'person', id: personId }, term))
    if (countsTwice(seat, seatId, seating, term))
      yield irregular('ALTERNATE_IS_MEMBER', { personId, seatId: seat.seatId, alternateFor: seatId });
  return [{ ...command, type: 'AlternateDesignated' }];
}
