import { parseWhen } from '#governance';
import { bodyTimeZone, listMeetings } from '#projections';
import { cursor, date, id, wholeNumber } from '../http/parameters.ts';
import { json, listCaching } from '../http/resource.ts';
import type { Resource } from '../http/resource.ts';
import { linkToNext } from './next-link.ts';

type Query = Readonly<{ body?: string; from?: string; to?: string; cursor?: string; limit?: number }>;

/** `GET /meetings`: the latest first. */
export const meetings: Resource<Query> = {
  path: '/meetings',
  parameters: { body: id, from: date, to: date, cursor, limit: wholeNumber(1, 200) },
  mediaType: json,
  cacheControl: listCaching,
  render: ({ reads, query, publicUrl }) => {
    const { body: bodyId, from, to, ...page } = query;
    const zone = (bodyId === undefined ? undefined : bodyTimeZone(reads, bodyId)) ?? 'UTC';
    const when = (literal: string | undefined) =>
      literal === undefined ? undefined : parseWhen(literal, zone);
    const found = listMeetings(reads, { ...page, bodyId, from: when(from), to: when(to) });
    return { body: found, headers: linkToNext(`${publicUrl}/meetings`, query, found.next) };
  },
};
