import type { When } from '../kernel/when.ts';

/** What carries an act: a motion, and its revision at which its adoption was read; absent where none is on record. */
type Carried = Readonly<{ motionId?: string; motionRevision?: number }>;

/** LSLC: local school leadership council; CSIT: community school implementation team; SGT: site governance team. */
export const siteBodyKinds = ['LSLC', 'CSIT', 'SGT', 'other'] as const;
export type SiteBodyKind = (typeof siteBodyKinds)[number];

export type SchoolRegistered = Readonly<{
  type: 'SchoolRegistered';
  name: string;
  otherNames?: readonly string[];
  /** The body whose secretary keeps the record of the school. */
  bodyId: string;
  /** The organization that the school belongs to. */
  organizationId?: string;
}>;
export type SchoolDesignated = Carried &
  Readonly<{
    type: 'SchoolDesignated';
    /** Absent where the cohort is unknown. */
    cohortId?: string;
    /** The cohort's revision, and the application's, at which they were read. */
    cohortRevision?: number;
    applicationRevision?: number;
    effectiveFrom: When;
    /** Until when it was granted: a designation does not end by itself. */
    until?: When;
  }>;
export type DesignationRenewed = Carried &
  Readonly<{ type: 'DesignationRenewed'; effectiveFrom: When; until?: When }>;
export type DesignationSuspended = Carried &
  Readonly<{ type: 'DesignationSuspended'; effectiveFrom: When; reason: string }>;
export type DesignationRestored = Carried &
  Readonly<{ type: 'DesignationRestored'; effectiveFrom: When; reason?: string }>;
export type DesignationEnded = Carried &
  Readonly<{ type: 'DesignationEnded'; effectiveFrom: When; reason: string }>;
export type SchoolRenamed = Readonly<{ type: 'SchoolRenamed'; from: string; to: string }>;
export type SchoolMerged = Readonly<{ type: 'SchoolMerged'; intoSchoolId: string; intoRevision: number }>;
export type SiteBodyFormed = Readonly<{ type: 'SiteBodyFormed'; kind: SiteBodyKind; bodyId: string }>;
/** Without a person: somebody leads the site, and no source says who. */
export type SiteLeaderChanged = Readonly<{ type: 'SiteLeaderChanged'; personId?: string }>;
/** Without a person: the school has a coordinator, and no source says who. */
export type CoordinatorAssigned = Readonly<{ type: 'CoordinatorAssigned'; personId?: string }>;

export type SchoolEvent =
  | SchoolRegistered
  | SchoolDesignated
  | DesignationRenewed
  | DesignationSuspended
  | DesignationRestored
  | DesignationEnded
  | SchoolRenamed
  | SchoolMerged
  | SiteBodyFormed
  | SiteLeaderChanged
  | CoordinatorAssigned;

const named: Readonly<Record<SchoolEvent['type'], true>> = {
  SchoolRegistered: true,
  SchoolDesignated: true,
  DesignationRenewed: true,
  DesignationSuspended: true,
  DesignationRestored: true,
  DesignationEnded: true,
  SchoolRenamed: true,
  SchoolMerged: true,
  SiteBodyFormed: true,
  SiteLeaderChanged: true,
  CoordinatorAssigned: true,
};

/** The names of all events of a school; the compiler sees to it that none is missing. */
export const eventTypes = Object.keys(named) as readonly SchoolEvent['type'][];
