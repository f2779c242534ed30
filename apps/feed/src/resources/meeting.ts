import { streamName } from '#governance';
import { getMeeting } from '#projections';
import { documentCaching, json } from '../http/resource.ts';
import type { Resource } from '../http/resource.ts';
import { lastRecordedIn, publishedOf } from '../record/published.ts';
import { minutesLink } from './minutes.ts';

/** `GET /meetings/{id}`: agenda, presence and proceedings as far as they are public, and where its minutes are. */
export const meeting: Resource = {
  path: '/meetings/:id',
  parameters: {},
  mediaType: json,
  hasPage: true,
  cacheControl: documentCaching,
  render: ({ reads, id, publicUrl }) => {
    const found = getMeeting(reads, id);
    if (found === undefined) return undefined;
    const stream = streamName('meeting', id);
    return {
      body: {
        ...found,
        ...minutesLink(reads, id, publicUrl),
        noticeProof: `${publicUrl}/meetings/${id}/notice-proof`,
        published: publishedOf(reads, stream),
      },
      modifiedAt: lastRecordedIn(reads, [stream]),
    };
  },
};
