import type { application } from '#governance';
import type { Stated } from '../statements.ts';

export type ApplicationStatus = Exclude<application.ApplicationStatus, 'none'>;

export type ApplicationSummary = Readonly<{
  /** The cohort and the school, with a colon between them. */
  applicationId: string;
  cohortId: string;
  schoolId: string;
  status: ApplicationStatus;
}>;

export type ApplicationView = ApplicationSummary &
  Readonly<{
    revision: number;
    /** Instant, ISO 8601 UTC; absent where everything that is known by now was asked for. */
    knownAt?: string;
    /** Every time that it was started: again after it was withdrawn. All lists are in the order of the record. */
    starts: readonly Stated<application.ApplicationStarted>[];
    /** Whether the site body stands behind it now. */
    signedOff: boolean;
    signOffs: readonly Stated<application.SiteSignOffRecorded>[];
    revocations: readonly Stated<application.SiteSignOffRevoked>[];
    submissions: readonly Stated<application.ApplicationSubmitted>[];
    returns: readonly Stated<application.ApplicationReturned>[];
    recusals: readonly Stated<application.ReviewerRecused>[];
    reviews: readonly Stated<application.ApplicationReviewed>[];
    recommendations: readonly Stated<application.ApplicationRecommended>[];
    selected?: Stated<application.ApplicationSelected>;
    notSelected?: Stated<application.ApplicationNotSelected>;
    withdrawals: readonly Stated<application.ApplicationWithdrawn>[];
  }>;
