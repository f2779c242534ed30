import { composition, getMeeting, getMotion, listMotions } from '#projections';
import type {
  AgendaItemView,
  BallotView,
  MeetingView,
  MotionStatus,
  MotionView,
  MotionVoteView,
  Reads,
} from '#projections';
import type { tally } from '#governance';
import { lastPublished } from '../record/published.ts';

/** A seat of the body as of the meeting, and what is known of it at this moment. */
export type LiveSeat = Readonly<{
  seatId: string;
  label: string;
  constituencyId?: string | undefined;
  present: boolean;
  /** The ballot that it cast in the vote that is open, or was closed last. */
  ballot?: BallotView | undefined;
}>;

export type LiveQuorum = Readonly<{
  /** As it was determined last; the parts are those of the body and of its sides. */
  established: boolean;
  at: MeetingView['quorum'][number]['provenance']['occurredAt'];
  parts: readonly Pick<tally.QuorumPartTrace, 'scope' | 'present' | 'base' | 'baseValue' | 'pass'>[];
}>;

/** What a meeting is at, by the public record alone. */
export type Live = Readonly<{
  meeting: MeetingView;
  /** The last entry of the public log that is in it. */
  entry: number;
  item?: AgendaItemView | undefined;
  motion?: MotionView | undefined;
  vote?: MotionVoteView | undefined;
  quorum?: LiveQuorum | undefined;
  sides: readonly Readonly<{ id: string; name?: string | undefined }>[];
  seats: readonly LiveSeat[];
}>;

/** More than are before one meeting. */
const all = 200;

const underWay: readonly MotionStatus[] = [
  ...(['voting', 'seeking_consensus', 'electing', 'nominating', 'pending', 'moved'] as const),
];

/** The motion that is nearest to its decision, the latest of several; without one, that of the item. */
function motionOf(reads: Reads, meetingId: string, item: AgendaItemView | undefined): MotionView | undefined {
  const before = listMotions(reads, { meetingId, limit: all }).items;
  const nearest = underWay.flatMap((status) => before.filter((one) => one.status === status));
  const ofItem = nearest.find(({ motionId }) => motionId === item?.motionId);
  // What is moved on the motion of the item comes before it: the latest is the immediately pending question.
  const asked = nearest.find(({ appliesTo }) => appliesTo !== undefined) ?? ofItem ?? nearest[0];
  const motionId = asked?.motionId ?? item?.motionId;
  return motionId === undefined ? undefined : getMotion(reads, motionId);
}

function partsOf(tests: readonly tally.QuorumTestTrace[]): LiveQuorum['parts'] {
  return tests.flatMap((test) => {
    if (!('parts' in test)) return [test];
    return test.scope === 'each_constituency' ? test.parts : [];
  });
}

function quorumOf({ quorum }: MeetingView): LiveQuorum | undefined {
  const last = quorum.at(-1);
  return (
    last && {
      established: last.type === 'QuorumEstablished',
      at: last.provenance.occurredAt,
      parts: partsOf(last.trace.tests),
    }
  );
}

function seatsOf(
  reads: Reads,
  { bodyId, startsAt, presence }: MeetingView,
  vote: MotionVoteView | undefined,
) {
  const then = bodyId === undefined || !startsAt ? undefined : composition(reads, bodyId, { asOf: startsAt });
  const here = new Set(presence.filter(({ to }) => to === undefined).map(({ seatId }) => seatId));
  const ballots = new Map((vote?.ballots ?? []).map((ballot) => [ballot.seatId, ballot]));
  return {
    sides: (then?.constituencies ?? []).map(({ constituencyId: id, name }) => ({ id, name })),
    seats: (then?.seats ?? []).map(({ seatId, label, constituencyId }) => ({
      seatId,
      label,
      constituencyId,
      present: here.has(seatId),
      ballot: ballots.get(seatId),
    })),
  };
}

/** undefined for a meeting that is not in the record. */
export function liveOf(reads: Reads, meetingId: string): Live | undefined {
  const meeting = getMeeting(reads, meetingId);
  if (meeting === undefined) return undefined;
  const item = meeting.agenda.findLast(({ openings }) => openings.some(({ to }) => to === undefined));
  const motion = motionOf(reads, meetingId, item);
  const vote = motion?.votes.findLast(({ status }) => status !== 'aborted');
  return {
    meeting,
    entry: lastPublished(reads)?.index ?? -1,
    item,
    motion,
    vote,
    quorum: quorumOf(meeting),
    ...seatsOf(reads, meeting, vote),
  };
}
