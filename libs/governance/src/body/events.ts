import type { ClauseRef } from '../kernel/envelope.ts';
import type { When } from '../kernel/when.ts';
import type { JudgedBy } from '../motion/bound-rule-pin.ts';

export const regimes = ['BROWN_ACT', 'GREENE_ACT', 'EERA_EXEMPT', 'BYLAWS_ONLY', 'UNDETERMINED'] as const;
export type Regime = (typeof regimes)[number];

/** `unknown` is for imports only: a source names the seat and not its vote. */
export const votingRights = ['full', 'advisory', 'none', 'unknown'] as const;
export type VotingRight = (typeof votingRights)[number];

export const roles = [
  'chair',
  'co_chair',
  'vice_chair',
  'secretary',
  'convener',
  'facilitator',
  'process_observer',
] as const;
export type Role = (typeof roles)[number];

/** Who lead or watch the process and take no side in it: they never carry a vote (meeting rule SP-11). */
export const neutralRoles: ReadonlySet<Role> = new Set<Role>(['convener', 'facilitator', 'process_observer']);

export const booksOfOrder = ['RONR', 'ROSENBERG', 'NONE'] as const;

/** By which rules of order a body proceeds: Robert's, Rosenberg's, or, as it has said itself, none. */
export type RulesOfOrder = Readonly<{
  rulesOfOrder: (typeof booksOfOrder)[number];
  /** Whether a motion that does not outrank the pending one is refused, or noted. */
  precedence: 'strict' | 'advisory';
  /** The rules for boards of about a dozen or fewer: motions need no second. RONR (12th ed.) 49:21. */
  smallBoard: boolean;
  clauseRef?: ClauseRef;
  effectiveFrom: When;
}>;

export const vacancyReasons = [
  'resigned',
  'term_expired',
  'removed',
  'absences',
  'ineligible',
  'deceased',
  'unknown',
] as const;
export type VacancyReason = (typeof vacancyReasons)[number];

export type Holder = Readonly<{ kind: 'seat' | 'person' | 'organization'; id: string }>;

/** Authorized seats of one constituency. */
export type ConstituencySeats = Readonly<{ constituencyId: string; voting: number; advisory?: number }>;

export type BodyEstablished = Readonly<{
  type: 'BodyEstablished';
  name: string;
  classification: string;
  /** IANA name; all dates of the body are read and all clocks run in it. */
  timeZone: string;
  parentBodyId?: string;
  foundingClause?: ClauseRef;
  purpose?: string;
}>;
export type OpenMeetingRegimeDetermined = Readonly<{
  type: 'OpenMeetingRegimeDetermined';
  regime: Regime;
  basis: string;
  effectiveFrom: When;
}>;
export type RulesOfOrderAdopted = Readonly<{ type: 'RulesOfOrderAdopted' } & RulesOfOrder>;
/** What is for the members of a body unless it publishes it, or whoever records it does. */
export const publishables = ['draft_minutes', 'application_reviews'] as const;
export type Publishable = (typeof publishables)[number];
/** Rules of the rulebook that need not bind the body, and to which it keeps as a policy of its own. */
export type PublicationPolicyAdopted = Readonly<{
  type: 'PublicationPolicyAdopted';
  ruleIds: readonly string[];
  publishes?: readonly Publishable[];
  clauseRef?: ClauseRef;
  effectiveFrom: When;
}>;
export type WitnessAppointed = Readonly<{
  type: 'WitnessAppointed';
  witnessId: string;
  /** The party whose witness it is. */
  organizationId: string;
  /** Its key for cosignatures (C2SP signed-note): `name+id+key`. */
  vkey: string;
  /** Where it is asked (C2SP tlog-witness): its submission prefix. */
  url: string;
  /** Seconds after a checkpoint by which its cosignature is late; an hour where none are said. */
  withinSeconds?: number;
}>;
export type WitnessDismissed = Readonly<{ type: 'WitnessDismissed'; witnessId: string; reason?: string }>;
/** No cosignature of the witness covers so many entries, and it is late. */
export type CosignatureMissed = Readonly<{
  type: 'CosignatureMissed';
  witnessId: string;
  /** Of the first checkpoint that it has not cosigned. */
  size: number;
  publishedAt: string;
  withinSeconds: number;
}>;
/** The witness has cosigned a checkpoint of that size, which covers what it missed; by its own clock. */
export type CosignatureCaughtUp = Readonly<{
  type: 'CosignatureCaughtUp';
  witnessId: string;
  size: number;
  cosignedAt: string;
}>;
/** The rules of its clauses hold for the body; each has its own time in force. */
export type GoverningInstrumentNamed = Readonly<{
  type: 'GoverningInstrumentNamed';
  instrumentId: string;
  /** At which the instrument was read. */
  instrumentRevision: number;
}>;
/** It governs the body no longer, from the envelope's `occurredAt`. */
export type GoverningInstrumentReleased = Readonly<{
  type: 'GoverningInstrumentReleased';
  instrumentId: string;
  reason?: string;
}>;
export type ConstituencyDefined = Readonly<{
  type: 'ConstituencyDefined';
  constituencyId: string;
  name: string;
  organizationId?: string;
}>;
export type CompositionRuleAdopted = Readonly<
  JudgedBy & {
    type: 'CompositionRuleAdopted';
    /** Absent where no source names the clause; that is a finding. */
    clauseRef?: ClauseRef;
    perConstituency: readonly ConstituencySeats[];
    /** Body seats, all constituencies and those without one; where the clause states it. */
    min?: number;
    max?: number;
    /** Every constituency has as many voting seats as every other. */
    parity?: boolean;
    /** Stated percentages of the voting seats, where a clause gives shares instead of numbers. */
    shares?: readonly Readonly<{ constituencyId: string; percent: number }>[];
  }
