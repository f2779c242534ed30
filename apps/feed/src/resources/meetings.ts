import { parseWhen } from '#governance';
import { bodyTimeZone, listMeetings } from '#projections';
import type { Reads } from '#projections';
import { cursor, date, id, wholeNumber } from '../http/parameters.ts';
import { json, listCaching } from '../http/resource.ts';
import type { Resource } from '../http/resource.ts';
import { linkToNext } from './next-link.ts';

export type MeetingsQuery = Readonly<{
  body?: string;
  from?: string;
  to?: string;
  cursor?: string;
  limit?: number;
}>;

/** What is asked for, in the terms of the read model. */
export function meetingsRequest(reads: Reads, { body: bodyId, from, to, ...page }: MeetingsQuery) {
  const zone = (bodyId === undefined ? undefined : bodyTimeZone(reads, bodyId)) ?? 'UTC';
  const when = (literal: string | undefined) =>
    literal === undefined ? undefined : parseWhen(literal, zone);
  return { ...page, bodyId, from: when(from), to: when(to) };
}

/** `GET /meetings`: the latest first. */
export const meetings: Resource<MeetingsQuery> = {
  path: '/meetings',
  parameters: { body: id, from: date, to: date, cursor, limit: wholeNumber(1, 200) },
  mediaType: json,
  hasPage: true,
  cacheControl: listCaching,
  render: ({ reads, query, publicUrl }) => {
    const found = listMeetings(reads, meetingsRequest(reads, query));
    return { body: found, headers: linkToNext(`${publicUrl}/meetings`, query, found.next) };
  },
};
