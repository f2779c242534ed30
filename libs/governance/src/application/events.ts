import type { When } from '../kernel/when.ts';

/** A vote of a body in this ledger. */
export type VoteRef = Readonly<{ motionId: string; voteEventId: string }>;

/** The vote by which a site body decided, and the motion's revision at which it was read; absent where no vote is on record. */
type OfSiteBody = Readonly<{ siteBodyId: string; voteRef?: VoteRef; motionRevision?: number }>;

export type ApplicationStarted = Readonly<{
  type: 'ApplicationStarted';
  cohortId: string;
  schoolId: string;
  /** The body that keeps the cohort. */
  bodyId: string;
  cohortRevision: number;
  schoolRevision: number;
}>;
export type SiteSignOffRecorded = OfSiteBody &
  Readonly<{ type: 'SiteSignOffRecorded'; schoolRevision: number }>;
export type SiteSignOffRevoked = OfSiteBody & Readonly<{ type: 'SiteSignOffRevoked'; reason: string }>;
export type ApplicationSubmitted = Readonly<{
  type: 'ApplicationSubmitted';
  /** 1, and one more each time that it comes back. */
  submission: number;
  /** Of the call that it answers; absent where no call is on record. */
  criteriaVersion?: string;
  cohortRevision: number;
  schoolRevision: number;
}>;
export type ApplicationReturned = Readonly<{
  type: 'ApplicationReturned';
  missing: readonly string[];
  /** Until when it may come back, also after the call has closed. */
  resubmitBy?: When;
}>;
export type ApplicationReviewed = Readonly<{
  type: 'ApplicationReviewed';
  criterion: string;
  score?: number;
  comment: string;
  reviewerSeatId: string;
  /** The body's revision at which the seat was read. */
  rosterRevision: number;
  /** The version of the criteria that it was judged by. */
  criteriaVersion?: string;
  cohortRevision: number;
}>;
export type ReviewerRecused = Readonly<{
  type: 'ReviewerRecused';
  reviewerSeatId: string;
  reason?: string;
  rosterRevision: number;
}>;
export type ApplicationRecommended = Readonly<{ type: 'ApplicationRecommended'; rationale?: string }>;
export type ApplicationSelected = Readonly<{ type: 'ApplicationSelected'; cohortRevision: number }>;
export type ApplicationNotSelected = Readonly<{
  type: 'ApplicationNotSelected';
  reasons: readonly string[];
  cohortRevision: number;
}>;
export type ApplicationWithdrawn = Readonly<{ type: 'ApplicationWithdrawn'; reason?: string }>;

export type ApplicationEvent =
  | ApplicationStarted
  | SiteSignOffRecorded
  | SiteSignOffRevoked
  | ApplicationSubmitted
  | ApplicationReturned
  | ApplicationReviewed
  | ReviewerRecused
  | ApplicationRecommended
  | ApplicationSelected
  | ApplicationNotSelected
  | ApplicationWithdrawn;

const named: Readonly<Record<ApplicationEvent['type'], true>> = {
  ApplicationStarted: true,
  SiteSignOffRecorded: true,
  SiteSignOffRevoked: true,
  ApplicationSubmitted: true,
  ApplicationReturned: true,
  ApplicationReviewed: true,
  ReviewerRecused: true,
  ApplicationRecommended: true,
  ApplicationSelected: true,
  ApplicationNotSelected: true,
  ApplicationWithdrawn: true,
};

/** The names of all events of an application; the compiler sees to it that none is missing. */
export const eventTypes = Object.keys(named) as readonly ApplicationEvent['type'][];
