import { listBodies } from '#projections';
import { cursor, wholeNumber } from '../http/parameters.ts';
import { json, listCaching } from '../http/resource.ts';
import type { Resource } from '../http/resource.ts';
import { linkToNext } from './next-link.ts';

export type BodiesQuery = Readonly<{ cursor?: string; limit?: number }>;

/** `GET /bodies`: by name. */
export const bodies: Resource<BodiesQuery> = {
  path: '/bodies',
  parameters: { cursor, limit: wholeNumber(1, 200) },
  mediaType: json,
  hasPage: true,
  cacheControl: listCaching,
  render: ({ reads, query, publicUrl }) => {
    const page = listBodies(reads, query);
    return { body: page, headers: linkToNext(`${publicUrl}/bodies`, query, page.next) };
  },
};
