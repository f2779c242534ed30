import { nameDigest } from '#privacy';
import { Problem } from '#platform';
import { publishedDigest } from '#projections';
import { json } from '../http/resource.ts';
import type { Resource } from '../http/resource.ts';

/** A cache that keeps a name does not forget it with us. */
const caching = 'no-store';

/**
 * `GET /persons/{id}`: the name of a person who is public by name, with the salt that opens the digest in the public
 * record. 410 where the name was public once and is withdrawn or erased: the digest stands and says nothing more.
 */
export const person: Resource = {
  path: '/persons/:id',
  parameters: {},
  mediaType: json,
  cacheControl: caching,
  showsNames: true,
  render: ({ reads, findName, id }) => {
    const published = publishedDigest(reads, id);
    if (published === undefined) return undefined;
    const entry = findName(id);
    if (entry === undefined || nameDigest(entry) !== published.nameDigest) throw new Problem('GONE');
    return { body: { ...entry, ...published } };
  },
};
