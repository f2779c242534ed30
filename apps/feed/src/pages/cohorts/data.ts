import type { When } from '#governance';
import { getClaim, getCommitment, getSchool, getSource, schoolIdsOfCohort } from '#projections';
import type { Reads } from '#projections';
import type { Rendering } from '../../http/resource.ts';
import { lastPublished } from '../../record/published.ts';
import { programmesAt } from '../../resources/cohorts.ts';
import type { CohortsQuery, Programme } from '../../resources/cohorts.ts';
import { timesIn } from '../../resources/times.ts';
import type { Loaded } from '../frame/page.tsx';
import type { Stating } from '../parts/compared.tsx';

export type SchoolOfCohort = Readonly<{ schoolId: string; name: string; held: 'certain' | 'possible' }>;

export type CohortsData = Readonly<{
  query: CohortsQuery;
  /** As of when; of any time, nothing. */
  asOf?: When | undefined;
  programmes: readonly Programme[];
  /** Designated schools on record, by cohort. */
  schools: ReadonlyMap<string, readonly SchoolOfCohort[]>;
  stating: Stating;
}>;

type Times = Readonly<{ asOf: When; knownAt?: string | undefined }>;

function schoolsOf(reads: Reads, cohortId: string, times: Times): readonly SchoolOfCohort[] {
  return schoolIdsOfCohort(reads, cohortId).flatMap((schoolId) => {
    const school = getSchool(reads, schoolId, times);
    const held = school?.designations.find((one) => one.cohortId === cohortId && one.held !== 'no')?.held;
    return held === undefined || held === 'no' ? [] : [{ schoolId, name: school?.name ?? schoolId, held }];
  });
}

/** What the numbers of programmes are told with: their claims, sources and commitments. */
export function statingOf(
  reads: Reads,
  programmes: readonly Pick<Programme, 'totals'>[],
  times: Times,
): Stating {
  const claims = programmes.flatMap(({ totals }) => totals.claims.flatMap(({ claimId }) => claimId ?? []));
  const views = claims.flatMap((id) => getClaim(reads, id, times.knownAt) ?? []);
  const targets = programmes.flatMap(({ totals }) => totals.targets.flatMap((one) => one.commitmentId ?? []));
  const sources = views.flatMap(({ sourceId }) => getSource(reads, sourceId) ?? []);
  return {
    claims: Object.fromEntries(views.map((one) => [one.claimId, one])),
    sources: Object.fromEntries(sources.map((one) => [one.sourceId, one])),
    commitments: new Map(targets.map((id) => [id, getCommitment(reads, id, times)?.title ?? id])),
  };
}

export function loadCohorts({ reads, query, now }: Rendering<CohortsQuery>): Loaded<CohortsData> {
  const times = timesIn('UTC', query, now);
  const programmes = programmesAt(reads, query, now);
  const cohortIds = programmes.flatMap(
    ({ register }) => register?.cohorts.map(({ cohortId }) => cohortId) ?? [],
  );
  const data: CohortsData = {
    query,
    ...(query.asOf !== undefined && { asOf: times.asOf }),
    programmes,
    schools: new Map(cohortIds.map((id) => [id, schoolsOf(reads, id, times)])),
    stating: statingOf(reads, programmes, times),
  };
  return { data, modifiedAt: lastPublished(reads)?.recordedAt };
}
