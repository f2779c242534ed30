import type { motion } from '#governance';
import type { Entry } from '../entries.ts';
import type { TallyRestatedInTimeline } from '../motion-timeline/index.ts';
import type { MotionVoteView } from './views.ts';

/** A vote after a correction of its record: how it was closed stays beside it. */
export function withCorrection(
  vote: MotionVoteView,
  { event, provenance }: Entry<motion.VoteRecordCorrected>,
): MotionVoteView {
  const { type: _type, voteEventId: _voteEventId, ...correction } = event;
  return { ...vote, corrections: [...(vote.corrections ?? []), { ...correction, provenance }] };
}

/** A secret vote after a correction of the totals: the report of the tellers stays as it was. */
export function withReportCorrection(
  vote: MotionVoteView,
  { event, provenance }: Entry<motion.VoteTellersReportCorrected>,
): MotionVoteView {
  const { type: _type, voteEventId: _voteEventId, ...correction } = event;
  return { ...vote, reportCorrections: [...(vote.reportCorrections ?? []), { ...correction, provenance }] };
}

function asClosed({ asClosed: known, result, reason }: MotionVoteView): Pick<MotionVoteView, 'asClosed'> {
  if (known) return { asClosed: known };
  return result === undefined ? {} : { asClosed: { result, ...(reason !== undefined && { reason }) } };
}

export function withRestatement(
  vote: MotionVoteView,
  { event }: Entry<TallyRestatedInTimeline>,
): MotionVoteView {
  const { reason: _reason, ...before } = vote;
  const { result, reason } = event;
  return { ...before, result, ...(reason !== undefined && { reason }), ...asClosed(vote) };
}
