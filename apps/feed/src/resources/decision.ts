import { streamName } from '#governance';
import { getDecision } from '#projections';
import { proofPath } from '../log/proof-path.ts';
import { documentCaching, json, vouchedFor } from '../http/resource.ts';
import type { Rendering, Resource } from '../http/resource.ts';
import { countersignedDecision } from '../record/countersigned.ts';
import { lastRecordedIn, publishedOf } from '../record/published.ts';
import { minutesLink } from './minutes.ts';
import type { PublishedEvent } from '../record/published.ts';

/** An entry with the address of the proof that it is in the log, and when all witnesses had countersigned it. */
const withProof =
  ({ publicUrl, coverageOf }: Pick<Rendering<unknown>, 'publicUrl' | 'coverageOf'>) =>
  (entry: PublishedEvent) => {
    const { countersigned } = coverageOf(entry.index) ?? {};
    const proof = `${publicUrl}${proofPath(entry.index)}`;
    return { ...entry, proof, ...(countersigned && { countersigned }) };
  };

/**
 * `GET /decisions/{id}`: one closed vote with everything that is needed to check it, where its motion's events stand
 * in the public record, and which parties have countersigned it.
 */
export const decision: Resource = {
  path: '/decisions/:id',
  parameters: {},
  mediaType: json,
  hasPage: true,
  cacheControl: documentCaching,
  holdsFor: vouchedFor,
  render: ({ reads, id, publicUrl, coverageOf, countersigningOf }) => {
    const found = getDecision(reads, id);
    if (found === undefined) return undefined;
    const motion = streamName('motion', found.motionId);
    const body = found.bodyId === undefined ? [] : [streamName('body', found.bodyId)];
    const { meetingId } = found;
    const countersigning = countersignedDecision(reads, found, { countersigningOf });
    const meeting = meetingId === undefined ? [] : [streamName('meeting', meetingId)];
    return {
      body: {
        ...found,
        ...(meetingId !== undefined && minutesLink(reads, meetingId, publicUrl)),
        ...(countersigning && { countersigning }),
        published: publishedOf(reads, motion).map(withProof({ publicUrl, coverageOf })),
      },
      modifiedAt: lastRecordedIn(reads, [motion, ...body, ...meeting]),
    };
  },
};
