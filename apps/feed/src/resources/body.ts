import { atInstant, parseWhen } from '#governance';
import { composition, getBody, withNames } from '#projections';
import type { CompositionView } from '#projections';
import { date } from '../http/parameters.ts';
import { documentCaching, json } from '../http/resource.ts';
import type { Resource } from '../http/resource.ts';

type Query = Readonly<{ asOf?: string; knownAt?: string }>;

/** Terms end while nothing is recorded: what is said of now holds for so many milliseconds. */
const nowHoldsFor = 5_000;

/** Of now, the times are left out: they would make another document of every second that says the same. */
function shown({ asOf, knownAt, ...view }: CompositionView, query: Query) {
  return {
    ...(query.asOf !== undefined && { asOf }),
    ...(query.knownAt !== undefined && { knownAt }),
    ...view,
  };
}

/**
 * `GET /bodies/{id}?asOf=&knownAt=`: a body as it is known, and who sat in it: now, or as of any time, as the
 * record knows it or knew it at a time. Where a date is known coarsely, a seat is `possibly_filled`.
 */
export const body: Resource<Query> = {
  path: '/bodies/:id',
  parameters: { asOf: date, knownAt: date },
  mediaType: json,
  cacheControl: documentCaching,
  holdsFor: nowHoldsFor,
  showsNames: true,
  render: ({ reads, findName, id, query, now }) => {
    const found = getBody(reads, id);
    if (found === undefined) return undefined;
    const zone = found.timeZone;
    const asOf = query.asOf === undefined ? undefined : parseWhen(query.asOf, zone);
    const knownAt = query.knownAt === undefined ? undefined : parseWhen(query.knownAt, zone)?.latest;
    const view = composition(reads, id, { asOf: asOf ?? atInstant(now.toISOString()), knownAt });
    return {
      body: { ...found, ...(view && { composition: shown(withNames(reads, view, findName), query) }) },
    };
  },
};
