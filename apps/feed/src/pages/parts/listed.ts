import { streamName } from '#governance';
import { bodyTimeZone, getBody } from '#projections';
import type { DecisionSummary, MeetingSummary, Reads } from '#projections';
import { languageOf } from '../../record/published.ts';
import type { ListedDecision } from './decision-list.tsx';
import type { ListedMeeting } from './meeting-list.tsx';

const zoneOf = (reads: Reads, bodyId: string | undefined): string | undefined =>
  bodyId === undefined ? undefined : bodyTimeZone(reads, bodyId);

/** A decision with what a list of several bodies says of each. */
export const listedDecision = (reads: Reads, decision: DecisionSummary): ListedDecision => ({
  ...decision,
  lang: languageOf(reads, streamName('motion', decision.motionId)),
  zone: zoneOf(reads, decision.bodyId),
});

export const listedMeeting = (reads: Reads, meeting: MeetingSummary): ListedMeeting => ({
  ...meeting,
  bodyName: meeting.bodyId === undefined ? undefined : getBody(reads, meeting.bodyId)?.name,
  zone: zoneOf(reads, meeting.bodyId),
});
