import { certainlyCoincide, irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Decision, When } from '../kernel/index.ts';
import type { GoverningFact } from '../instrument/governing.ts';
import { seatsAsClauseStates } from './clause-composition.ts';
import type { SeatOpened } from './events.ts';
import type { OrganizationsFact } from './facts.ts';
import { definedConstituency, existingBody, registered } from './guards.ts';
import type { Check } from './guards.ts';
import { withinLimits } from './seat-limits.ts';
import { evolve } from './state.ts';
import type { BodyState } from './state.ts';

/**
 * A seat is opened: seats vote, people sit. Its constituency and voting right go with it into every vote,
 * and the composition rule limits how many there are. A source may not tell the voting right (`unknown`).
 */
export type OpenSeat = Readonly<{ type: 'OpenSeat' }> & Omit<SeatOpened, 'type' | 'boundRules'>;

/** Two open seats with one label could not be told apart in a roll call. */
function* freeLabel({ seats }: BodyState, label: string, start: When): Check {
  for (const seat of seats.values())
    if (seat.label === label && certainlyCoincide({ start }, seat.open))
      yield irregular('SEAT_LABEL_TAKEN', { label, seatId: seat.seatId });
}

export function* openSeat(
  state: BodyState,
  command: OpenSeat,
  facts: AtFact & OrganizationsFact & GoverningFact,
): Decision<SeatOpened> {
  const { seatId, label, constituencyId, appointingAuthorityId, nominatorIds, votingRight } = command;
  yield* existingBody(state, facts.at);
  if (state.seats.has(seatId)) return yield* refuse('SEAT_EXISTS', { seatId });
  yield* definedConstituency(state, constituencyId);
  yield* freeLabel(state, label, facts.at);
  yield* registered(facts, [appointingAuthorityId, ...nominatorIds]);
  if (votingRight === 'unknown') yield irregular('VOTING_RIGHT_UNKNOWN', { seatId });
  const opened: SeatOpened = { ...command, type: 'SeatOpened' };
  const after = evolve(state, opened, facts.at);
  yield* withinLimits(state, after, facts.at);
  return [{ ...opened, ...(yield* seatsAsClauseStates(state, after, facts)) }];
}
