import { claimDifferences, cohortRegister } from '#projections';
import type { CohortRegisterView, Reads, TotalsComparison } from '#projections';
import { id } from '../http/parameters.ts';
import { documentCaching, json } from '../http/resource.ts';
import type { Resource } from '../http/resource.ts';
import { nowHoldsFor } from './body.ts';
import { timesIn, timesParameters } from './times.ts';
import type { TimesQuery } from './times.ts';

export type CohortsQuery = TimesQuery & Readonly<{ program?: string; body?: string }>;

/** A programme: its cohorts, as far as any is on record, and what is stated of them beside what they come to. */
export type Programme = Readonly<{
  programId: string;
  register?: CohortRegisterView;
  totals: TotalsComparison;
}>;

/** Without a time, cohorts of any: also those whose schools are still to join. */
export function programmesAt(reads: Reads, query: CohortsQuery, now: Date): readonly Programme[] {
  const { program, body: bodyId } = query;
  const { asOf, knownAt } = timesIn('UTC', query, now);
  const { totals } = claimDifferences(reads, { programId: program, knownAt });
  return totals.flatMap((comparison): readonly Programme[] => {
    const { programId } = comparison;
    const times = { ...(query.asOf !== undefined && { asOf }), knownAt };
    const register = cohortRegister(reads, { programId, bodyId, ...times });
    if (bodyId !== undefined && !register) return [];
    return [{ programId, ...(register && { register }), totals: comparison }];
  });
}

/** `GET /cohorts?program=&body=&asOf=&knownAt=`: each programme's cohorts with running totals and stated totals. */
export const cohorts: Resource<CohortsQuery> = {
  path: '/cohorts',
  parameters: { ...timesParameters, program: id, body: id },
  mediaType: json,
  hasPage: true,
  cacheControl: documentCaching,
  holdsFor: nowHoldsFor,
  render: ({ reads, query, now }) => ({ body: { programmes: programmesAt(reads, query, now) } }),
};
