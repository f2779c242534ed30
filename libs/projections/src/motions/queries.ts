import type { motion } from '#governance';
import { asTheyStand } from '../asked-times.ts';
import type { AskedTimes } from '../asked-times.ts';
import { timelineOf } from '../motion-timeline/index.ts';
import { pageOf } from '../page.ts';
import type { Condition, Listing, Page, PageRequest } from '../page.ts';
import type { Reads } from '../runtime/index.ts';
import { decidingOf } from './deciding-view.ts';
import { describe } from './motion-view.ts';
import { effectsOn, procedureOf } from './procedure-view.ts';
import { rowOf, summaryOf } from './row.ts';
import type { MotionRow } from './row.ts';
import type { EffectView, MotionStatus, MotionSummary, MotionView } from './views.ts';
import { votesOf } from './votes.ts';

export type MotionFilter = Readonly<{
  bodyId?: string | undefined;
  status?: MotionStatus | undefined;
  meetingId?: string | undefined;
  appliesTo?: string | undefined;
  classification?: motion.MotionClass | undefined;
}>;

const latestFirst: Listing<MotionRow, MotionSummary> = {
  select: 'SELECT * FROM motions',
  orderBy: ['position'],
  direction: 'DESC',
  item: summaryOf,
};

const isAsked =
  ({ status, meetingId }: MotionFilter) =>
  (row: MotionRow): boolean =>
    (status === undefined || row.status === status) &&
    (meetingId === undefined || row.meeting_id === meetingId);

const rowAt = (reads: Reads, motionId: string, times: AskedTimes): MotionRow | undefined =>
  rowOf(motionId, timelineOf(reads, motionId, times).entries);

/** The motions as they stood at other times than now: each is folded, so a page may hold fewer than its limit. */
function listedAt(reads: Reads, request: MotionFilter & PageRequest, times: AskedTimes): Page<MotionSummary> {
  const then: Listing<MotionRow, MotionRow | undefined> = {
    ...latestFirst,
    item: ({ motion_id: id }) => rowAt(reads, id, times),
  };
  const { items, ...page } = pageOf(reads, then, ofItself(request), request);
  const known = items.filter((row) => row !== undefined).filter(isAsked(request));
  return { ...page, items: known.map(summaryOf) };
}

/** What stays as it is from the draft on. */
const ofItself = ({ bodyId, appliesTo, classification }: MotionFilter): readonly Condition[] => [
  ['body_id = ?', bodyId],
  ['applies_to = ?', appliesTo],
  ['classification = ?', classification],
];

/**
 * Latest recorded first. With times, as they stood then; a page may then hold fewer entries than its limit.
 *
 * @throws InvalidCursor
 */
export function listMotions(
  reads: Reads,
  { asOf, knownAt, ...request }: MotionFilter & PageRequest & AskedTimes = {},
): Page<MotionSummary> {
  if (!asTheyStand({ asOf, knownAt })) return listedAt(reads, request, { asOf, knownAt });
  const { status, meetingId } = request;
  const standing: readonly Condition[] = [
    ['status = ?', status],
    ['meeting_id = ?', meetingId],
  ];
  return pageOf(reads, latestFirst, [...ofItself(request), ...standing], request);
}

function madeOn(reads: Reads, motionId: string, times: AskedTimes): readonly MotionSummary[] {
  const rows = reads.all<MotionRow>('SELECT * FROM motions WHERE applies_to = ? ORDER BY position', motionId);
  return rows
    .map((row) => (asTheyStand(times) ? row : rowAt(reads, row.motion_id, times)))
    .filter((row) => row !== undefined)
    .map(summaryOf);
}

const changedBy = (
  reads: Reads,
  { motion_id, applies_to }: MotionRow,
  times: AskedTimes,
): readonly EffectView[] =>
  applies_to === null
    ? []
    : effectsOn(timelineOf(reads, applies_to, times).entries).filter(
        ({ byMotionId }) => byMotionId === motion_id,
      );

/**
 * A motion with its text, its votes and every ballot; undefined for one that is not in the record, or was not by the
 * times that are asked for.
 */
export function getMotion(reads: Reads, motionId: string, asked: AskedTimes = {}): MotionView | undefined {
  const { entries, times } = timelineOf(reads, motionId, asked);
  const row = rowOf(motionId, entries);
  if (!row) return undefined;
  const revision = entries.at(-1)?.provenance.revision ?? 0;
  return {
    ...summaryOf(row),
    ...times,
    revision,
    ...describe(entries),
    ...procedureOf(entries),
    madeOnIt: madeOn(reads, motionId, asked),
    changed: changedBy(reads, row, asked),
    ...decidingOf(entries),
    votes: votesOf(motionId, entries),
  };
}

/** The body before which a motion is, in whose zone dates are read. */
export const bodyOfMotion = (reads: Reads, motionId: string): string | undefined =>
  reads.get<{ id: string | null }>('SELECT body_id AS id FROM motions WHERE motion_id = ?', motionId)?.id ??
  undefined;
