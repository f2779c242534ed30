import type { motion, Recorded } from '#governance';
import { clauseOf, otherMotion, unlessEmpty } from './context.ts';
import type { Context } from './context.ts';
import type { ConsentLine, PositionLine, RoundLine, WithoutVote } from './minutes-document.ts';
import { officer, seatName } from './seats.ts';
import type { Seats } from './seats.ts';
import { ofTypes } from './source.ts';

type Events = readonly Recorded<motion.MotionEvent>[];
type Ended = motion.ConsensusReached | motion.ConsensusFailed | motion.ConsensusAborted;
type Entry = motion.ConsensusReached['positions'][number];

const positionLine = (
  { seatId, position, by, reason }: Pick<Entry, 'seatId' | 'position' | 'by' | 'reason'>,
  seats: Seats,
): PositionLine => ({
  ...seatName(seats, seatId),
  position,
  ...((by === 'alternate' || by === 'proxy') && { by }),
  ...(reason !== undefined && { reason }),
});

/** What seats said in a round, the last word of each. */
function said(ofRound: Events, seats: Seats, advisory: boolean): readonly PositionLine[] {
  const heard = ofTypes(ofRound, 'ConsensusPositionRecorded').filter(
    ({ event }) => (event.advisory === true) === advisory,
  );
  return heard.map(({ event }) => {
    const changed = ofTypes(ofRound, 'ConsensusPositionChanged').findLast(
      (change) => change.event.seatId === event.seatId,
    )?.event;
    const { reason: _reason, ...before } = event;
    return positionLine(
      changed
        ? { ...before, position: changed.to, ...(changed.reason !== undefined && { reason: changed.reason }) }
        : event,
      seats,
    );
  });
}

const results = {
  ConsensusReached: 'reached',
  ConsensusFailed: 'failed',
  ConsensusAborted: 'aborted',
} as const satisfies Record<Ended['type'], RoundLine['result']>;

/** Of a round that was broken off, what was said until then. */
function outcome(
  event: Ended,
  ofRound: Events,
  seats: Seats,
): Pick<RoundLine, 'positions' | 'reason' | 'next'> {
  if (event.type === 'ConsensusAborted')
    return { positions: said(ofRound, seats, false), reason: event.reason };
  const positions = event.positions.map((entry) => positionLine(entry, seats));
  if (event.type === 'ConsensusReached') return { positions };
  return { positions, reason: event.reason, ...unlessEmpty('next', event.next) };
}

function roundLine(
  called: motion.ConsensusCalled,
  { event, envelope }: Recorded<Ended>,
  events: Events,
  { seats }: Context,
): RoundLine {
  const { roundId, round, calledBy, rule } = called;
  const ofRound = events.filter((one) => 'roundId' in one.event && one.event.roundId === roundId);
  const clause = clauseOf(rule);
  return {
    roundId,
    round,
    ...(calledBy && { calledBy: officer(calledBy, seats) }),
    closedAt: envelope.occurredAt,
    result: results[event.type],
    ...(clause !== undefined && { clause }),
    ...outcome(event, ofRound, seats),
    advisory: said(ofRound, seats, true),
  };
}

/** Rounds that ended in this meeting, in the order in which they were called. */
const roundsIn = (events: Events, context: Context): readonly RoundLine[] =>
  ofTypes(events, 'ConsensusCalled')
    .filter(({ event }) => event.meetingId === context.meetingId)
    .flatMap(({ event: called }) => {
      const ended = ofTypes(events, 'ConsensusReached', 'ConsensusFailed', 'ConsensusAborted').find(
        ({ event }) => event.roundId === called.roundId,
      );
      return ended ? [roundLine(called, ended, events, context)] : [];
    });

function consentLine(
  { event, envelope }: Recorded<motion.UnanimousConsentDeclared>,
  { seats }: Context,
): ConsentLine {
  const { consentId, present, recusedSeatIds, rule } = event;
  const clause = clauseOf(rule);
  return {
    consentId,
    at: envelope.occurredAt,
    present: present.length,
    recused: recusedSeatIds.map((seatId) => seatName(seats, seatId)),
    ...(clause !== undefined && { clause }),
  };
}

/** How the meeting decided on a motion, or tried to, without a vote. */
export function withoutVote(events: Events, context: Context): WithoutVote {
  const { meetingId, seats } = context;
  const here = <E extends Readonly<{ event: Readonly<{ meetingId: string }> }>>({ event }: E): boolean =>
    event.meetingId === meetingId;
  const consent = ofTypes(events, 'UnanimousConsentDeclared').findLast(here);
  const calendar = ofTypes(events, 'ConsentCalendarCompiled').findLast(here);
  const applied = ofTypes(events, 'ConsentCalendarApplied').findLast(here);
  const objections = ofTypes(events, 'UnanimousConsentObjected')
    .filter(here)
    .map(({ event: { seatId, reason } }) => ({
      seat: seatName(seats, seatId),
      ...(reason !== undefined && { reason }),
    }));
  const mediations = ofTypes(events, 'MediationRecorded').map(
    ({ event: { mediator, outcome, statement } }) => ({
      mediator: officer(mediator, seats),
      outcome,
      ...(statement !== undefined && { statement }),
    }),
  );
  const entries = calendar?.event.entries ?? [];
  return {
    ...unlessEmpty('rounds', roundsIn(events, context)),
    ...unlessEmpty('mediations', mediations),
    ...unlessEmpty('objections', objections),
    ...(consent && { consent: consentLine(consent, context) }),
    ...unlessEmpty(
      'calendar',
      entries.map(({ motionId }) => otherMotion(context, motionId)),
    ),
    ...(applied && { adoptedWith: otherMotion(context, applied.event.byMotionId) }),
  };
}
