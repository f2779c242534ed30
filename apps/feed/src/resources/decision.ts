import { streamName } from '#governance';
import { getDecision } from '#projections';
import { proofPath } from '../log/serve-proofs.ts';
import { documentCaching, json } from '../http/resource.ts';
import type { Resource } from '../http/resource.ts';
import { lastRecordedIn, publishedOf } from '../record/published.ts';
import { minutesLink } from './minutes.ts';
import type { PublishedEvent } from '../record/published.ts';

/** An entry with the address of the proof that it is in the log. */
const withProof = (publicUrl: string) => (entry: PublishedEvent) => ({
  ...entry,
  proof: `${publicUrl}${proofPath(entry.index)}`,
});

/**
 * `GET /decisions/{id}`: one closed vote with everything that is needed to check it, and where its motion's
 * events stand in the public record.
 */
export const decision: Resource = {
  path: '/decisions/:id',
  parameters: {},
  mediaType: json,
  hasPage: true,
  cacheControl: documentCaching,
  render: ({ reads, id, publicUrl }) => {
    const found = getDecision(reads, id);
    if (found === undefined) return undefined;
    const motion = streamName('motion', found.motionId);
    const body = found.bodyId === undefined ? [] : [streamName('body', found.bodyId)];
    const { meetingId } = found;
    const meeting = meetingId === undefined ? [] : [streamName('meeting', meetingId)];
    return {
      body: {
        ...found,
        ...(meetingId !== undefined && minutesLink(reads, meetingId, publicUrl)),
        published: publishedOf(reads, motion).map(withProof(publicUrl)),
      },
      modifiedAt: lastRecordedIn(reads, [motion, ...body, ...meeting]),
    };
  },
};
