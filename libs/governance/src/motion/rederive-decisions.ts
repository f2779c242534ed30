import { unknownWhen } from '../kernel/index.ts';
import { consensusOf, countedSeats, quorumWithRecusals } from '../tally/index.ts';
import { nextAfter } from './consensus/close-consensus.ts';
import { outcomeOf } from './election/close-round.ts';
import type {
  ConsensusFailed,
  ConsensusReached,
  ConsentCalendarApplied,
  ElectionRoundClosed,
  MotionEvent,
  UnanimousConsentDeclared,
} from './events.ts';
import { isSame } from './differences.ts';
import type { Differences } from './differences.ts';
import { evolve } from './evolve/index.ts';
import { noMotion } from './state.ts';
import type { MotionState } from './state.ts';
import { withoutVoteDifferences } from './rederive.ts';

/** A decision that was no vote on a question, worked out again from what its stream pinned. */
export type RederivedDecision = Readonly<{
  id: string;
  manner: 'consensus' | 'unanimous_consent' | 'consent_calendar' | 'election';
  /** Empty where everything that is stored follows from what was pinned. */
  differences: readonly string[];
}>;

type Following = readonly MotionEvent[];

function* sameText(state: MotionState, textSha256: string): Differences {
  if (textSha256 !== state.textSha256) yield 'the text of the decision is not the text of the motion';
}

function* adoptedBy(following: Following, by: Readonly<Record<string, string>>): Differences {
  const [next] = following;
  if (next?.type !== 'MotionAdopted' || !isSame({ type: 'MotionAdopted', ...by }, next))
    yield 'the motion was not adopted by this decision';
}

function* consensusDifferences(
  state: MotionState,
  event: ConsensusReached | ConsensusFailed,
  following: Following,
): Differences {
  const { roundId, positions, trace } = event;
  const open = state.consensus?.open;
  if (open?.roundId !== roundId) return yield 'the round that was closed had not been called';
  yield* sameText(state, open.textSha256);
  const entitled = countedSeats(open.eligibility).map(({ seatId }) => seatId);
  if (
    !isSame(
      positions.map(({ seatId }) => seatId),
      entitled,
    )
  )
    yield 'the positions are not those of the filled voting seats of the snapshot';
  for (const { seatId, position, present, proxySeatId } of positions) {
    const held = open.positions.get(seatId)?.position;
    const silent = position === 'recused' || position === (present ? 'no position' : 'absent');
    if (held === undefined ? !silent : held !== position)
      yield `the round says ${position} of ${seatId}, and the positions do not`;
    if (open.positions.get(seatId)?.proxySeatId !== proxySeatId)
      yield `${seatId} spoke by proxy, or by another one`;
  }
  yield* withoutVoteDifferences(open, event);
  const expected = consensusOf(open.rule, open.eligibility, positions, event.withoutVote);
  if (!isSame(expected, trace)) yield 'the stored trace does not follow from the positions';
  if (event.type === 'ConsensusReached') {
    if (expected.result === 'failed') yield `there was no consensus: ${expected.reason ?? ''}`;
    return yield* adoptedBy(following, { roundId });
  }
  if (expected.reason !== event.reason)
    yield `the round failed for another reason: ${expected.reason ?? 'none'}`;
  if (!isSame(nextAfter(open), event.next)) yield 'the rule leaves the body something else';
  const isRejected = following[0]?.type === 'MotionRejected' && following[0].roundId === roundId;
  if (isRejected !== (event.next.length === 0)) yield 'the motion was not disposed of as the rule says';
}

function* consentDifferences(
  state: MotionState,
  event: UnanimousConsentDeclared,
  following: Following,
): Differences {
  const { consentId, textSha256, meetingId, eligibility, present, recusedSeatIds, rule, quorum } = event;
  const { withoutVote = [] } = event;
  yield* sameText(state, textSha256);
  const entitled = new Set(countedSeats(eligibility).map(({ seatId }) => seatId));
  for (const { seatId } of present) {
    if (!entitled.has(seatId)) yield `${seatId} could not have objected`;
    if (recusedSeatIds.includes(seatId)) yield `${seatId} had recused itself`;
  }
  const objected = state.consent?.objected.some(
    (one) => one.meetingId === meetingId && one.textSha256 === textSha256,
  );
  if (objected) yield 'a member had objected';
  yield* withoutVoteDifferences(event, event);
  const beside = withoutVote.filter((seat) => seat.present && seat.option !== 'recused');
  const there = [...present, ...beside].map(({ seatId }) => seatId);
  const recused = new Set(recusedSeatIds);
  const asIf = { ...rule.recusal, countsForQuorum: false };
  // Where recused seats count for the quorum, the event does not say which of them were in the room.
  const expected = quorumWithRecusals({ quorum: rule.quorum, recusal: asIf }, eligibility, there, recused);
  if (!rule.recusal.countsForQuorum && !isSame(expected, quorum))
    yield 'the stored quorum does not follow from who was there';
  yield* adoptedBy(
    following.filter(({ type }) => type !== 'ElectionDecided'),
    { consentId },
  );
}

