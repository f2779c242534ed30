import type { Certainty, school, When } from '#governance';
import type { Standing } from '../motion-standing.ts';
import type { Stated } from '../statements.ts';

export type SchoolStatus = 'registered' | 'designated' | 'suspended' | 'ended' | 'merged';

export type SchoolSummary = Readonly<{
  schoolId: string;
  /** Absent, as the name is, where its registration is not in the record. */
  bodyId?: string;
  name?: string;
  /** By the last event on it. */
  status: SchoolStatus;
  /** Of the last designation, where the cohort is known. */
  cohortId?: string;
}>;

/** An act on a designation. */
export type DesignationAct =
  | (Stated<school.DesignationRenewed> & Readonly<{ act: 'DesignationRenewed' }>)
  | (Stated<school.DesignationSuspended> & Readonly<{ act: 'DesignationSuspended' }>)
  | (Stated<school.DesignationRestored> & Readonly<{ act: 'DesignationRestored' }>)
  | (Stated<school.DesignationEnded> & Readonly<{ act: 'DesignationEnded' }>);

export type DesignationView = Stated<school.SchoolDesignated> &
  Readonly<{
    /** Whether it holds at the time asked for, as far as its dates are known. */
    held: Certainty;
    /** Whether it is suspended at that time. */
    suspended: Certainty;
    /** Until when it was granted last; it does not end by itself. */
    grantedUntil?: When;
    /** In the order of the record. */
    acts: readonly DesignationAct[];
    /** Motions on which it rests and that do not stand: it waits, or has lost its ground (RR-08). */
    flags: readonly (Standing & Readonly<{ motionId: string }>)[];
  }>;

export type SchoolView = Readonly<{
  schoolId: string;
  revision: number;
  /** Absent, as the name is, where its registration is not in the record. */
  bodyId?: string;
  organizationId?: string;
  name?: string;
  otherNames: readonly string[];
  asOf: When;
  /** Instant, ISO 8601 UTC; absent where everything that is known by now was asked for. */
  knownAt?: string;
  /** Whether it is designated at the time asked for. */
  designated: Certainty;
  /** In the order of the record, as all that follows; never two at a time. */
  designations: readonly DesignationView[];
  renamings: readonly Stated<school.SchoolRenamed>[];
  siteBodies: readonly Stated<school.SiteBodyFormed>[];
  siteLeaders: readonly Stated<school.SiteLeaderChanged>[];
  coordinators: readonly Stated<school.CoordinatorAssigned>[];
  merged?: Stated<school.SchoolMerged>;
}>;
