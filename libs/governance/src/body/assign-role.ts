import { certainlyCoincide, irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Decision, Term } from '../kernel/index.ts';
import { seatingsOf, votesDuring } from './conflicts.ts';
import { neutralRoles } from './events.ts';
import type { RoleAssigned } from './events.ts';
import type { OrganizationsFact } from './facts.ts';
import { definedConstituency, existingBody, openedSeat, registered } from './guards.ts';
import type { Check } from './guards.ts';
import type { Seat } from './seat.ts';
import type { BodyState } from './state.ts';

/**
 * A seat, a person or an organization takes a role. A co-chair is of one constituency, which has one at a
 * time; convener, facilitator and process observer are neutral and have no vote (meeting rule SP-11).
 */
export type AssignRole = Readonly<{ type: 'AssignRole' }> & Omit<RoleAssigned, 'type'>;

/** Who chairs for one side does not sit for another. */
function* ofOwnSide(seats: readonly Seat[], constituencyId: string): Check {
  for (const { seatId, constituencyId: own } of seats)
    if (own !== undefined && own !== constituencyId)
      yield irregular('CO_CHAIR_OF_OTHER_CONSTITUENCY', { seatId, constituencyId });
}

/** The seat that holds the role, or those in which its holder sits. */
function seatsOfHolder(
  state: BodyState,
  { kind, id }: AssignRole['holder'],
  seat: Seat | undefined,
  term: Term,
): readonly Seat[] {
  if (kind === 'seat') return seat ? [seat] : [];
  return seatingsOf(state, { kind, id }, term).map(({ seat: held }) => held);
}

/** Without a constituency of its own, a co-chair's is that of the seat. */
function* coChair(state: BodyState, command: AssignRole, seat: Seat | undefined, term: Term): Check {
  const { holder, constituencyId = seat?.constituencyId } = command;
  if (constituencyId === undefined) {
    if (!seat) yield irregular('ROLE_REQUIRES_SEAT', { role: 'co_chair', holder });
    return;
  }
  yield* ofOwnSide(seatsOfHolder(state, holder, seat, term), constituencyId);
  for (const other of state.roles.values())
    if (
      other.role === 'co_chair' &&
      other.constituencyId === constituencyId &&
      certainlyCoincide(other, term)
    )
      yield irregular('CO_CHAIR_CONSTITUENCY_TAKEN', { constituencyId, roleId: other.roleId });
}

/** The voting seats that the holder is, or sits in. */
function votingSeats(
  state: BodyState,
  { kind, id }: AssignRole['holder'],
  seat: Seat | undefined,
  term: Term,
): readonly Seat[] {
  if (kind === 'seat') return seat && votesDuring(seat, term) ? [seat] : [];
  return seatingsOf(state, { kind, id }, term)
    .filter(({ seat: held, seating }) => votesDuring(held, seating, term))
    .map(({ seat: held }) => held);
}

function* neutral(state: BodyState, { role, holder }: AssignRole, seat: Seat | undefined, term: Term): Check {
  for (const { seatId } of votingSeats(state, holder, seat, term))
    yield irregular('ROLE_FORBIDS_VOTING_SEAT', { role, seatId });
}

export function* assignRole(
  state: BodyState,
  command: AssignRole,
  facts: AtFact & OrganizationsFact,
): Decision<RoleAssigned> {
  const { roleId, role, holder } = command;
  const term: Term = { start: facts.at };
  yield* existingBody(state, facts.at);
  if (state.roles.has(roleId)) return yield* refuse('ROLE_EXISTS', { roleId });
  yield* definedConstituency(state, command.constituencyId);
  const seat = holder.kind === 'seat' ? yield* openedSeat(state, holder.id, facts.at) : undefined;
  yield* registered(facts, holder.kind === 'organization' ? [holder.id] : []);
  if (role === 'co_chair') yield* coChair(state, command, seat, term);
  if (neutralRoles.has(role)) yield* neutral(state, command, seat, term);
  const constituencyId = command.constituencyId ?? (role === 'co_chair' ? seat?.constituencyId : undefined);
  return [{ ...command, type: 'RoleAssigned', ...(constituencyId !== undefined && { constituencyId }) }];
}
