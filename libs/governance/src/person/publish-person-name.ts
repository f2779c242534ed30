import { refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { PersonNamePublished } from './events.ts';
import type { PersonIdFact, SeatFact } from './facts.ts';
import { knownPerson } from './guards.ts';
import type { PersonState } from './state.ts';

/** Who sits in a seat becomes public, as the seat's policy says. */
export type PublishPersonName = Readonly<{ type: 'PublishPersonName'; bodyId: string; seatId: string }>;

export function* publishPersonName(
  state: PersonState,
  { bodyId, seatId }: PublishPersonName,
  facts: PersonIdFact & SeatFact,
): Decision<PersonNamePublished> {
  yield* knownPerson(state, facts);
  const { personId, seat, nameDigest } = facts;
  if (!state.named) return yield* refuse('PERSON_WITHOUT_NAME', { personId });
  if (!seat) return yield* refuse('SEAT_UNKNOWN', { bodyId, seatId });
  if (state.minor || seat.minor) return yield* refuse('MINOR_NEVER_BY_NAME', { personId, bodyId, seatId });
  const { policy, bodyRevision } = seat;
  if (seat.holderId !== personId) return yield* refuse('PERSON_NOT_IN_SEAT', { personId, bodyId, seatId });
  if (policy === 'seat_only') return yield* refuse('SEAT_SHOWS_NO_NAME', { bodyId, seatId });
  if (state.published?.nameDigest !== undefined)
    return yield* refuse('PERSON_NAME_PUBLIC', { personId, ...state.published });
  // Facts without a digest are of a person whose key is gone: the erasing has begun.
  if (nameDigest === undefined) return yield* refuse('PERSON_ERASED', { personId });
  return [{ type: 'PersonNamePublished', bodyId, seatId, policy, nameDigest, bodyRevision }];
}
