import { streamName } from '#governance';
import { composition, getBody, getMeeting, listDecisions, minutesView } from '#projections';
import type { MeetingView, MinutesView, Reads } from '#projections';
import type { Rendering } from '../../http/resource.ts';
import { languageOf, lastRecordedIn } from '../../record/published.ts';
import type { Loaded } from '../frame/page.tsx';
import type { ListedDecision } from '../parts/decision-list.tsx';
import { listedDecision } from '../parts/listed.ts';
import type { Sides } from '../../words/outcome.ts';

/** A seat of the body as of the meeting. */
export type SeatThen = Readonly<{ seatId: string; label: string; constituencyId?: string; filled: boolean }>;

export type MeetingData = Readonly<{
  meeting: MeetingView;
  lang: string | undefined;
  bodyName?: string | undefined;
  sides: Sides;
  seats: readonly SeatThen[];
  minutes?: MinutesView | undefined;
  decisions: readonly ListedDecision[];
}>;

/** More than one meeting decides. */
const all = 200;

/** In the order in which they were taken. */
function decisionsIn(reads: Reads, { meetingId, bodyId }: MeetingView): readonly ListedDecision[] {
  if (bodyId === undefined) return [];
  const { items } = listDecisions(reads, { bodyId, meetingId, limit: all });
  return items.toReversed().map((one) => listedDecision(reads, one));
}

function seatsThen(reads: Reads, { bodyId, startsAt }: MeetingView) {
  const then = bodyId === undefined || !startsAt ? undefined : composition(reads, bodyId, { asOf: startsAt });
  return {
    sides: (then?.constituencies ?? []).map(({ constituencyId, name }) => ({ id: constituencyId, name })),
    seats: (then?.seats ?? []).map(({ seatId, label, constituencyId, occupancy }): SeatThen => ({
      seatId,
      label,
      ...(constituencyId !== undefined && { constituencyId }),
      filled: occupancy !== 'vacant',
    })),
  };
}

export function loadMeeting({
  reads,
  id,
}: Pick<Rendering<unknown>, 'reads' | 'id'>): Loaded<MeetingData> | undefined {
  const meeting = getMeeting(reads, id);
  if (meeting === undefined) return undefined;
  const stream = streamName('meeting', id);
  const data: MeetingData = {
    meeting,
    lang: languageOf(reads, stream),
    bodyName: meeting.bodyId === undefined ? undefined : getBody(reads, meeting.bodyId)?.name,
    ...seatsThen(reads, meeting),
    minutes: minutesView(reads, id),
    decisions: decisionsIn(reads, meeting),
  };
  return { data, zone: meeting.timeZone, modifiedAt: lastRecordedIn(reads, [stream]) };
}
