import { commitment as domain, streamName } from '#governance';
import { bodyOfCommitment, bodyTimeZone, getCommitment, listCommitments } from '#projections';
import type { CommitmentStanding, Reads } from '#projections';
import { cursor, id, oneOf, wholeNumber } from '../http/parameters.ts';
import { documentCaching, json, listCaching } from '../http/resource.ts';
import type { Rendering, Resource } from '../http/resource.ts';
import { lastRecordedIn, publishedOf } from '../record/published.ts';
import { nowHoldsFor } from './body.ts';
import { linkToNext } from './next-link.ts';
import { asAsked, timesIn, timesParameters } from './times.ts';
import type { TimesQuery } from './times.ts';

export const standings: readonly CommitmentStanding[] = ['open', 'overdue', 'met', 'missed', 'released'];

export type CommitmentsQuery = TimesQuery &
  Readonly<{
    body?: string;
    kind?: domain.CommitmentKind;
    standing?: CommitmentStanding;
    cursor?: string;
    limit?: number;
  }>;

const zoneOf = (reads: Reads, bodyId: string | undefined): string =>
  (bodyId === undefined ? undefined : bodyTimeZone(reads, bodyId)) ?? 'UTC';

/** What is asked for, in the terms of the read model. */
export function commitmentsRequest(reads: Reads, query: CommitmentsQuery, now: Date) {
  const { body: bodyId, asOf: _asOf, knownAt: _knownAt, ...more } = query;
  return { ...more, bodyId, ...timesIn(zoneOf(reads, bodyId), query, now) };
}

/** `GET /commitments`: the latest recorded first, with how each stands and how far it is. */
export const commitments: Resource<CommitmentsQuery> = {
  path: '/commitments',
  parameters: {
    ...timesParameters,
    body: id,
    kind: oneOf(...domain.commitmentKinds),
    standing: oneOf(...standings),
    cursor,
    limit: wholeNumber(1, 200),
  },
  mediaType: json,
  hasPage: true,
  cacheControl: listCaching,
  holdsFor: nowHoldsFor,
  render: ({ reads, query, now, publicUrl }) => {
    const { items, ...page } = listCommitments(reads, commitmentsRequest(reads, query, now));
    return {
      body: { items: items.map((one) => asAsked(one, query)), ...page },
      headers: linkToNext(`${publicUrl}/commitments`, query, page.next),
    };
  },
};

/** A commitment at the time that is asked for. */
export function commitmentAt({ reads, id: commitmentId, query, now }: Rendering<TimesQuery>) {
  const zone = zoneOf(reads, bodyOfCommitment(reads, commitmentId));
  const times = timesIn(zone, query, now);
  const found = getCommitment(reads, commitmentId, times);
  return found && { commitment: found, zone, times };
}

/** `GET /commitments/{id}?asOf=&knownAt=`: one commitment: its terms, how it stands, how far it is, and why. */
export const commitment: Resource<TimesQuery> = {
  path: '/commitments/:id',
  parameters: timesParameters,
  mediaType: json,
  hasPage: true,
  cacheControl: documentCaching,
  holdsFor: nowHoldsFor,
  render: (rendering) => {
    const found = commitmentAt(rendering);
    if (found === undefined) return undefined;
    const { reads, query } = rendering;
    const stream = streamName('commitment', rendering.id);
    return {
      body: { ...asAsked(found.commitment, query), published: publishedOf(reads, stream) },
      modifiedAt: lastRecordedIn(reads, [stream]),
    };
  },
};
