import type { Certainty, cohort, When } from '#governance';
import type { Standing } from '../motion-standing.ts';
import type { Provenance } from '../provenance.ts';
import type { Stated } from '../statements.ts';

export type CohortStatus = 'defined' | 'call_open' | 'call_closed' | 'closed';

export type CohortSummary = Readonly<{
  cohortId: string;
  /** Absent, as what follows but the status, where its definition is not in the record. */
  bodyId?: string;
  programId?: string;
  label?: string;
  status: CohortStatus;
}>;

/**
 * How many schools: as a source states it of the closed cohort, counted from the selections of a closed cohort, as
 * planned, or unknown. What is unknown is never filled in; `atLeast` is a lower bound and no more.
 */
export type CohortSizeView = Readonly<{
  basis: 'stated' | 'selected' | 'planned' | 'unknown';
  schools?: number;
  atLeast: number;
}>;

export type CallView = Stated<cohort.ApplicationCallOpened> &
  Readonly<{ extensions: readonly Stated<cohort.ApplicationCallExtended>[]; closed?: Provenance }>;

export type SelectionView = Stated<cohort.CohortSelectionApproved> &
  Readonly<{
    motionStanding?: Standing;
    /** The motion does not stand: what depends on it waits, or has lost its ground (RR-08). */
    flagged: boolean;
  }>;

export type CohortView = CohortSummary &
  Readonly<{
    revision: number;
    /** Instant, ISO 8601 UTC; absent where everything that is known by now was asked for. */
    knownAt?: string;
    definition?: Stated<cohort.CohortDefined>;
    size: CohortSizeView;
    /** In the order of the record, as all that follows. */
    sizeRevisions: readonly Stated<cohort.CohortSizeRevised>[];
    calls: readonly CallView[];
    selections: readonly SelectionView[];
    closed?: Stated<cohort.CohortClosed>;
  }>;

/** A sum with honest unknowns: of the parts that are known, and how many are not. */
export type RunningTotal = Readonly<{
  known: number;
  unknownParts: number;
  /** The known parts with the lower bounds of the unknown ones. */
  atLeast: number;
  /** How many of the known parts are only planned. */
  plannedParts: number;
}>;

export type RegisterEntry = Readonly<{
  cohortId: string;
  label: string;
  ordinal?: number;
  schoolYear: When;
  status: CohortStatus;
  size: CohortSizeView;
  /** Whether its schools had joined at the time asked for, as far as that is known. */
  joined: Exclude<Certainty, 'no'>;
  /** Schools on record as designated into it at that time: certainly, or possibly. */
  designated: Readonly<{ certain: number; possible: number }>;
  /** Of this cohort and those before it. */
  runningTotal: RunningTotal;
  provenance: Provenance;
}>;

export type UnplacedSchool = Readonly<{
  schoolId: string;
  name?: string;
  held: Exclude<Certainty, 'no'>;
}>;

export type CohortRegisterView = Readonly<{
  programId: string;
  bodyId?: string;
  /** Absent where cohorts of any time were asked for. */
  asOf?: When;
  /** Instant, ISO 8601 UTC; absent where everything that is known by now was asked for. */
  knownAt?: string;
  /** By their place in the programme, as far as it is stated, then by when their schools joined. */
  cohorts: readonly RegisterEntry[];
  /** Of the cohorts that had certainly joined. */
  total: RunningTotal;
  /** Of those that may have. */
  possible: RunningTotal;
  /** Designated schools of which no source says the cohort: they may be among those counted, and are not added. */
  cohortUnknown: readonly UnplacedSchool[];
}>;
