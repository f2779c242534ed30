import type { motion } from '#governance';
import { decisionIdOf } from '../decisions/decision-id.ts';
import type { Entry } from '../entries.ts';
import type { TimelineEvent, VoteClosedInTimeline, VoteOpenedInTimeline } from '../motion-timeline/index.ts';
import { withCorrection, withReportCorrection, withRestatement } from './corrections.ts';
import type { BallotView, MotionVoteView } from './views.ts';

type BallotEvent = motion.BallotRecorded | motion.BallotChanged | motion.AdvisoryBallotRecorded;

const opened = ({ event, provenance }: Entry<VoteOpenedInTimeline>): Partial<MotionVoteView> => ({
  meetingId: event.meetingId,
  ...(event.itemId !== undefined && { itemId: event.itemId }),
  method: event.method,
  openedAt: provenance.occurredAt,
});

const closed = (
  motionId: string,
  { event, provenance }: Entry<VoteClosedInTimeline>,
): Partial<MotionVoteView> => ({
  status: 'closed',
  decisionId: decisionIdOf(motionId, event.voteEventId),
  closedAt: provenance.occurredAt,
  result: event.result,
  ...(event.reason !== undefined && { reason: event.reason }),
});

function ballotOf({ event, provenance }: Entry<BallotEvent>, before: BallotView | undefined): BallotView {
  const { type, seatId } = event;
  if (type === 'AdvisoryBallotRecorded') return { seatId, option: event.option, advisory: true, provenance };
  const { pairedWithSeatId } = event;
  const proxySeatId = event.proxy?.seatId;
  const more = {
    ...(pairedWithSeatId !== undefined && { pairedWithSeatId }),
    ...(proxySeatId !== undefined && { proxySeatId }),
  };
  if (type === 'BallotRecorded') return { seatId, option: event.option, by: event.by, ...more, provenance };
  const by = event.by ?? before?.by;
  return { seatId, option: event.to, ...(by && { by }), ...more, provenance };
}

function withBallot(ballots: readonly BallotView[], entry: Entry<BallotEvent>): readonly BallotView[] {
  const index = ballots.findIndex(({ seatId }) => seatId === entry.event.seatId);
  const ballot = ballotOf(entry, ballots[index]);
  return index < 0 ? [...ballots, ballot] : ballots.with(index, ballot);
}

function withEntry(vote: MotionVoteView, motionId: string, entry: Entry<TimelineEvent>): MotionVoteView {
  const { event } = entry;
  switch (event.type) {
    case 'VoteOpened':
      return { ...vote, ...opened({ ...entry, event }) };
    case 'BlocBallotRecorded': {
      const { seatIds, option } = event;
      const { provenance } = entry;
      const cast = seatIds.map((seatId): BallotView => ({ seatId, option, bloc: true, provenance }));
      return { ...vote, ballots: [...vote.ballots, ...cast] };
    }
    case 'BallotRecorded':
    case 'BallotChanged':
    case 'AdvisoryBallotRecorded':
      return { ...vote, ballots: withBallot(vote.ballots, { ...entry, event }) };
    case 'VoteTellersReported': {
      const { type: _type, voteEventId: _id, ...report } = event;
      return { ...vote, tellersReport: { ...report, provenance: entry.provenance } };
    }
    case 'VoteClosed':
      return { ...vote, ...closed(motionId, { ...entry, event }) };
    case 'VoteAborted':
      return { ...vote, status: 'aborted', reason: event.reason };
    case 'VoteRecordCorrected':
      return withCorrection(vote, { ...entry, event });
    case 'VoteTellersReportCorrected':
      return withReportCorrection(vote, { ...entry, event });
    case 'TallyRestated':
      return withRestatement(vote, { ...entry, event });
    default:
      return vote;
  }
}

/** The votes of a motion, in the order in which they were opened. */
export function votesOf(
  motionId: string,
  entries: readonly Entry<TimelineEvent>[],
): readonly MotionVoteView[] {
  const votes = new Map<string, MotionVoteView>();
  for (const entry of entries) {
    if (!('voteEventId' in entry.event)) continue;
    const { voteEventId } = entry.event;
    if (voteEventId === undefined) continue;
    const vote = votes.get(voteEventId) ?? { voteEventId, status: 'open', ballots: [] };
    votes.set(voteEventId, withEntry(vote, motionId, entry));
  }
  return [...votes.values()];
}
