import type { body, Certainty, When } from '#governance';
import type { Provenance } from '../provenance.ts';

/** What the record allows to say of a time: `certain`, or `possible` where a date is known too coarsely. */
export type Held = Exclude<Certainty, 'no'>;

/**
 * `filled`: somebody certainly held the seat. `possibly_filled`: a term may have covered the time.
 * `vacant`: nobody did. `unrecorded`: no holder is recorded by then, of a seat that is known from a source
 * only; the source does not say that there was none.
 */
export type Occupancy = 'filled' | 'possibly_filled' | 'vacant' | 'unrecorded';

export type SeatingInForce = Readonly<{
  seatingId: string;
  holder: body.SeatFilled['holder'];
  /** As the seat shows it, where the name is public. */
  name?: string;
  held: Held;
  startsAt: When;
  /** The end of the term as extended, or the vacancy; absent until further notice. */
  endsAt?: When;
  appointedBy?: string;
  provenance: Provenance;
}>;

export type AlternateInForce = Readonly<{
  personId: string;
  held: Held;
  since: When;
  until?: When;
  provenance: Provenance;
}>;

export type RoleInForce = Readonly<{
  roleId: string;
  role: body.Role;
  holder: body.Holder;
  /** The constituency that a co-chair chairs for. */
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
  /** Those that are certain; without any, all that are possible. */
  seatings: readonly SeatingInForce[];
  alternates: readonly AlternateInForce[];
  /** Of the seat, and of whoever sits in it. */
  roles: readonly RoleInForce[];
  provenance: Provenance;
}>;

/** Numbers of voting seats. */
export type SeatTotals = Readonly<{
  /** By the composition rule in force; without one that counts seats, the open voting seats. */
  authorized: number;
  filled: number;
  possiblyFilled: number;
  /** Open voting seats that are neither. */
  unfilled: number;
}>;

export type ConstituencyComposition = Readonly<{ constituencyId: string; name: string }> & SeatTotals;

export type RuleInForce = Omit<body.CompositionRuleAdopted, 'type'> &
  Readonly<{ since: When; provenance: Provenance }>;

/** Who sat in a body at a time, as the record knew it at a time. */
export type CompositionView = Readonly<{
  bodyId: string;
  asOf: When;
  /** Instant, ISO 8601 UTC; absent where everything that is known by now was asked for. */
  knownAt?: string;
  /** Whether the body existed then: `no` before its establishment and after its dissolution. */
  exists: Certainty;
  body: SeatTotals;
  /** In the order in which they were defined. */
  constituencies: readonly ConstituencyComposition[];
  rule?: RuleInForce;
  /** In the order in which they were opened. */
  seats: readonly SeatInForce[];
  /** Roles held by persons or organizations, in a seat or not. */
  officers: readonly RoleInForce[];
}>;
