import { streamName } from '#governance';
import { bodyTimeZone, getSchool, listSchools } from '#projections';
import type { SchoolStatus } from '#projections';
import { cursor, id, oneOf, wholeNumber } from '../http/parameters.ts';
import { documentCaching, json, listCaching } from '../http/resource.ts';
import type { Rendering, Resource } from '../http/resource.ts';
import { lastRecordedIn, publishedOf } from '../record/published.ts';
import { nowHoldsFor } from './body.ts';
import { linkToNext } from './next-link.ts';
import { asAsked, timesIn, timesParameters } from './times.ts';
import type { TimesQuery } from './times.ts';

export const schoolStatuses: readonly SchoolStatus[] = [
  'registered',
  'designated',
  'suspended',
  'ended',
  'merged',
];

export type SchoolsQuery = Readonly<{
  body?: string;
  cohort?: string;
  status?: SchoolStatus;
  cursor?: string;
  limit?: number;
}>;

export const schoolsRequest = ({ body: bodyId, cohort: cohortId, ...query }: SchoolsQuery) => ({
  ...query,
  bodyId,
  cohortId,
});

/** `GET /schools`: in the order of the record. */
export const schools: Resource<SchoolsQuery> = {
  path: '/schools',
  parameters: { body: id, cohort: id, status: oneOf(...schoolStatuses), cursor, limit: wholeNumber(1, 200) },
  mediaType: json,
  hasPage: true,
  cacheControl: listCaching,
  render: ({ reads, query, publicUrl }) => {
    const found = listSchools(reads, schoolsRequest(query));
    return { body: found, headers: linkToNext(`${publicUrl}/schools`, query, found.next) };
  },
};

/** A school at the time that is asked for, in the zone of the body that keeps its record. */
export function schoolAt({ reads, id: schoolId, query, now }: Rendering<TimesQuery>) {
  const { bodyId } = getSchool(reads, schoolId, timesIn('UTC', {}, now)) ?? {};
  const zone = (bodyId === undefined ? undefined : bodyTimeZone(reads, bodyId)) ?? 'UTC';
  const times = timesIn(zone, query, now);
  const school = getSchool(reads, schoolId, times);
  return school && { school, zone, times };
}

/** `GET /schools/{id}?asOf=&knownAt=`: a school with its designations, each with what it rests on. */
export const school: Resource<TimesQuery> = {
  path: '/schools/:id',
  parameters: timesParameters,
  mediaType: json,
  hasPage: true,
  cacheControl: documentCaching,
  holdsFor: nowHoldsFor,
  render: (rendering) => {
    const found = schoolAt(rendering);
    if (found === undefined) return undefined;
    const { reads, query } = rendering;
    const stream = streamName('school', rendering.id);
    return {
      body: { ...asAsked(found.school, query), published: publishedOf(reads, stream) },
      modifiedAt: lastRecordedIn(reads, [stream]),
    };
  },
};
