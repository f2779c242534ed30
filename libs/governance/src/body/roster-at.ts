import { betweenChanges, holdsAt } from '../kernel/index.ts';
import type { When } from '../kernel/index.ts';
import { compositionRuleAt, openSeatsAt } from './as-of.ts';
import type { Role } from './events.ts';
import type { AuthorizedSeats, Roster, RosterProxy, RosterSeat } from './roster.ts';
import { seatingAt, votingRightAt } from './seat.ts';
import type { Seat, Seating } from './seat.ts';
import type { BodyState, Proxy, RoleTerm } from './state.ts';

/** Held by the seat itself, or by the person or organization that sits in it. */
const carries = (seat: Seat, seating: Seating | undefined, { holder }: RoleTerm): boolean =>
  holder.kind === 'seat'
    ? holder.id === seat.seatId
    : holder.kind === seating?.holder.kind && holder.id === seating.holder.id;

function rosterSeat(seat: Seat, roles: readonly RoleTerm[], at: When): RosterSeat {
  const seating = seatingAt(seat, at)?.seating;
  const alternates = seat.alternates.filter((alternate) => holdsAt(alternate, at) !== 'no');
  const carried = roles.filter((role) => carries(seat, seating, role));
  const coChairOf = carried.find(({ role }) => role === 'co_chair')?.constituencyId ?? seat.constituencyId;
  return {
    seatId: seat.seatId,
    label: seat.label,
    ...(seat.constituencyId !== undefined && { constituencyId: seat.constituencyId }),
    votingRight: votingRightAt(seat, at),
    filled: seating !== undefined,
    ...(seating && { holderId: seating.holder.id }),
    roles: [...new Set<Role>(carried.map(({ role }) => role))],
    ...(coChairOf !== undefined && coChairOf !== seat.constituencyId && { coChairOf }),
    alternateIds: alternates.map(({ personId }) => personId),
  };
}

/**
 * Voting seats by the composition rule in force; where none counts seats, the open voting seats. A rule
 * counts the seats of constituencies: open voting seats that belong to none come on top.
 */
function authorizedSeats(
  state: BodyState,
  constituencyIds: readonly string[],
  seats: readonly RosterSeat[],
  at: When,
): AuthorizedSeats {
  const counted = compositionRuleAt(state, at)?.perConstituency ?? [];
  const voting = seats.filter(({ votingRight }) => votingRight === 'full');
  const open = (id: string | undefined): number =>
    voting.filter(({ constituencyId }) => constituencyId === id).length;
  const authorized = (id: string): number =>
    counted.length === 0 ? open(id) : (counted.find((one) => one.constituencyId === id)?.voting ?? 0);
  const constituencies = constituencyIds.map((id) => ({ constituencyId: id, seats: authorized(id) }));
  const body = constituencies.reduce((sum, { seats }) => sum + seats, open(undefined));
  return { body, constituencies };
}

const rosterProxy = ({ proxyId, seatId, toSeatId, scope, scopeId, clauseRef }: Proxy): RosterProxy => ({
  proxyId,
  seatId,
  toSeatId,
  scope,
  ...(scopeId !== undefined && { scopeId }),
  ...(clauseRef && { clauseRef }),
});

const proxiesAt = ({ proxies }: BodyState, at: When): readonly RosterProxy[] =>
  [...proxies.values()].filter((proxy) => holdsAt(proxy, at) !== 'no').map(rosterProxy);

function rosterOf(state: BodyState, at: When): Omit<Roster, 'bodyId' | 'revision'> {
  const roles = [...state.roles.values()].filter((role) => holdsAt(role, at) !== 'no');
  const seats = openSeatsAt(state, at).map((seat) => rosterSeat(seat, roles, at));
  const constituencyIds = [...state.constituencies.values()]
    .filter((constituency) => holdsAt(constituency, at) !== 'no')
    .map(({ constituencyId }) => constituencyId);
  const dissolved = state.existence?.end;
  const proxies = proxiesAt(state, at);
  return {
    timeZone: state.timeZone,
    dissolved: dissolved !== undefined && holdsAt({ start: dissolved }, at) === 'certain',
    constituencyIds,
    seats,
    authorized: authorizedSeats(state, constituencyIds, seats, at),
    otherRoles: roles
      .filter(({ holder }) => holder.kind !== 'seat')
      .map(({ role, holder }) => ({ role, holderId: holder.id })),
    ...(proxies.length > 0 && { proxies }),
  };
}

const knownRoster = betweenChanges(rosterOf);

/** The body as it was at a time. Where dates are coarse, what may have been counts: see `seatingAt`. */
export const rosterAt = (
  state: BodyState,
  at: When,
  { bodyId, revision }: Readonly<{ bodyId: string; revision: number }>,
): Roster => ({ bodyId, revision, ...knownRoster(state, at) });