function* calendarDifferences(
  state: MotionState,
  { byMotionId, textSha256 }: ConsentCalendarApplied,
  following: Following,
): Differences {
  yield* sameText(state, textSha256);
  yield* adoptedBy(following, { byMotionId });
}

function* electionDifferences(
  state: MotionState,
  event: ElectionRoundClosed,
  following: Following,
): Differences {
  const { ballotingId, roll, presentSeatIds = [], represented = [], trace } = event;
  const open = state.election?.open;
  if (open?.ballotingId !== ballotingId) return yield 'the round that was closed had not been opened';
  const stored = new Map(roll.map((entry) => [entry.seatId, entry]));
  const whole = countedSeats(open.eligibility).map(({ seatId, constituencyId }) => {
    const side = constituencyId !== undefined && { constituencyId };
    const present = !represented.some((one) => one.seatId === seatId);
    return (
      stored.get(seatId) ?? {
        seatId,
        ...side,
        option: present ? ('not voting' as const) : ('absent' as const),
        present,
      }
    );
  });
  const byProxy = new Set(represented.map(({ seatId }) => seatId));
  const away = countedSeats(open.eligibility).filter(
    ({ seatId }) => !stored.has(seatId) && !byProxy.has(seatId),
  );
  if (
    !isSame(
      away.map(({ seatId }) => seatId),
      presentSeatIds,
    )
  )
    yield 'the roll is not that of the filled voting seats of the snapshot';
  for (const { seatId, option, candidateId, proxySeatId } of roll) {
    const ballot = open.ballots.get(seatId);
    if (ballot ? ballot.option !== option || ballot.candidateId !== candidateId : option === 'candidate')
      yield `the roll says ${candidateId ?? option} of ${seatId}, and the ballots do not`;
    if (ballot?.proxySeatId !== proxySeatId) yield `${seatId} voted by proxy, or by another one`;
  }
  yield* withoutVoteDifferences(open, event);
  if (!isSame(outcomeOf(open, whole, event.withoutVote).trace, trace))
    yield 'the stored trace does not follow from the ballots';
  const [decided, adopted] = following;
  const elected = decided?.type === 'ElectionDecided' ? decided.candidateId : undefined;
  if (elected !== trace.electedId) yield 'somebody else is elected than the trace says';
  if (trace.electedId !== undefined) yield* adoptedBy(adopted ? [adopted] : [], { voteEventId: ballotingId });
}

function rederived(
  state: MotionState,
  event: MotionEvent,
  following: Following,
): RederivedDecision | undefined {
  switch (event.type) {
    case 'ConsensusReached':
    case 'ConsensusFailed': {
      const differences = [...consensusDifferences(state, event, following)];
      return { id: event.roundId, manner: 'consensus', differences };
    }
    case 'UnanimousConsentDeclared': {
      const differences = [...consentDifferences(state, event, following)];
      return { id: event.consentId, manner: 'unanimous_consent', differences };
    }
    case 'ConsentCalendarApplied': {
      const differences = [...calendarDifferences(state, event, following)];
      return { id: event.byMotionId, manner: 'consent_calendar', differences };
    }
    case 'ElectionRoundClosed': {
      const differences = [...electionDifferences(state, event, following)];
      return { id: event.ballotingId, manner: 'election', differences };
    }
    default:
      return undefined;
  }
}

/**
 * Works out again, from the stream of a motion alone, every decision on it that was no vote on a question: positions,
 * presence and ballots as recorded, rule and eligibility as pinned.
 */
export function rederiveDecisions(events: readonly MotionEvent[]): readonly RederivedDecision[] {
  let state = noMotion;
  return events.flatMap((event, i) => {
    const decision = rederived(state, event, events.slice(i + 1, i + 3));
    state = evolve(state, event, unknownWhen);
    return decision ?? [];
  });
}
