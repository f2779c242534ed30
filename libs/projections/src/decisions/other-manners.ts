import type { motion, Recorded } from '#governance';
import { decisionIdOf } from './decision-id.ts';
import { fromMotion, fromOpening, labelled, seatsOf, summaryOf, withoutVoteOf } from './document.ts';
import type { Decision, Known } from './document.ts';
import type { DecisionDocument, Manner, Outcome } from './views.ts';

/* Decisions of a body that are no vote on a question: each in the register like any other, without ballots that nobody cast. */

type Disposed = Readonly<{
  id: string;
  manner: Manner;
  outcome: Outcome;
  reason?: NonNullable<DecisionDocument['reason']>;
}>;

function decisionWith(
  recorded: Recorded<motion.MotionEvent>,
  known: Known,
  disposed: Disposed,
  rest: Partial<DecisionDocument>,
): Decision {
  const summary = summaryOf(recorded, known, { ...disposed, counts: {} });
  const document: DecisionDocument = {
    ...summary,
    closedEventId: recorded.eventId,
    recordingMode: recorded.envelope.recordingMode,
    ...fromMotion(known),
    ...fromOpening(known),
    constituencies: [],
    rollCall: [],
    advisory: [],
    ...rest,
    findings: known.motion.findings,
    sources: recorded.envelope.sources ?? [],
  };
  return { summary, document };
}

export function consensusDecision(
  recorded: Recorded<motion.ConsensusReached | motion.ConsensusFailed>,
  known: Known,
): Decision {
  const { roundId, positions, trace, meetingRevision } = recorded.event;
  const seats = seatsOf(known);
  const consensus = {
    roundId,
    positions: positions.map((one) => labelled(one, seats)),
    advisory: known.vote.positions?.map((one) => labelled(one, seats)) ?? [],
    trace,
  };
  const { reason } = trace;
  const outcome = reason === undefined ? 'adopted' : 'rejected';
  const disposed = { id: roundId, manner: 'consensus', outcome, ...(reason && { reason }) } as const;
  return decisionWith(recorded, known, disposed, {
    consensus,
    meetingRevision,
    ...withoutVoteOf(recorded.event, seats),
  });
}

export function consentDecision(
  recorded: Recorded<motion.UnanimousConsentDeclared>,
  motionAndBody: Omit<Known, 'vote'>,
): Decision {
  const { event, eventId, envelope } = recorded;
  const { consentId, present, recusedSeatIds, quorum, meetingRevision } = event;
  const known: Known = {
    ...motionAndBody,
    vote: { opened: { eventId, at: envelope.occurredAt, event }, advisory: [] },
  };
  const { seats } = event.eligibility;
  const consent = { consentId, present: present.map((one) => labelled(one, seats)), recusedSeatIds, quorum };
  const disposed = { id: consentId, manner: 'unanimous_consent', outcome: 'adopted' } as const;
  return decisionWith(recorded, known, disposed, {
    consent,
    meetingRevision,
    ...withoutVoteOf(event, seats),
  });
}

export function calendarDecision(recorded: Recorded<motion.ConsentCalendarApplied>, known: Known): Decision {
  const { byMotionId, calendarDecidedBy, meetingId, itemId } = recorded.event;
  const calendar = { byMotionId, decisionId: decisionIdOf(byMotionId, calendarDecidedBy) };
  const disposed = { id: byMotionId, manner: 'consent_calendar', outcome: 'adopted' } as const;
  return decisionWith(recorded, known, disposed, { calendar, meetingId, itemId });
}

/** A round in which somebody is elected; rounds that elect nobody decide nothing. */
export function electionDecision(recorded: Recorded<motion.ElectionRoundClosed>, known: Known): Decision {
  const { ballotingId, roll, presentSeatIds, represented, trace, meetingRevision } = recorded.event;
  const seats = seatsOf(known);
  const ballots = {
    ballotingId,
    roll: roll.map((one) => labelled(one, seats)),
    ...(presentSeatIds && { presentSeatIds }),
    ...(represented && { represented }),
    trace,
  };
  const disposed = { id: ballotingId, manner: 'election', outcome: 'adopted' } as const;
  return decisionWith(recorded, known, disposed, {
    ballots,
    meetingRevision,
    ...withoutVoteOf(recorded.event, seats),
  });
}
