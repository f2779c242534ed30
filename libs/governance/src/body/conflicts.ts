import { broken, certainlyBefore, certainlyCoincide, irregular, refuse } from '../kernel/index.ts';
import type { Term } from '../kernel/index.ts';
import { neutralRoles } from './events.ts';
import type { Check } from './guards.ts';
import { votingTerms } from './seat.ts';
import type { Seat, Seating } from './seat.ts';
import type { BodyState, RoleTerm } from './state.ts';

type Holder = Seating['holder'];

const isSame = (a: Readonly<{ kind: string; id: string }>, b: Readonly<{ kind: string; id: string }>) =>
  a.kind === b.kind && a.id === b.id;

/** Whether the seat certainly has a vote at some time at which all the terms hold. */
export const votesDuring = (seat: Seat, ...terms: readonly Term[]): boolean =>
  votingTerms(seat).some((voting) => certainlyCoincide(voting, ...terms));

const bothVote = (a: Seat, b: Seat, ...terms: readonly Term[]): boolean =>
  votingTerms(a).some((voting) => votesDuring(b, voting, ...terms));

/** The seatings of a holder that certainly hold together with the terms. */
export const seatingsOf = (
  { seats }: BodyState,
  holder: Holder,
  ...terms: readonly Term[]
): readonly Readonly<{ seat: Seat; seating: Seating }>[] =>
  [...seats.values()].flatMap((seat) =>
    seat.seatings
      .filter((seating) => isSame(seating.holder, holder) && certainlyCoincide(seating, ...terms))
      .map((seating) => ({ seat, seating })),
  );

/** Two cannot sit in one seat at the same time. */
export function* freeSeat(seat: Seat, term: Term, except?: string): Check {
  for (const { seatingId, ...other } of seat.seatings) {
    if (seatingId === except || !certainlyCoincide(term, other)) continue;
    const occupied = other.end === undefined && !certainlyBefore(term.start, other.start);
    const inputs = { seatId: seat.seatId, seatingId, since: other.start.literal, until: other.end?.literal };
    yield* refuse(occupied ? 'SEAT_OCCUPIED' : 'TERM_OVERLAP', inputs);
  }
}

/** A person has at most one vote in the body at a time (meeting rule SP-02). */
function* oneVotingSeat(state: BodyState, seat: Seat, holder: Holder, terms: readonly Term[]): Check {
  if (holder.kind !== 'person') return;
  for (const { seat: other, seating } of seatingsOf(state, holder, ...terms))
    if (other.seatId !== seat.seatId && bothVote(seat, other, ...terms, seating))
      yield broken('SP-02', 'PERSON_HOLDS_VOTING_SEAT', { personId: holder.id, seatId: other.seatId });
}

/** The side that the body declared to be the organization's. */
const declaredFor = ({ constituencies }: BodyState, organizationId: string): readonly string[] =>
  [...constituencies.values()]
    .filter((constituency) => constituency.organizationId === organizationId)
    .map(({ constituencyId }) => constituencyId);

/**
 * An organization may hold several seats with a vote, all on one side: the one that is declared to be its own,
 * or else that of the seat that it holds already (meeting rule SP-02).
 */
function* votesOnOneSide(state: BodyState, seat: Seat, holder: Holder, terms: readonly Term[]): Check {
  const { seatId, constituencyId } = seat;
  if (holder.kind !== 'organization' || constituencyId === undefined || !votesDuring(seat, ...terms)) return;
  const declared = declaredFor(state, holder.id);
  const held = seatingsOf(state, holder, ...terms)
    .filter((other) => other.seat.seatId !== seatId && bothVote(seat, other.seat, ...terms, other.seating))
    .flatMap((other) => other.seat.constituencyId ?? []);
  const own = declared.length > 0 ? declared : held.slice(0, 1);
  if (own.length > 0 && !own.includes(constituencyId))
    yield broken('SP-02', 'ORGANIZATION_OUTSIDE_CONSTITUENCY', {
      organizationId: holder.id,
      seatId,
      constituencyId,
      ownConstituencyId: own[0],
    });
}

/** Holders of neutral roles, be it a seat or who sits in it, have no vote in it while all the terms hold. */
export function* noNeutralVote(
  state: BodyState,
  seat: Seat,
  roleHolder: RoleTerm['holder'],
  ...terms: readonly Term[]
): Check {
  for (const { roleId, role, holder, ...roleTerm } of state.roles.values())
    if (neutralRoles.has(role) && isSame(holder, roleHolder) && votesDuring(seat, ...terms, roleTerm))
      yield irregular('ROLE_FORBIDS_VOTING_SEAT', { role, roleId, seatId: seat.seatId });
}

/** To be one's own alternate, or to have a vote and be another's alternate at the same time. */
export const countsTwice = (seat: Seat, alternateFor: string, ...terms: readonly Term[]): boolean =>
  seat.seatId === alternateFor ? certainlyCoincide(...terms) : votesDuring(seat, ...terms);

/** A member is not an alternate as well: nobody is counted twice. */
function* noAlternate(state: BodyState, seat: Seat, holder: Holder, terms: readonly Term[]): Check {
  if (holder.kind !== 'person') return;
  for (const { seatId, alternates } of state.seats.values())
    for (const alternate of alternates.filter(({ personId }) => personId === holder.id))
      if (countsTwice(seat, seatId, ...terms, alternate))
        yield irregular('ALTERNATE_IS_MEMBER', {
          personId: holder.id,
          seatId: seat.seatId,
          alternateFor: seatId,
        });
}

/** What stands against someone sitting in a seat while all the terms hold; the seat as it will be. */
export function* fitToSit(state: BodyState, seat: Seat, holder: Holder, ...terms: readonly Term[]): Check {
  yield* oneVotingSeat(state, seat, holder, terms);
  yield* votesOnOneSide(state, seat, holder, terms);
  yield* noNeutralVote(state, seat, holder, ...terms);
  yield* noAlternate(state, seat, holder, terms);
}

/** What stands against it once the term of a seating is another, and did not before. */
export function* fitToSitLonger(state: BodyState, seat: Seat, seating: Seating, term: Term): Check {
  const known = new Set(
    [...fitToSit(state, seat, seating.holder, seating)].map((objection) => JSON.stringify(objection)),
  );
  for (const objection of fitToSit(state, seat, seating.holder, term))
    if (!known.has(JSON.stringify(objection))) yield objection;
}
