import { application } from '#governance';
import { entriesOf } from '../entries.ts';
import type { Entry } from '../entries.ts';
import { pageOf } from '../page.ts';
import type { Listing, Page, PageRequest } from '../page.ts';
import type { Reads } from '../runtime/index.ts';
import { knownBy, statedBy } from '../statements.ts';
import { applicationEntries, statusAfter } from './model.ts';
import type { ApplicationStatus, ApplicationSummary, ApplicationView } from './views.ts';

export type ApplicationFilter = Readonly<{
  bodyId?: string | undefined;
  cohortId?: string | undefined;
  schoolId?: string | undefined;
  status?: ApplicationStatus | undefined;
}>;

type Row = Readonly<{
  application_id: string;
  position: number;
  cohort_id: string;
  school_id: string;
  status: ApplicationStatus;
}>;

const latestFirst: Listing<Row, ApplicationSummary> = {
  select: 'SELECT application_id, position, cohort_id, school_id, status FROM applications',
  orderBy: ['position'],
  direction: 'DESC',
  item: (row) => ({
    applicationId: row.application_id,
    cohortId: row.cohort_id,
    schoolId: row.school_id,
    status: row.status,
  }),
};

/** Latest recorded first. @throws InvalidCursor */
export const listApplications = (
  reads: Reads,
  request: ApplicationFilter & PageRequest = {},
): Page<ApplicationSummary> =>
  pageOf(
    reads,
    latestFirst,
    [
      ['body_id = ?', request.bodyId],
      ['cohort_id = ?', request.cohortId],
      ['school_id = ?', request.schoolId],
      ['status = ?', request.status],
    ],
    request,
  );

type Entries = readonly Entry<application.ApplicationEvent>[];

const signsOff: ReadonlyMap<string, boolean> = new Map([
  ['ApplicationStarted', false],
  ['SiteSignOffRecorded', true],
  ['SiteSignOffRevoked', false],
]);

const standing = (entries: Entries) => ({
  status: entries.reduce<ApplicationStatus>((at, { event }) => statusAfter(event.type) ?? at, 'started'),
  signedOff: entries.reduce((before, { event }) => signsOff.get(event.type) ?? before, false),
});

/**
 * An application with its sign-offs and every review, as the record knew it.
 *
 * @param knownAt an instant, ISO 8601 UTC with milliseconds; by default everything
 */
export function getApplication(
  reads: Reads,
  applicationId: string,
  knownAt?: string,
): ApplicationView | undefined {
  const all = entriesOf<application.ApplicationEvent>(reads, applicationEntries, applicationId);
  const entries = knownBy(all, knownAt);
  const last = entries.at(-1);
  if (!last) return undefined;
  const selected = statedBy(entries, 'ApplicationSelected').at(-1);
  const notSelected = statedBy(entries, 'ApplicationNotSelected').at(-1);
  return {
    applicationId,
    ...application.partsOf(applicationId),
    ...standing(entries),
    revision: last.provenance.revision,
    ...(knownAt !== undefined && { knownAt }),
    starts: statedBy(entries, 'ApplicationStarted'),
    signOffs: statedBy(entries, 'SiteSignOffRecorded'),
    revocations: statedBy(entries, 'SiteSignOffRevoked'),
    submissions: statedBy(entries, 'ApplicationSubmitted'),
    returns: statedBy(entries, 'ApplicationReturned'),
    recusals: statedBy(entries, 'ReviewerRecused'),
    reviews: statedBy(entries, 'ApplicationReviewed'),
    recommendations: statedBy(entries, 'ApplicationRecommended'),
    ...(selected && { selected }),
    ...(notSelected && { notSelected }),
    withdrawals: statedBy(entries, 'ApplicationWithdrawn'),
  };
}
