import { streamName } from '#governance';
import type { meeting } from '#governance';
import { getMeeting, minutesStanding, minutesView } from '#projections';
import type { MinutesView, Reads } from '#projections';
import { documentCaching, json } from '../http/resource.ts';
import type { Resource } from '../http/resource.ts';
import { lastRecordedIn, publishedOf } from '../record/published.ts';

const addressOf = (publicUrl: string, meetingId: string): string =>
  `${publicUrl}/meetings/${meetingId}/minutes`;

/** Where the minutes of a meeting are read and how they stand, for what else is told of the meeting. */
export function minutesLink(reads: Reads, meetingId: string, publicUrl: string) {
  const standing = minutesStanding(reads, meetingId);
  return standing && { minutes: { ...standing, url: addressOf(publicUrl, meetingId) } };
}

type Renditions = readonly meeting.MinutesRendition[];

const draftNote = 'This is a draft. The body has not approved it, and it may change.';

/** Their bytes are served as they were approved, by their hash. */
const withUrls = (renditions: Renditions, publicUrl: string) =>
  renditions.map((one) => ({ ...one, url: `${publicUrl}/blobs/${one.sha256}` }));

const mediaTypes = { markdown: 'text/markdown', html: 'text/html' } as const;

/** The same for whoever reads headers only (RFC 8288). */
const linkHeader = (renditions: Renditions, publicUrl: string): Readonly<Record<string, string>> => ({
  link: withUrls(renditions, publicUrl)
    .map(
      ({ url, lang, format }) =>
        `<${url}>; rel="alternate"; hreflang="${lang}"; type="${mediaTypes[format]}"`,
    )
    .join(', '),
});

function approvalOf({ approved }: MinutesView) {
  if (!approved) return {};
  const { motionId, asCorrected, privacyChecked, provenance } = approved;
  return { approval: { motionId, asCorrected, privacyChecked, approvedAt: provenance.occurredAt } };
}

/** Who vouches for which bytes: `current` for those that stand. */
const attestationsOf = ({ attestations, sha256 }: MinutesView) =>
  attestations.map(({ provenance, ...attested }) => ({
    ...attested,
    current: attested.sha256 === sha256,
    attestedAt: provenance.occurredAt,
  }));

/** What stands: of which revision of the meeting, in which languages and formats. */
function standingOf({
  approved,
  drafts,
}: MinutesView): Readonly<{ revision: number; renditions: Renditions }> {
  if (approved) return approved;
  const { uptoRevision = 0, renditions = [] } = drafts.at(-1) ?? {};
  return { revision: uptoRevision, renditions };
}

const minutesTypes = ['MinutesDrafted', 'MinutesApproved', 'MinutesCorrectionRecorded', 'RecordAttested'];

/**
 * `GET /meetings/{id}/minutes`: which bytes are the minutes, of which revision of the meeting, by which motion they
 * were approved and corrected, and which co-chairs attest which hash. A draft is here only if it is public, and says
 * that it is one.
 */
export const minutes: Resource = {
  path: '/meetings/:id/minutes',
  parameters: {},
  mediaType: json,
  cacheControl: documentCaching,
  render: ({ reads, id, publicUrl }) => {
    const view = minutesView(reads, id);
    if (view === undefined) return undefined;
    const { meetingId, bodyId, status, sha256, corrections } = view;
    const { title, startsAt } = getMeeting(reads, id) ?? {};
    const { revision, renditions } = standingOf(view);
    const stream = streamName('meeting', id);
    return {
      body: {
        ...{ meetingId, bodyId, title, startsAt, status },
        ...(status === 'draft' && { note: draftNote }),
        ...{ revision, sha256, renditions: withUrls(renditions, publicUrl) },
        ...approvalOf(view),
        corrections,
        attestations: attestationsOf(view),
        published: publishedOf(reads, stream).filter(({ type }) => minutesTypes.includes(type)),
      },
      headers: linkHeader(renditions, publicUrl),
      modifiedAt: lastRecordedIn(reads, [stream]),
    };
  },
};
