import { parseWhen } from '#governance';
import type { When } from '#governance';
import { bodyTimeZone, listDecisions } from '#projections';
import type { Outcome, Reads } from '#projections';
import { cursor, date, id, oneOf, wholeNumber } from '../http/parameters.ts';
import { json, listCaching } from '../http/resource.ts';
import type { Resource } from '../http/resource.ts';
import { linkToNext } from './next-link.ts';

type Query = Readonly<{
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

/** `GET /decisions`: the latest decided first. */
export const decisions: Resource<Query> = {
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
  cacheControl: listCaching,
  render: ({ reads, query, publicUrl }) => {
    const { body: bodyId, outcome, limit } = query;
    const from = inZoneOf(reads, bodyId, query.from);
    const to = inZoneOf(reads, bodyId, query.to);
    const page = listDecisions(reads, { bodyId, outcome, from, to, cursor: query.cursor, limit });
    return { body: page, headers: linkToNext(`${publicUrl}/decisions`, query, page.next) };
  },
};
