import type { Authority } from '../kernel/envelope.ts';
import type { When } from '../kernel/when.ts';

/** How many schools; `unknown` is recorded as such and never filled in. */
export type CohortSize = number | 'unknown';

/** What an application is judged by. */
export type Criterion = Readonly<{
  criterionId: string;
  text: string;
  /** The best score; without it, scores have no upper bound. */
  maxScore?: number;
}>;

/** A school of a selection, with its application as it stood then. */
export type SelectedSchool = Readonly<{
  schoolId: string;
  /** Absent where no application is on record. */
  applicationId?: string;
  applicationRevision?: number;
}>;

export type CohortDefined = Readonly<{
  type: 'CohortDefined';
  /** The body whose secretary keeps the record of the cohort. */
  bodyId: string;
  /** The programme in which cohorts follow one another. */
  programId: string;
  /** The organization that runs the programme, where it is not the body. */
  organizationId?: string;
  label: string;
  /** Its place among the cohorts of the programme. */
  ordinal?: number;
  /** When its schools join, as precisely as it is known. */
  schoolYear: When;
  plannedSize: CohortSize;
  authorityRef?: Authority;
}>;
export type ApplicationCallOpened = Readonly<{
  type: 'ApplicationCallOpened';
  opensAt: When;
  closesAt: When;
  criteriaVersion: string;
  criteria: readonly Criterion[];
  priorities: readonly string[];
  /** Whether the site body has to sign an application off before it is submitted. */
  siteSignOffRequired: boolean;
}>;
export type ApplicationCallExtended = Readonly<{
  type: 'ApplicationCallExtended';
  closesAt: When;
  reason?: string;
}>;
export type ApplicationCallClosed = Readonly<{ type: 'ApplicationCallClosed' }>;
export type CohortSizeRevised = Readonly<{
  type: 'CohortSizeRevised';
  from: CohortSize;
  to: CohortSize;
  reason?: string;
}>;
export type CohortSelectionApproved = Readonly<{
  type: 'CohortSelectionApproved';
  /** Absent where no motion is on record. */
  motionId?: string;
  /** The motion's revision at which its adoption was read. */
  motionRevision?: number;
  schools: readonly SelectedSchool[];
}>;
/** The cohort is complete. `size` is what a source states; where selections are on record, they are counted. */
export type CohortClosed = Readonly<{ type: 'CohortClosed'; size?: number }>;

export type CohortEvent =
  | CohortDefined
  | ApplicationCallOpened
  | ApplicationCallExtended
  | ApplicationCallClosed
  | CohortSizeRevised
  | CohortSelectionApproved
  | CohortClosed;

const named: Readonly<Record<CohortEvent['type'], true>> = {
  CohortDefined: true,
  ApplicationCallOpened: true,
  ApplicationCallExtended: true,
  ApplicationCallClosed: true,
  CohortSizeRevised: true,
  CohortSelectionApproved: true,
  CohortClosed: true,
};

/** The names of all events of a cohort; the compiler sees to it that none is missing. */
export const eventTypes = Object.keys(named) as readonly CohortEvent['type'][];
