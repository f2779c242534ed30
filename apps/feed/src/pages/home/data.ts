import { atInstant } from '#governance';
import { listBodies, listDecisions, listMeetings } from '#projections';
import type { BodySummary } from '#projections';
import type { Rendering } from '../../http/resource.ts';
import { lastPublished } from '../../record/published.ts';
import type { Loaded } from '../frame/page.tsx';
import type { ListedDecision } from '../parts/decision-list.tsx';
import { listedDecision, listedMeeting } from '../parts/listed.ts';
import type { ListedMeeting } from '../parts/meeting-list.tsx';
import { dueNext } from '../commitments/data.ts';
import type { CommitmentView } from '#projections';

const latest = 8;
const upcoming = 6;
const due = 4;

export type HomeData = Readonly<{
  decisions: readonly ListedDecision[];
  /** The soonest first. */
  meetings: readonly ListedMeeting[];
  /** Not settled and due at a time that is known: overdue first. */
  due: readonly CommitmentView[];
  bodies: readonly BodySummary[];
}>;

export function loadHome({ reads, now }: Pick<Rendering<unknown>, 'reads' | 'now'>): Loaded<HomeData> {
  const from = atInstant(now.toISOString());
  const coming = listMeetings(reads, { from, status: 'scheduled', limit: 200 }).items.toReversed();
  return {
    data: {
      decisions: listDecisions(reads, { limit: latest }).items.map((one) => listedDecision(reads, one)),
      meetings: coming.slice(0, upcoming).map((one) => listedMeeting(reads, one)),
      due: dueNext(reads, from).slice(0, due),
      bodies: listBodies(reads, { limit: 200 }).items,
    },
    modifiedAt: lastPublished(reads)?.recordedAt,
  };
}
