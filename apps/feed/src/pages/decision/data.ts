import { streamName } from '#governance';
import {
  citedClauseId,
  getDecision,
  getInstrument,
  getMeeting,
  minutesStanding,
  motionTimeline,
  versionsAdoptedBy,
} from '#projections';
import type { AdoptedByMotion, DecisionDocument, MinutesStanding, TimelineEntry } from '#projections';
import type { Rendering } from '../../http/resource.ts';
import { countersignedDecision } from '../../record/countersigned.ts';
import type { CountersignedDecision } from '../../record/countersigned.ts';
import { languageOf, lastRecordedIn, publishedOf } from '../../record/published.ts';
import type { PublishedEvent } from '../../record/published.ts';
import { sidesOf } from '../../record/sides.ts';
import type { Loaded } from '../frame/page.tsx';
import type { Sides } from '../../words/outcome.ts';

export type DecisionData = Readonly<{
  decision: DecisionDocument;
  /** Of the texts of the motion. */
  lang: string | undefined;
  /** In the order of the body. */
  sides: Sides;
  meetingTitle?: string | undefined;
  /** The title of the instrument in which the rule stands. */
  instrumentTitle?: string | undefined;
  /** Of the clause of the rule, where the record holds its text. */
  clauseId?: string | undefined;
  /** Versions of instruments that its motion adopted. */
  adopted: readonly AdoptedByMotion[];
  minutes?: MinutesStanding | undefined;
  timeline: readonly TimelineEntry[];
  /** Where the events of the motion stand in the public record. */
  published: readonly PublishedEvent[];
  /** Where parties to the body have witnesses. */
  countersigned?: CountersignedDecision | undefined;
}>;

export function loadDecision({
  reads,
  id,
  countersigningOf,
}: Pick<Rendering<unknown>, 'reads' | 'id' | 'countersigningOf'>): Loaded<DecisionData> | undefined {
  const decision = getDecision(reads, id);
  if (decision === undefined) return undefined;
  const { motionId, meetingId, bodyId, rule, timeZone, decidedAt } = decision;
  const stream = streamName('motion', motionId);
  const others = [
    ...(bodyId === undefined ? [] : [streamName('body', bodyId)]),
    ...(meetingId === undefined ? [] : [streamName('meeting', meetingId)]),
  ];
  const data: DecisionData = {
    decision,
    lang: languageOf(reads, stream),
    sides: sidesOf(reads, decision),
    meetingTitle: meetingId === undefined ? undefined : getMeeting(reads, meetingId)?.title,
    instrumentTitle:
      rule?.clauseRef && getInstrument(reads, rule.clauseRef.instrument, { asOf: decidedAt })?.title,
    clauseId: rule?.clauseRef && citedClauseId(reads, rule.clauseRef),
    adopted: versionsAdoptedBy(reads, motionId),
    minutes: meetingId === undefined ? undefined : minutesStanding(reads, meetingId),
    timeline: motionTimeline(reads, motionId)?.entries ?? [],
    published: publishedOf(reads, stream),
    countersigned: countersignedDecision(reads, decision, { countersigningOf }),
  };
  return { data, zone: timeZone, modifiedAt: lastRecordedIn(reads, [stream, ...others]) };
}
