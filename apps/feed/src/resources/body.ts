import { atInstant, parseWhen } from '#governance';
import { composition, getBody, withNames } from '#projections';
import type { CompositionView } from '#projections';
import { date } from '../http/parameters.ts';
import { documentCaching, json } from '../http/resource.ts';
import type { Rendering, Resource } from '../http/resource.ts';

export type BodyQuery = Readonly<{ asOf?: string; knownAt?: string }>;

/** Terms end while nothing is recorded: what is said of now holds for so many milliseconds. */
export const nowHoldsFor = 5_000;

/** Of now, the times are left out: they would make another document of every second that says the same. */
function shown({ asOf, knownAt, ...view }: CompositionView, query: BodyQuery) {
  return {
    ...(query.asOf !== undefined && { asOf }),
    ...(query.knownAt !== undefined && { knownAt }),
    ...view,
  };
}

/** Who sat in a body at the time that is asked for, with the names that its seats show. */
export function bodyAt({ reads, findName, id, query, now }: Rendering<BodyQuery>) {
  const found = getBody(reads, id);
  if (found === undefined) return undefined;
  const zone = found.timeZone;
  const asked = query.asOf === undefined ? undefined : parseWhen(query.asOf, zone);
  const asOf = asked ?? atInstant(now.toISOString());
  const knownAt = query.knownAt === undefined ? undefined : parseWhen(query.knownAt, zone)?.latest;
  const view = composition(reads, id, { asOf, knownAt });
  return { body: found, asOf, knownAt, composition: view && withNames(reads, view, findName) };
}

/**
 * `GET /bodies/{id}?asOf=&knownAt=`: a body as it is known, and who sat in it: now, or as of any time, as the
 * record knows it or knew it at a time. Where a date is known coarsely, a seat is `possibly_filled`.
 */
export const body: Resource<BodyQuery> = {
  path: '/bodies/:id',
  parameters: { asOf: date, knownAt: date },
  mediaType: json,
  hasPage: true,
  cacheControl: documentCaching,
  holdsFor: nowHoldsFor,
  showsNames: true,
  render: (rendering) => {
    const found = bodyAt(rendering);
    if (found === undefined) return undefined;
    const { body: register, composition: view } = found;
    return { body: { ...register, ...(view && { composition: shown(view, rendering.query) }) } };
  },
};
