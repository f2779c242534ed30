import { atInstant } from '#governance';
import { listBodies, listDecisions, listMeetings } from '#projections';
import type { BodySummary } from '#projections';
import type { Rendering } from '../../http/resource.ts';
import { lastPublished } from '../../record/published.ts';
import type { Loaded } from '../frame/page.tsx';
import type { ListedDecision } from '../parts/decision-list.tsx';
import { listedDecision, listedMeeting } from '../parts/listed.ts';
import type { ListedMeeting } from '../parts/meeting-list.tsx';

const latest = 8;
const upcoming = 6;

export type HomeData = Readonly<{
  decisions: readonly ListedDecision[];
  /** The soonest first. */
  meetings: readonly ListedMeeting[];
  bodies: readonly BodySummary[];
}>;

export function loadHome({ reads, now }: Pick<Rendering<unknown>, 'reads' | 'now'>): Loaded<HomeData> {
  const from = atInstant(now.toISOString());
  const coming = listMeetings(reads, { from, status: 'scheduled', limit: 200 }).items.toReversed();
  return {
    data: {
      decisions: listDecisions(reads, { limit: latest }).items.map((one) => listedDecision(reads, one)),
      meetings: coming.slice(0, upcoming).map((one) => listedMeeting(reads, one)),
      bodies: listBodies(reads, { limit: 200 }).items,
    },
    modifiedAt: lastPublished(reads)?.recordedAt,
  };
}
