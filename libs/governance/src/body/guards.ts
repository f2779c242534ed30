import { holdsAt, irregular, refuse } from '../kernel/index.ts';
import type { Check, Term, When } from '../kernel/index.ts';
import type { OrganizationsFact } from './facts.ts';
import type { Seat } from './seat.ts';
import type { BodyState } from './state.ts';

export type { Check };

/**
 * What had ended cannot be acted on. Where dates are too coarse to tell, live recording is refused: it comes
 * after everything in the record. A late entry may have come before, and gets a finding.
 */
function* notEnded({ end }: Term, at: When, code: string, inputs: object): Check {
  const ended = end ? holdsAt({ start: end }, at) : 'no';
  const named = { ...inputs, at: at.literal, ended: end?.literal };
  if (ended === 'certain') yield* refuse(code, named);
  if (ended === 'possible') yield irregular(code, named);
}

const began = ({ start }: Term, at: When): boolean => holdsAt({ start }, at) !== 'no';

/** The body is established and not dissolved by then. */
export function* existingBody({ existence }: BodyState, at: When): Check {
  if (!existence) return yield* refuse('BODY_UNKNOWN');
  if (!began(existence, at))
    return yield* refuse('BODY_UNKNOWN', { at: at.literal, established: existence.start.literal });
  yield* notEnded(existence, at, 'BODY_DISSOLVED', {});
}

/** The body exists, and the seat is open then. */
export function* openedSeat(state: BodyState, seatId: string, at: When): Check<Seat> {
  yield* existingBody(state, at);
  const seat = state.seats.get(seatId);
  if (!seat) return yield* refuse('SEAT_UNKNOWN', { seatId });
  if (!began(seat.open, at))
    return yield* refuse('SEAT_UNKNOWN', { seatId, at: at.literal, opened: seat.open.start.literal });
  yield* notEnded(seat.open, at, 'SEAT_CLOSED', { seatId });
  return seat;
}

/** The constituency is defined, if one is named. */
export function* definedConstituency(
  { constituencies }: BodyState,
  constituencyId: string | undefined,
): Check {
  if (constituencyId !== undefined && !constituencies.has(constituencyId))
    yield* refuse('CONSTITUENCY_UNKNOWN', { constituencyId });
}

/** The organizations are registered. A name in a source may be of one that nobody has registered yet. */
export function* registered(
  { organizationIds }: OrganizationsFact,
  named: readonly (string | undefined)[],
): Check {
  for (const organizationId of named)
    if (organizationId !== undefined && !organizationIds.has(organizationId))
      yield irregular('ORGANIZATION_UNKNOWN', { organizationId });
}
