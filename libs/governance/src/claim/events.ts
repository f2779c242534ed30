import type { Authority } from '../kernel/envelope.ts';
import type { Json } from '../kernel/json.ts';
import type { When } from '../kernel/when.ts';

/** What the record can work out by itself, and a source may state as well. */
export const derivedMeasures = ['designated_schools'] as const;
export type DerivedMeasure = (typeof derivedMeasures)[number];

/** With which derived number a claim can be compared. */
export type ClaimComparison = Readonly<{
  measure: DerivedMeasure;
  /** The programme whose schools are counted. */
  programId: string;
  /** Only those of these cohorts; absent: of all. */
  cohortIds?: readonly string[];
  /** The number in the claim's value that is compared. */
  figure: number;
}>;

/** A source says something. That it says so is a fact; whether it is so, the record does not decide. */
export type ClaimRecorded = Readonly<{
  type: 'ClaimRecorded';
  /** The id of what it is about: acronyms mean different things to different sources. */
  subject: string;
  predicate: string;
  value: Json;
  /** For when the source says it; absent where it does not say. */
  asOf?: When;
  sourceId: string;
  /** The source's revision that was read. */
  sourceRevision: number;
  locator: string;
  quote?: string;
  confidence?: 'stated' | 'implied' | 'derived';
  note?: string;
  comparison?: ClaimComparison;
}>;

/** An event of the record that a claim does not agree with. */
export type FactRef = Readonly<{ stream: string; revision: number }>;

/** Something stands against a claim: another claim, or an event that the record itself holds. */
export type ClaimDisputed = Readonly<{
  type: 'ClaimDisputed';
  byClaimId?: string;
  byFact?: FactRef;
  reason?: string;
}>;

/** Somebody with authority says how claims that contradict each other are to be read; all of them stay. */
export type ClaimReconciled = Readonly<{
  type: 'ClaimReconciled';
  withClaimIds: readonly string[];
  /** The claim to follow; absent where all of them hold once they are read as the rationale says. */
  preferredClaimId?: string;
  rationale: string;
  authority?: Authority;
}>;

/** The publisher no longer says so. What it said, and until when, stays in the record. */
export type ClaimRetracted = Readonly<{
  type: 'ClaimRetracted';
  publisher: string;
  /** Where the publisher takes it back. */
  sourceId?: string;
  locator?: string;
  reason?: string;
}>;

export type ClaimEvent = ClaimRecorded | ClaimDisputed | ClaimReconciled | ClaimRetracted;

/** Every type that a stream of this category may hold. */
export const eventTypes = Object.keys({
  ClaimRecorded: true,
  ClaimDisputed: true,
  ClaimReconciled: true,
  ClaimRetracted: true,
} satisfies Record<ClaimEvent['type'], true>);
