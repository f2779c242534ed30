import { streamName } from '#governance';
import type { Finding } from '#governance';
import {
  bodyTimeZone,
  getBody,
  getMeeting,
  getMotion,
  listDecisions,
  motionTimeline,
  seatHistory,
  versionsAdoptedBy,
} from '#projections';
import type { AdoptedByMotion, MotionView, Reads, TimelineEntry } from '#projections';
import type { Rendering } from '../../http/resource.ts';
import { languageOf, lastRecordedIn } from '../../record/published.ts';
import type { Loaded } from '../frame/page.tsx';
import type { ListedDecision } from '../parts/decision-list.tsx';
import { listedDecision } from '../parts/listed.ts';

/** More decisions than one motion ever came to. */
const all = 200;

export type MotionData = Readonly<{
  motion: MotionView;
  lang: string | undefined;
  bodyName?: string | undefined;
  meetingTitle?: string | undefined;
  /** Titles of other motions that it names, by id. */
  titles: ReadonlyMap<string, string>;
  decisions: readonly ListedDecision[];
  /** Versions of instruments that it adopted. */
  adopted: readonly AdoptedByMotion[];
  timeline: readonly TimelineEntry[];
  /** Of the seats that its events name. */
  labels: ReadonlyMap<string, string>;
  findings: readonly Finding[];
}>;

function labelsOf(reads: Reads, bodyId: string | undefined, entries: readonly TimelineEntry[]) {
  const ids = new Set(
    entries.flatMap(({ details }) => (typeof details.seatId === 'string' ? [details.seatId] : [])),
  );
  if (bodyId === undefined) return new Map<string, string>();
  return new Map([...ids].map((id) => [id, seatHistory(reads, bodyId, id)?.label ?? id]));
}

function titlesOf(reads: Reads, motion: MotionView): ReadonlyMap<string, string> {
  const ids = [
    ...(motion.appliesTo === undefined ? [] : [motion.appliesTo]),
    ...(motion.dividedInto ?? []),
    ...motion.changedBy.map(({ byMotionId }) => byMotionId),
    ...motion.texts.flatMap(({ byMotionId }) => byMotionId ?? []),
  ];
  return new Map([...new Set(ids)].map((id) => [id, getMotion(reads, id)?.title ?? id]));
}

export function loadMotion({
  reads,
  id,
}: Pick<Rendering<unknown>, 'reads' | 'id'>): Loaded<MotionData> | undefined {
  const motion = getMotion(reads, id);
  if (motion === undefined) return undefined;
  const { bodyId, meetingId } = motion;
  const stream = streamName('motion', id);
  const timeline = motionTimeline(reads, id)?.entries ?? [];
  const data: MotionData = {
    motion,
    lang: languageOf(reads, stream),
    bodyName: bodyId === undefined ? undefined : getBody(reads, bodyId)?.name,
    meetingTitle: meetingId === undefined ? undefined : getMeeting(reads, meetingId)?.title,
    titles: titlesOf(reads, motion),
    decisions: listDecisions(reads, { motionId: id, limit: all }).items.map((one) =>
      listedDecision(reads, one),
    ),
    adopted: versionsAdoptedBy(reads, id),
    timeline,
    labels: labelsOf(reads, bodyId, timeline),
    findings: timeline.flatMap(({ findings }) => findings),
  };
  const zone = bodyId === undefined ? undefined : bodyTimeZone(reads, bodyId);
  return { data, zone, modifiedAt: lastRecordedIn(reads, [stream]) };
}
