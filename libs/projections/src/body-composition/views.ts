import type { body, Certainty, When } from '#governance';
import type { Provenance } from '../provenance.ts';

/** What the record allows to say at a time: `certain`, or `possible` where a date is known too coarsely. */
export type Held = Exclude<Certainty, 'no'>;

/**
 * `filled`: somebody certainly held the seat. `possibly_filled`: a term may have covered the time.
 * `vacant`: nobody did, and the record says so. `unrecorded`: the record knows of no holder by then and does
 * not claim that there was none (a seat known from a source only).
 */
export type Occupancy = 'filled' | 'possibly_filled' | 'vacant' | 'unrecorded';

export type SeatingInForce = Readonly<{
  seatingId: string;
  holder: body.SeatFilled['holder'];
  held: Held;
  startsAt: When;
  /** The end of the term as extended, or the vacancy; absent until further notice. */
  endsAt?: When;
  appointedBy?: string;
  provenance: Provenance;
}>;

export type AlternateInForce = Readonly<{ personId: string; held: Held; provenance: Provenance }>;

export type RoleInForce = Readonly<{
  roleId: string;
  role: body.Role;
  holder: body.Holder;
  constituencyId?: string;
  held: Held;
  since: When;
  until?: When;
  provenance: Provenance;
}>;

export type SeatInForce = Readonly<{
  seatId: string;
  label: string;
  constituencyId?: string;
  votingRight: body.VotingRight;
  appointingAuthorityId?: string;
  nominatorIds: readonly string[];
  exOfficioOf?: string;
  /** `possible` where the seat may have been opened later or closed before. */
  open: Held;
  occupancy: Occupancy;
  /** The certain one, or all that are possible. */
  seatings: readonly SeatingInForce[];
  alternates: readonly AlternateInForce[];
  roles: readonly RoleInForce[];
  provenance: Provenance;
}>;

/** Numbers of voting seats. */
export type SeatTotals = Readonly<{
  /** By the composition rule in force; without one, the open voting seats. */
  authorized: number;
  filled: number;
  possiblyFilled: number;
  /** Open voting seats that are neither. */
  unfilled: number;
}>;

export type ConstituencyComposition = Readonly<{ constituencyId: string; name?: string } & SeatTotals>;

/** Who sat in a body at a time, as the record knew it at a time. */
export type CompositionView = Readonly<{
  bodyId: string;
  asOf: When;
  /** Instant, ISO 8601 UTC. */
  knownAt: string;
  body: SeatTotals;
  /** In the order in which they were defined. */
  constituencies: readonly ConstituencyComposition[];
  rule?: Omit<body.CompositionRuleAdopted, 'type'> & Readonly<{ provenance: Provenance }>;
  seats: readonly SeatInForce[];
  /** Roles held by persons or organizations; those of seats stand with the seat, too. */
  officers: readonly RoleInForce[];
}>;
