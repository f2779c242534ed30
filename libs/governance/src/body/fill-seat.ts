import { certainlyBefore, certainlyCoincide, irregular, isVoid, notable, refuse } from '../kernel/index.ts';
import type { AtFact, Decision, Term } from '../kernel/index.ts';
import type { GoverningFact } from '../instrument/governing.ts';
import { membersAsClauseStates } from './clause-composition.ts';
import { fitToSit, freeSeat } from './conflicts.ts';
import type { SeatFilled } from './events.ts';
import type { OrganizationsFact } from './facts.ts';
import { existingBody, registered } from './guards.ts';
import type { Check } from './guards.ts';
import type { Seat } from './seat.ts';
import { evolve } from './state.ts';
import type { BodyState } from './state.ts';

/**
 * A person or an organization takes a seat for a term, appointed by the seat's appointing authority. One
 * seat has one holder at a time, and one person one vote.
 */
export type FillSeat = Readonly<{ type: 'FillSeat' }> & Omit<SeatFilled, 'type' | 'boundRules'>;

const seatingIds = ({ seats }: BodyState): readonly string[] =>
  [...seats.values()].flatMap(({ seatings }) => seatings.map(({ seatingId }) => seatingId));

function* openForTerm(seat: Seat, term: Term): Check {
  const { seatId, open } = seat;
  if (open.end && certainlyCoincide({ start: open.end }, term))
    yield* refuse('SEAT_CLOSED', { seatId, ended: open.end.literal });
  if (certainlyBefore(term.start, open.start))
    yield notable('TERM_BEFORE_SEAT', { startsAt: term.start.literal, opened: open.start.literal });
}

function* appointed({ seatId, appointingAuthorityId }: Seat, appointedBy: string | undefined): Check {
  if (appointingAuthorityId === undefined || appointedBy === appointingAuthorityId) return;
  if (appointedBy === undefined) yield irregular('AUTHORITY_MISSING', { seatId, appointingAuthorityId });
  else yield irregular('NOT_APPOINTING_AUTHORITY', { seatId, appointedBy, appointingAuthorityId });
}

export function* fillSeat(
  state: BodyState,
  command: FillSeat,
  facts: AtFact & OrganizationsFact & GoverningFact,
): Decision<SeatFilled> {
  const { seatId, seatingId, holder, startsAt, endsAt, appointedBy } = command;
  const term: Term = { start: startsAt, end: endsAt };
  yield* existingBody(state, facts.at);
  const seat = state.seats.get(seatId);
  if (!seat) return yield* refuse('SEAT_UNKNOWN', { seatId });
  if (seatingIds(state).includes(seatingId)) return yield* refuse('SEATING_EXISTS', { seatingId });
  if (isVoid(term))
    return yield* refuse('TERM_INVERTED', { startsAt: startsAt.literal, endsAt: endsAt?.literal });
  yield* openForTerm(seat, term);
  yield* freeSeat(seat, term);
  yield* appointed(seat, appointedBy);
  yield* registered(facts, holder.kind === 'organization' ? [holder.id] : []);
  yield* fitToSit(state, seat, holder, term);
  const filled: SeatFilled = { ...command, type: 'SeatFilled' };
  const judged = yield* membersAsClauseStates(state, evolve(state, filled, facts.at), facts);
  return [{ ...filled, ...judged }];
}
