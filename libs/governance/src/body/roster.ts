import type { ProxyGranted, Role, VotingRight } from './events.ts';

/** A seat as a vote or a meeting sees it, at one time. */
export type RosterSeat = Readonly<{
  seatId: string;
  label: string;
  constituencyId?: string;
  votingRight: VotingRight;
  filled: boolean;
  /** The holder, where the seat is filled. */
  holderId?: string;
  /** Roles that the seat holds at that time: `co_chair`, `chair`, … */
  roles: readonly Role[];
  /** The constituency that a co-chair chairs for, where it is not that of the seat. */
  coChairOf?: string;
  /** Persons who may sit for the holder at that time. */
  alternateIds: readonly string[];
}>;

/** A proxy in force: one seat votes for another (meeting rule SP-07). */
export type RosterProxy = Readonly<
  Pick<ProxyGranted, 'proxyId' | 'seatId' | 'toSeatId' | 'scope' | 'scopeId' | 'clauseRef'>
>;

/** Voting seats that the composition rule authorizes; without a rule, the open voting seats. */
export type AuthorizedSeats = Readonly<{
  body: number;
  constituencies: readonly Readonly<{ constituencyId: string; seats: number }>[];
}>;

/** The seats that are open at a time, filled or not; `seats` counts those that vote or advise. */
export type Composed = Readonly<{
  bodyId: string;
  revision: number;
  constituencies: readonly Readonly<{ constituencyId: string; voting: number; advisory: number }>[];
  seats: number;
}>;

/** Who held which seat at a time: what other streams read of a body, pinned by its revision. */
export type Roster = Readonly<{
  bodyId: string;
  revision: number;
  timeZone: string;
  dissolved: boolean;
  /** Constituencies in the order in which they were defined. */
  constituencyIds: readonly string[];
  seats: readonly RosterSeat[];
  authorized: AuthorizedSeats;
  /** Roles held by persons or organizations: the convener who calls to order, the facilitator who may not vote. */
  otherRoles: readonly Readonly<{ role: Role; holderId: string }>[];
  /** Absent where none is in force. */
  proxies?: readonly RosterProxy[];
}>;
