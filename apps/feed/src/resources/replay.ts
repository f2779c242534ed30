import { documentCaching, json } from '../http/resource.ts';
import type { Resource } from '../http/resource.ts';
import { replayOf, replayParameters } from '../replay/queries.ts';
import type { ReplayQuery } from '../replay/queries.ts';

/**
 * `GET /replay/{bodyId}?at=&step=`: a body after one of its steps, with the event that did it and the entries of the
 * steps around it.
 */
export const replay: Resource<ReplayQuery> = {
  path: '/replay/:id',
  parameters: replayParameters,
  takesForms: true,
  mediaType: json,
  hasPage: true,
  cacheControl: documentCaching,
  showsNames: true,
  render: ({ reads, findName, id, query }) => {
    const found = replayOf(reads, findName, id, query);
    if (found === undefined) return undefined;
    const { body, before: _before, totalsBefore: _totals, ...rest } = found;
    return { body: { bodyId: id, name: body.name, ...rest } };
  },
};
