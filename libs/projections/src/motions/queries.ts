import type { motion } from '#governance';
import { timelineOf } from '../motion-timeline/index.ts';
import { pageOf } from '../page.ts';
import type { Listing, Page, PageRequest } from '../page.ts';
import type { Reads } from '../runtime/index.ts';
import { decidingOf } from './deciding-view.ts';
import { describe } from './motion-view.ts';
import { effectsOn, procedureOf } from './procedure-view.ts';
import { summaryOf } from './row.ts';
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

/** Latest recorded first. @throws InvalidCursor */
export function listMotions(reads: Reads, request: MotionFilter & PageRequest = {}): Page<MotionSummary> {
  const { bodyId, status, meetingId, appliesTo, classification } = request;
  return pageOf(
    reads,
    latestFirst,
    [
      ['body_id = ?', bodyId],
      ['status = ?', status],
      ['meeting_id = ?', meetingId],
      ['applies_to = ?', appliesTo],
      ['classification = ?', classification],
    ],
    request,
  );
}

const madeOn = (reads: Reads, motionId: string): readonly MotionSummary[] =>
  reads
    .all<MotionRow>('SELECT * FROM motions WHERE applies_to = ? ORDER BY position', motionId)
    .map(summaryOf);

const changedBy = (reads: Reads, { motion_id, applies_to }: MotionRow): readonly EffectView[] =>
  applies_to === null
    ? []
    : effectsOn(timelineOf(reads, applies_to)).filter(({ byMotionId }) => byMotionId === motion_id);

/** A motion with its text, its votes and every ballot; undefined for one that is not in the record. */
export function getMotion(reads: Reads, motionId: string): MotionView | undefined {
  const row = reads.get<MotionRow>('SELECT * FROM motions WHERE motion_id = ?', motionId);
  if (!row) return undefined;
  const entries = timelineOf(reads, motionId);
  const revision = entries.at(-1)?.provenance.revision ?? 0;
  return {
    ...summaryOf(row),
    revision,
    ...describe(entries),
    ...procedureOf(entries),
    madeOnIt: madeOn(reads, motionId),
    changed: changedBy(reads, row),
    ...decidingOf(entries),
    votes: votesOf(motionId, entries),
  };
}
