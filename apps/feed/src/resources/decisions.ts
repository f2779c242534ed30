import { parseWhen } from '#governance';
import type { When } from '#governance';
import { bodyTimeZone, listDecisions } from '#projections';
import type { Outcome, Reads } from '#projections';
import { cursor, date, id, oneOf, wholeNumber } from '../http/parameters.ts';
import { json, listCaching } from '../http/resource.ts';
import type { Resource } from '../http/resource.ts';
import { linkToNext } from './next-link.ts';

export type DecisionsQuery = Readonly<{
  body?: string;
  outcome?: Outcome;
  from?: string;
  to?: string;
  cursor?: string;
  limit?: number;
}>;

/** A date in the zone of the body that is asked for; without one, in UTC. */
function inZoneOf(reads: Reads, bodyId: string | undefined, literal: string | undefined): When | undefined {
  const zone = (bodyId === undefined ? undefined : bodyTimeZone(reads, bodyId)) ?? 'UTC';
  return literal === undefined ? undefined : parseWhen(literal, zone);
}

/** What is asked for, in the terms of the read model. */
export function decisionsRequest(
  reads: Reads,
  { body: bodyId, outcome, limit, cursor: at, ...days }: DecisionsQuery,
) {
  const from = inZoneOf(reads, bodyId, days.from);
  const to = inZoneOf(reads, bodyId, days.to);
  return { bodyId, outcome, from, to, cursor: at, limit };
}

/** `GET /decisions`: the latest decided first. */
export const decisions: Resource<DecisionsQuery> = {
  path: '/decisions',
  parameters: {
    body: id,
    outcome: oneOf('adopted', 'rejected'),
    from: date,
    to: date,
    cursor,
    limit: wholeNumber(1, 200),
  },
  mediaType: json,
  hasPage: true,
  cacheControl: listCaching,
  render: ({ reads, query, publicUrl }) => {
    const page = listDecisions(reads, decisionsRequest(reads, query));
    return { body: page, headers: linkToNext(`${publicUrl}/decisions`, query, page.next) };
  },
};
