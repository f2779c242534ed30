import type { Role, VotingRight } from '../body/events.ts';
import type { AuthorizedSeats, Roster, RosterSeat } from '../body/roster.ts';

/** A seat in the eligibility snapshot: later roster changes cannot touch the vote. */
export type EligibleSeat = Readonly<{
  seatId: string;
  label: string;
  constituencyId?: string;
  votingRight: VotingRight;
  filled: boolean;
  roles: readonly Role[];
  /** The constituency that a co-chair chairs for, where it is not that of the seat. */
  coChairOf?: string;
}>;

export type Eligibility = Readonly<{
  constituencyIds: readonly string[];
  seats: readonly EligibleSeat[];
  authorized: AuthorizedSeats;
}>;

/** A seat as the arithmetic sees it: an eligible seat, whatever it is called. */
export type Seat = Omit<EligibleSeat, 'label'>;

/** Who may be counted: an `Eligibility` is one, and so is a `Roster`. */
export type Electorate = Readonly<{
  constituencyIds: readonly string[];
  seats: readonly Seat[];
  authorized: AuthorizedSeats;
}>;

/** The scope of the whole body; every other scope is the id of a constituency. */
export const bodyScope = 'body';

/** A seat without a constituency counts for the body only. */
export const isInScope = (seat: Pick<Seat, 'constituencyId'>, scope: string): boolean =>
  scope === bodyScope || seat.constituencyId === scope;

/** The seats that count in a scope: filled, with a full voting right. */
export const countedSeats = ({ seats }: Electorate, scope: string = bodyScope): readonly Seat[] =>
  seats.filter((seat) => seat.votingRight === 'full' && seat.filled && isInScope(seat, scope));

/** Voting seats that a scope is entitled to, vacant or not; a constituency that no rule names has none. */
export function authorizedSeats({ authorized }: Electorate, scope: string): number {
  if (scope === bodyScope) return authorized.body;
  return authorized.constituencies.find((each) => each.constituencyId === scope)?.seats ?? 0;
}

/** The electorate as if some counted seats did not exist: out of the filled and out of the authorized seats. */
export function withoutSeats(electorate: Electorate, seatIds: ReadonlySet<string>): Electorate {
  const leaving = (scope: string): number =>
    countedSeats(electorate, scope).filter(({ seatId }) => seatIds.has(seatId)).length;
  const remaining = (scope: string): number =>
    Math.max(0, authorizedSeats(electorate, scope) - leaving(scope));
  return {
    constituencyIds: electorate.constituencyIds,
    seats: electorate.seats.filter(({ seatId }) => !seatIds.has(seatId)),
    authorized: {
      body: remaining(bodyScope),
      constituencies: electorate.authorized.constituencies.map(({ constituencyId }) => ({
        constituencyId,
        seats: remaining(constituencyId),
      })),
    },
  };
}

/** Roles of a seat, and those that its holder has in person: a chair elected by name presides from a seat. */
export const rolesOf = ({ roles, holderId }: RosterSeat, { otherRoles }: Roster): readonly Role[] => [
  ...new Set([
    ...roles,
    ...otherRoles.filter((other) => other.holderId === holderId).map((other) => other.role),
  ]),
];

/** The snapshot that a vote pins: open seats of a body at one time, without the persons in them. */
export const eligibilityOf = (roster: Roster): Eligibility => ({
  constituencyIds: roster.constituencyIds,
  seats: roster.seats.map((seat) => ({
    seatId: seat.seatId,
    label: seat.label,
    ...(seat.constituencyId === undefined ? {} : { constituencyId: seat.constituencyId }),
    votingRight: seat.votingRight,
    filled: seat.filled,
    roles: rolesOf(seat, roster),
    ...(seat.coChairOf === undefined ? {} : { coChairOf: seat.coChairOf }),
  })),
  authorized: roster.authorized,
});