>;
export type SeatOpened = Readonly<
  JudgedBy & {
    type: 'SeatOpened';
    seatId: string;
    label: string;
    /** Absent where no source says to which constituency the seat belongs. */
    constituencyId?: string;
    appointingAuthorityId?: string;
    nominatorIds: readonly string[];
    votingRight: VotingRight;
    exOfficioOf?: string;
  }
>;
export type SeatClosed = Readonly<JudgedBy & { type: 'SeatClosed'; seatId: string; reason?: string }>;
export type SeatVotingRightChanged = Readonly<
  JudgedBy & {
    type: 'SeatVotingRightChanged';
    seatId: string;
    votingRight: VotingRight;
    clauseRef?: ClauseRef;
  }
>;
/** How a seat shows who sits in it. */
export const displayNamePolicies = ['full', 'initials', 'seat_only'] as const;
export type DisplayNamePolicy = (typeof displayNamePolicies)[number];
export type DisplayNamePolicySet = Readonly<{
  type: 'DisplayNamePolicySet';
  seatId: string;
  policy: DisplayNamePolicy;
  /** The seat is for minors: whoever sits in it is never shown by name. */
  minor: boolean;
}>;
export type SeatNominationReceived = Readonly<{
  type: 'SeatNominationReceived';
  seatId: string;
  nominatorId: string;
  personId: string;
}>;
/** A seating (Popolo Membership): one person or organization in one seat for one term. */
export type SeatFilled = Readonly<
  JudgedBy & {
    type: 'SeatFilled';
    seatId: string;
    seatingId: string;
    holder: Readonly<{ kind: 'person' | 'organization'; id: string }>;
    startsAt: When;
    endsAt?: When;
    appointedBy?: string;
    instrumentRef?: ClauseRef;
  }
