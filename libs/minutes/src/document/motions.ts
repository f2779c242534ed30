import { motion } from '#governance';
import type { Recorded, When } from '#governance';
import { clauseOf } from './context.ts';
import type { Context } from './context.ts';
import { electionLine } from './elections.ts';
import type { MotionLine, RollCallLine, VoteLine } from './minutes-document.ts';
import { officer, seatName } from './seats.ts';
import type { Seats } from './seats.ts';
import { inProcedure } from './procedure.ts';
import { ofTypes, publicEvents } from './source.ts';
import { withoutVote } from './without-vote.ts';

type Events = readonly Recorded<motion.MotionEvent>[];

/** The vote's record is corrected afterwards; what else comes after the meeting is of another meeting. */
const isCorrection = ({ event }: Recorded<motion.MotionEvent>): boolean =>
  event.type === 'VoteRecordCorrected' ||
  event.type === 'VoteTellersReportCorrected' ||
  event.type === 'TallyRestated' ||
  ((event.type === 'MotionAdopted' || event.type === 'MotionRejected') && event.restated === true);

const happenedBy =
  (end: When | undefined) =>
  ({ envelope }: Recorded): boolean =>
    end === undefined || envelope.occurredAt.earliest <= end.latest;

function rollCallLines(
  closed: motion.VoteClosed,
  rollCall: motion.VoteClosed['rollCall'],
  seats: Seats,
): RollCallLine[] {
  return rollCall.map(({ seatId, option }) => {
    const recordedAs = closed.rollCall.find((entry) => entry.seatId === seatId)?.option;
    const isCorrected = recordedAs !== undefined && recordedAs !== option;
    return { ...seatName(seats, seatId), option, ...(isCorrected && { recordedAs }) };
  });
}

/** What minutes tell of a secret vote: how many could cast a ballot, and who counted. */
function secretOf(
  { secret, voteEventId }: motion.VoteClosed,
  events: Events,
  seats: Seats,
): Pick<VoteLine, 'secret'> {
  if (!secret) return {};
  const report = ofTypes(events, 'VoteTellersReported').find(
    ({ event }) => event.voteEventId === voteEventId,
  );
  const tellers = report?.event.tellers.map((teller) => officer(teller, seats)) ?? [];
  return {
    secret: { voters: secret.presentSeatIds.length + (secret.represented?.length ?? 0), tellers },
  };
}

/** Totals that were put right, with what the tellers had reported. */
function reportCorrectionsOf(events: Events, voteEventId: string): Pick<VoteLine, 'reportCorrections'> {
  const corrections = ofTypes(events, 'VoteTellersReportCorrected')
    .filter(({ event }) => event.voteEventId === voteEventId)
    .map(({ event: { from, to, reason } }) => ({ from, to, reason }));
  return corrections.length > 0 ? { reportCorrections: corrections } : {};
}

function voteLine(
  opened: motion.VoteOpened,
  { event: closed, envelope }: Recorded<motion.VoteClosed>,
  events: Events,
  { seats }: Context,
): VoteLine {
  const { voteEventId, method, rule } = opened;
  const ofVote = <T extends Readonly<{ event: { voteEventId: string } }>>({ event }: T): boolean =>
    event.voteEventId === voteEventId;
  const corrections = ofTypes(events, 'VoteRecordCorrected').filter(ofVote);
  const tally = ofTypes(events, 'TallyRestated').findLast(ofVote)?.event.tally ?? closed.tally;
  const rollCall = corrections.reduce(
    (roll, { event }) => motion.correctedRollCall(roll, event),
    closed.rollCall,
  );
  const clause = clauseOf(rule);
  return {
    voteEventId,
    method,
    closedAt: envelope.occurredAt,
    result: tally.result,
    ...(tally.reason !== undefined && { reason: tally.reason }),
    ...(clause !== undefined && { clause }),
    counts: tally.counts,
    ...secretOf(closed, events, seats),
    rollCall: rollCallLines(closed, rollCall, seats),
    corrections: corrections.map(({ event: { seatId, from, to, reason } }) => ({
      seat: seatName(seats, seatId),
      from,
      to,
      reason,
    })),
    ...reportCorrectionsOf(events, voteEventId),
  };
}

/** Votes that were closed in this meeting, in the order in which they were opened. */
function votesIn(events: Events, context: Context): readonly VoteLine[] {
  return ofTypes(events, 'VoteOpened')
    .filter(({ event }) => event.meetingId === context.meetingId)
    .flatMap(({ event: opened }) => {
      const closed = ofTypes(events, 'VoteClosed').find(
        ({ event }) => event.voteEventId === opened.voteEventId,
      );
      return closed ? [voteLine(opened, closed, events, context)] : [];
    });
}

function actsIn(
  events: Events,
  { meetingId, seats }: Context,
): Pick<MotionLine, 'itemId' | 'mover' | 'seconder' | 'secondExemption'> {
  const item = ofTypes(events, 'MotionAgendized').findLast(({ event }) => event.meetingId === meetingId);
  const moved = ofTypes(events, 'MotionMoved').at(-1)?.event;
  const seconded = ofTypes(events, 'MotionSeconded').at(-1)?.event;
  return {
    ...(item && { itemId: item.event.itemId }),
    ...(moved && { mover: seatName(seats, moved.seatId) }),
    ...(seconded?.seatId !== undefined && { seconder: seatName(seats, seconded.seatId) }),
    ...(seconded?.exemption !== undefined && { secondExemption: seconded.exemption }),
  };
}

/** A motion lapses for want of a second, or on the table (RR-10): minutes tell which. */
function dispositionOf({ status }: motion.MotionState, events: Events): string {
  const reason = status === 'lapsed' ? ofTypes(events, 'MotionLapsed').at(-1)?.event.reason : undefined;
  return reason === 'not_taken_from_table' ? 'lapsed_on_table' : status;
}

/** A motion as the meeting left it. */
export function motionLine(motionId: string, all: Events, context: Context): MotionLine | undefined {
  const isOfMeeting = happenedBy(context.adjourned);
  const events = publicEvents(all).filter((one) => isOfMeeting(one) || isCorrection(one));
  if (events.length === 0) return undefined;
  const state = events.reduce(
    (before, { event, envelope }) => motion.decider.evolve(before, event, envelope.occurredAt),
    motion.decider.initialState,
  );
  const drafted = ofTypes(events, 'MotionDrafted')[0]?.event;
  const text = ofTypes(events, 'MotionDrafted', 'MotionTextRevised', 'MotionTextAmended').at(-1)?.event.text;
  return {
    motionId,
    ...(drafted && { title: drafted.title }),
    ...(text !== undefined && { text }),
    ...inProcedure(events, state, context),
    ...actsIn(events, context),
    votes: votesIn(events, context),
    ...electionLine(events, context),
    ...withoutVote(events, context),
    disposition: dispositionOf(state, events),
  };
}
