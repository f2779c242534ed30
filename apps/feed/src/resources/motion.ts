import { streamName } from '#governance';
import { getMotion, listDecisions, motionTimeline } from '#projections';
import { documentCaching, json } from '../http/resource.ts';
import type { Resource } from '../http/resource.ts';
import { lastRecordedIn, publishedOf } from '../record/published.ts';

/** More decisions than one motion ever came to. */
const all = 200;

/** `GET /motions/{id}`: a motion, what was moved on it, its decisions, and every event of it. */
export const motion: Resource = {
  path: '/motions/:id',
  parameters: {},
  mediaType: json,
  hasPage: true,
  cacheControl: documentCaching,
  render: ({ reads, id }) => {
    const found = getMotion(reads, id);
    if (found === undefined) return undefined;
    const stream = streamName('motion', id);
    return {
      body: {
        ...found,
        decisions: listDecisions(reads, { motionId: id, limit: all }).items,
        timeline: motionTimeline(reads, id)?.entries ?? [],
        published: publishedOf(reads, stream),
      },
      modifiedAt: lastRecordedIn(reads, [stream]),
    };
  },
};