>;
/** The seating ends at the envelope's `occurredAt`. */
export type SeatVacated = Readonly<{
  type: 'SeatVacated';
  seatId: string;
  seatingId: string;
  reason: VacancyReason;
}>;
export type SeatTermExtended = Readonly<{
  type: 'SeatTermExtended';
  seatId: string;
  seatingId: string;
  until: When;
  basis: 'holdover' | 'reappointment';
}>;
export type AlternateDesignated = Readonly<{ type: 'AlternateDesignated'; seatId: string; personId: string }>;
export type AlternateRevoked = Readonly<{ type: 'AlternateRevoked'; seatId: string; personId: string }>;
export type ProxyGranted = Readonly<{
  type: 'ProxyGranted';
  proxyId: string;
  seatId: string;
  toSeatId: string;
  scope: 'body' | 'meeting' | 'motion';
  /** The meeting or motion, where the scope is one. */
  scopeId?: string;
  expiresAt?: When;
  /** The clause lets a seat of another constituency hold it (meeting rule SP-07). */
  acrossConstituencies?: boolean;
  /** The clause that allows proxies; absent where the body has none, which is a finding. */
  clauseRef?: ClauseRef;
}>;
export type ProxyRevoked = Readonly<{ type: 'ProxyRevoked'; proxyId: string; seatId: string }>;
export type RoleAssigned = Readonly<{
  type: 'RoleAssigned';
  roleId: string;
  role: Role;
  holder: Holder;
  /** The constituency that a co-chair chairs for. */
  constituencyId?: string;
}>;
export type RoleEnded = Readonly<{ type: 'RoleEnded'; roleId: string; reason?: string }>;
export type InterestDeclared = Readonly<{
  type: 'InterestDeclared';
  interestId: string;
  seatId: string;
  subject: string;
  nature: string;
}>;
export type InterestWithdrawn = Readonly<{ type: 'InterestWithdrawn'; interestId: string; seatId: string }>;
/** On the subcommittee's own stream; its parent is in `BodyEstablished`. */
export type SubcommitteeCharged = Readonly<{
  type: 'SubcommitteeCharged';
  charge: string;
  cadence?: string;
  reportsBy?: When;
  expiresAt?: When;
}>;
export type BodySucceeded = Readonly<{ type: 'BodySucceeded'; successorId: string }>;
export type BodyDissolved = Readonly<{ type: 'BodyDissolved'; reason?: string }>;

export type BodyEvent =
  | BodyEstablished
  | OpenMeetingRegimeDetermined
  | RulesOfOrderAdopted
  | PublicationPolicyAdopted
  | GoverningInstrumentNamed
  | GoverningInstrumentReleased
  | WitnessAppointed
  | WitnessDismissed
  | CosignatureMissed
  | CosignatureCaughtUp
  | ConstituencyDefined
  | CompositionRuleAdopted
  | SeatOpened
  | SeatClosed
  | SeatVotingRightChanged
  | DisplayNamePolicySet
  | SeatNominationReceived
  | SeatFilled
  | SeatVacated
  | SeatTermExtended
  | AlternateDesignated
  | AlternateRevoked
  | ProxyGranted
  | ProxyRevoked
  | RoleAssigned
  | RoleEnded
  | InterestDeclared
  | InterestWithdrawn
  | SubcommitteeCharged
  | BodySucceeded
  | BodyDissolved;

/** Every type that a stream of this category may hold. */
export const eventTypes = Object.keys({
  BodyEstablished: true,
  OpenMeetingRegimeDetermined: true,
  RulesOfOrderAdopted: true,
  PublicationPolicyAdopted: true,
  GoverningInstrumentNamed: true,
  GoverningInstrumentReleased: true,
  WitnessAppointed: true,
  WitnessDismissed: true,
  CosignatureMissed: true,
  CosignatureCaughtUp: true,
  ConstituencyDefined: true,
  CompositionRuleAdopted: true,
  SeatOpened: true,
  SeatClosed: true,
  SeatVotingRightChanged: true,
  DisplayNamePolicySet: true,
  SeatNominationReceived: true,
  SeatFilled: true,
  SeatVacated: true,
  SeatTermExtended: true,
  AlternateDesignated: true,
  AlternateRevoked: true,
  ProxyGranted: true,
  ProxyRevoked: true,
  RoleAssigned: true,
  RoleEnded: true,
  InterestDeclared: true,
  InterestWithdrawn: true,
  SubcommitteeCharged: true,
  BodySucceeded: true,
  BodyDissolved: true,
} satisfies Record<BodyEvent['type'], true>);
