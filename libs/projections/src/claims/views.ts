import type { claim } from '#governance';
import type { Provenance } from '../provenance.ts';

/** Whether something stands against it. Whatever its status, a claim is shown as it was recorded. */
export type ClaimStatus = 'standing' | 'disputed' | 'reconciled' | 'retracted';

export type DisputeView = Omit<claim.ClaimDisputed, 'type'> & Readonly<{ provenance: Provenance }>;

export type ReconciliationView = Omit<claim.ClaimReconciled, 'type'> &
  Readonly<{
    /** The claim on which it was recorded. */
    ofClaimId: string;
    provenance: Provenance;
  }>;

export type RetractionView = Omit<claim.ClaimRetracted, 'type'> & Readonly<{ provenance: Provenance }>;

export type ClaimView = Omit<claim.ClaimRecorded, 'type'> &
  Readonly<{
    claimId: string;
    /** Of the claim's stream. */
    revision: number;
    status: ClaimStatus;
    disputes: readonly DisputeView[];
    /** Those that name the claim, on whichever claim they were recorded. */
    reconciliations: readonly ReconciliationView[];
    retraction?: RetractionView;
    provenance: Provenance;
  }>;

/** One of several claims on the same thing. */
export type ClaimInGroup = Pick<
  ClaimView,
  'claimId' | 'value' | 'asOf' | 'sourceId' | 'locator' | 'confidence' | 'status'
>;

/** Claims that say the same thing of the same subject, and do not agree. */
export type Contradiction = Readonly<{
  subject: string;
  predicate: string;
  /** `contradictory`: two values may be for one time; `changes`: each value is for a time of its own. */
  verdict: 'contradictory' | 'changes';
  claims: readonly ClaimInGroup[];
  reconciliations: readonly ReconciliationView[];
  sentence: string;
}>;

/** A cohort as a term of a sum. */
export type TermView = Readonly<{
  cohortId: string;
  label: string;
  ordinal?: number;
  /** Absent where it is unknown. */
  size?: number;
  /** `selected`: counted; `stated`: as it was closed; `planned`; `unknown`. Without schools that had left. */
  basis: 'selected' | 'stated' | 'planned' | 'unknown';
  /** Where it is unknown whether some left: so many there are at least. */
  atLeast?: number;
  /** Schools of it whose designation is on record and held for certain: fewer than there are, where it is not complete. */
  onRecord?: number;
}>;

export type DerivedTotal = Readonly<{
  terms: readonly TermView[];
  /** As in "17 + 13 + ? + ? + 8". */
  text: string;
  /** The sum of what is known: the total itself where nothing is unknown. */
  known: number;
  unknownCohortIds: readonly string[];
}>;

/** A number that is stated, or committed to, beside the one that is derived. */
export type ComparedNumber = Readonly<{
  claimId?: string;
  commitmentId?: string;
  figure: number;
  total: DerivedTotal;
  /**
   * `needs`: holds if the unknown cohorts total `remainder`; `impossible`: holds in no case. `reached`: a target, by
   * what is known already.
   */
  verdict: 'agrees' | 'differs' | 'needs' | 'impossible' | 'reached';
  /** What the unknown cohorts would have to total; without any, how much is missing. */
  remainder: number;
}>;

export type TotalsComparison = Readonly<{
  programId: string;
  measure: claim.DerivedMeasure;
  derived: DerivedTotal;
  claims: readonly ComparedNumber[];
  targets: readonly ComparedNumber[];
  sentences: readonly string[];
}>;

/** What claims say, side by side, and held against what the record counts. It changes neither. */
export type ClaimDifferences = Readonly<{
  contradictions: readonly Contradiction[];
  totals: readonly TotalsComparison[];
}>;
