import type { commitment, Finding, When } from '#governance';
import type { DerivedTotal } from '../claims/views.ts';
import type { Provenance } from '../provenance.ts';

/** `overdue`: it was due, and nobody recorded what became of it. */
export type CommitmentStanding = 'open' | 'overdue' | 'met' | 'missed' | 'released';

/** `unknown`: what is known does not tell. */
export type Reached = 'yes' | 'no' | 'unknown';

/** What the record itself counts, as far as it knows. */
export type DerivedProgress = Readonly<{
  counts: 'designated_schools';
  total: DerivedTotal;
  reached: Reached;
}>;

/** What was reported for a period (of a part): all reports of it, added. */
export type PeriodProgress = Readonly<{
  period: When;
  subject?: string;
  quantity: number;
  /** Absent where no number is to be reached. */
  reached?: boolean;
}>;

export type ShareProgress = Readonly<{
  period?: When;
  subject?: string;
  numerator: number;
  denominator: number;
  /** Rounded down to tenths, for display. */
  percent: number;
  reached?: boolean;
}>;

export type ReportView = Omit<commitment.CommitmentProgressReported, 'type'> &
  Readonly<{ provenance: Provenance }>;

/** How far it is: what the record counts, beside what was reported. */
export type ProgressView = Readonly<{
  derived?: DerivedProgress;
  periods?: readonly PeriodProgress[];
  shares?: readonly ShareProgress[];
  reports: readonly ReportView[];
  sentence: string;
}>;

/** It stands as met, and what the record counts says otherwise: neither is changed. */
export type CommitmentRemark = Readonly<{
  code: 'DERIVED_PROGRESS_FALLS_SHORT';
  target: number;
  /** What the record counts as of the time that is asked for. */
  derived: number;
  missing: number;
}>;

export type RevisionView = Omit<commitment.CommitmentRevised, 'type'> & Readonly<{ provenance: Provenance }>;

/** An event that made the commitment stand as it does. */
export type CommitmentStep = Readonly<{
  type: commitment.CommitmentEvent['type'];
  details: Readonly<Record<string, unknown>>;
  findings: readonly Finding[];
  provenance: Provenance;
}>;

export type CommitmentView = Omit<commitment.CommitmentMade, 'type'> &
  Readonly<{
    commitmentId: string;
    /** Of the commitment's stream. */
    revision: number;
    /** As of this time. */
    asOf: When;
    standing: CommitmentStanding;
    progress: ProgressView;
    remarks: readonly CommitmentRemark[];
    /** Where the motion that binds to it stands now, if it is no longer adopted. */
    authorityStatus?: string;
    /** Its making, its revisions and its settlement, in order: the terms above are what they come to. */
    because: readonly CommitmentStep[];
    provenance: Provenance;
  }>;
