import type { school, When } from '#governance';
import { entriesOf } from '../entries.ts';
import type { Entry } from '../entries.ts';
import { standingOf } from '../motion-standing.ts';
import { pageOf } from '../page.ts';
import type { Listing, Page, PageRequest } from '../page.ts';
import type { Reads } from '../runtime/index.ts';
import { knownBy, statedBy } from '../statements.ts';
import { designationsOf, mostCertain } from './designations.ts';
import { schoolEntries, schoolStandings } from './model.ts';
import type { SchoolStatus, SchoolSummary, SchoolView } from './views.ts';

export type SchoolFilter = Readonly<{
  bodyId?: string | undefined;
  cohortId?: string | undefined;
  status?: SchoolStatus | undefined;
}>;

type Row = Readonly<{
  school_id: string;
  position: number;
  body_id: string | null;
  name: string | null;
  status: SchoolStatus;
  cohort_id: string | null;
}>;

const inOrder: Listing<Row, SchoolSummary> = {
  select: 'SELECT * FROM schools',
  orderBy: ['position'],
  direction: 'ASC',
  item: (row) => ({
    schoolId: row.school_id,
    ...(row.body_id !== null && { bodyId: row.body_id }),
    ...(row.name !== null && { name: row.name }),
    status: row.status,
    ...(row.cohort_id !== null && { cohortId: row.cohort_id }),
  }),
};

/** In the order of the record. @throws InvalidCursor */
export const listSchools = (reads: Reads, request: SchoolFilter & PageRequest = {}): Page<SchoolSummary> =>
  pageOf(
    reads,
    inOrder,
    [
      ['body_id = ?', request.bodyId],
      ['cohort_id = ?', request.cohortId],
      ['status = ?', request.status],
    ],
    request,
  );

export type SchoolTimes = Readonly<{ asOf: When; knownAt?: string | undefined }>;

function namesOf(entries: readonly Entry<school.SchoolEvent>[]) {
  const registered = statedBy(entries, 'SchoolRegistered').at(-1);
  const renamings = statedBy(entries, 'SchoolRenamed');
  const name = renamings.at(-1)?.to ?? registered?.name;
  return {
    ...(registered && { bodyId: registered.bodyId }),
    ...(registered?.organizationId !== undefined && { organizationId: registered.organizationId }),
    ...(name !== undefined && { name }),
    otherNames: registered?.otherNames ?? [],
    renamings,
  };
}

/** A school with its designations as of a time, as the record knew it; undefined where nothing was known of it. */
export function getSchool(
  reads: Reads,
  schoolId: string,
  { asOf, knownAt }: SchoolTimes,
): SchoolView | undefined {
  const entries = knownBy(entriesOf<school.SchoolEvent>(reads, schoolEntries, schoolId), knownAt);
  const last = entries.at(-1);
  if (!last) return undefined;
  const designations = designationsOf(entries, asOf, (id) => standingOf(reads, schoolStandings, id, knownAt));
  const merged = statedBy(entries, 'SchoolMerged').at(-1);
  return {
    schoolId,
    revision: last.provenance.revision,
    ...namesOf(entries),
    asOf,
    ...(knownAt !== undefined && { knownAt }),
    designated: mostCertain(designations.map(({ held }) => held)),
    designations,
    siteBodies: statedBy(entries, 'SiteBodyFormed'),
    siteLeaders: statedBy(entries, 'SiteLeaderChanged'),
    coordinators: statedBy(entries, 'CoordinatorAssigned'),
    ...(merged && { merged }),
  };
}

/** Schools that were ever designated into a cohort; without one, those whose cohort is unknown. */
export const schoolIdsOfCohort = (reads: Reads, cohortId = ''): readonly string[] =>
  reads
    .all<{ id: string }>('SELECT school_id AS id FROM school_cohorts WHERE cohort_id = ?', cohortId)
    .map(({ id }) => id);
