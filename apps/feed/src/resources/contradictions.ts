import { parseWhen } from '#governance';
import { claimDifferences, getClaim, getSource } from '#projections';
import type { ClaimDifferences, ClaimView, Reads, SourceView } from '#projections';
import { date, id } from '../http/parameters.ts';
import { documentCaching, json } from '../http/resource.ts';
import type { Resource } from '../http/resource.ts';

export type ContradictionsQuery = Readonly<{ subject?: string; program?: string; knownAt?: string }>;

/** What the sources do not agree on, with the claims and the sources that it names, by their ids. */
export type Disagreements = ClaimDifferences &
  Readonly<{
    claims: Readonly<Record<string, ClaimView>>;
    sources: Readonly<Record<string, SourceView>>;
  }>;

type Found<T> = readonly (readonly [string, T | undefined])[];

const byId = <T>(entries: Found<T>): Readonly<Record<string, T>> =>
  Object.fromEntries(entries.filter((entry): entry is readonly [string, T] => entry[1] !== undefined));

export function disagreements(reads: Reads, query: ContradictionsQuery): Disagreements {
  const { subject, program: programId } = query;
  const knownAt = query.knownAt === undefined ? undefined : parseWhen(query.knownAt, 'UTC')?.latest;
  const found = claimDifferences(reads, { subject, programId, knownAt });
  const named = [
    ...found.contradictions.flatMap((one) => one.claims.map(({ claimId }) => claimId)),
    ...found.totals.flatMap((one) => one.claims.flatMap(({ claimId }) => claimId ?? [])),
  ];
  const claims = byId([...new Set(named)].map((one) => [one, getClaim(reads, one, knownAt)]));
  const sourceIds = new Set(Object.values(claims).map(({ sourceId }) => sourceId));
  return { ...found, claims, sources: byId([...sourceIds].map((one) => [one, getSource(reads, one)])) };
}

/**
 * `GET /contradictions?subject=&program=&knownAt=`: claims that do not agree, side by side, and stated totals beside
 * what the record counts. Nothing is decided here: all of them stay.
 */
export const contradictions: Resource<ContradictionsQuery> = {
  path: '/contradictions',
  parameters: { subject: id, program: id, knownAt: date },
  mediaType: json,
  hasPage: true,
  cacheControl: documentCaching,
  render: ({ reads, query }) => ({ body: disagreements(reads, query) }),
};
