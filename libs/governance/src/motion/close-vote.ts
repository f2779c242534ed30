import { broken, irregular, notable, refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { Attendance } from '../meeting/attendance.ts';
import { awaitsCastingVote, quorumObjections, quorumRule, tally } from '../tally/index.ts';
import type { CastingVote, Count, EligibleSeat, Tally, VoteOption } from '../tally/index.ts';
import { away, recusedFrom, seatOfSnapshot, voteInSession } from './ballots.ts';
import type { BallotFacts } from './ballots.ts';
import { wholeRoll } from './called-roll.ts';
import type { CalledRoll } from './called-roll.ts';
import { deadlock } from './deadlock.ts';
import { disposition } from './disposition.ts';
import type { MotionAdopted, MotionRejected, RollCallEntry, VoteClosed } from './events.ts';
import { meetingOfBody, notBefore } from './guards.ts';
import type { Check } from './guards.ts';
import { quorumInsideFor } from './quorum-inside.ts';
import { rollCall } from './roll-call.ts';
import { secretOutcome } from './secret/outcome.ts';
import type { MotionState, OpenedVote } from './state.ts';
import { seatsWithoutVote } from './seats-without-vote.ts';

/** The chair announces the result: the vote and the motion are disposed of together. RONR (12th ed.) §4. */
export type CloseVote = Readonly<{
  type: 'CloseVote';
  voteEventId: string;
  castingVote?: CastingVote;
  /** As announced, where the secretary holds them against the roll call. */
  counts?: readonly Count[];
}>;

type Roll = readonly RollCallEntry[];

const presides = ({ roles }: EligibleSeat): boolean =>
  (['chair', 'co_chair', 'vice_chair'] as const).some((role) => roles.includes(role));

/** Who breaks the tie presides, is there, and did not step aside. */
function* entitledToCast(vote: OpenedVote, { seatId }: CastingVote, facts: BallotFacts): Check {
  const seat = yield* seatOfSnapshot(vote, seatId);
  if (!presides(seat)) yield irregular('NOT_CHAIR_AS_OF', { seatId, roles: seat.roles });
  if (!facts.attendance?.present.has(seatId))
    yield irregular('NOT_PRESENT', { seatId, at: facts.at.literal });
  if (recusedFrom(vote, facts).has(seatId)) yield broken('SP-10', 'RECUSED_CANNOT_VOTE', { seatId });
}

/** A presiding member votes once: with the others, or to break the tie. RONR (12th ed.) 44:12. */
const hasVoted = ({ ballots }: OpenedVote, seatId: string): boolean =>
  ['yes', 'no'].includes(ballots.get(seatId)?.option ?? '');

/** A tie waits for a chair who is there, has not voted, and can break it. */
function* tieUnbroken(vote: OpenedVote, called: CalledRoll, { present }: Attendance): Check {
  const { rule, eligibility, method } = vote;
  // By ballot the chair votes with the others or not at all. RONR (12th ed.) 44:12.
  if (method === 'secret') return;
  const seatIds = eligibility.seats
    .filter((seat) => presides(seat) && present.has(seat.seatId) && !hasVoted(vote, seat.seatId))
    .map(({ seatId }) => seatId)
    .filter((seatId) => awaitsCastingVote(rule, eligibility, wholeRoll(called), seatId));
  if (seatIds.length > 0) yield irregular('CASTING_VOTE_REQUIRED', { tie: rule.tie, seatIds });
}

/** Where there is no tie, or the rule does not let the chair break it, the chair has no second vote. */
function* castingVoteOf(vote: OpenedVote, cast: CastingVote, outcome: Tally, facts: BallotFacts): Check {
  if (vote.method === 'secret') yield* refuse('CASTING_VOTE_IN_SECRET_BALLOT', { seatId: cast.seatId });
  yield* entitledToCast(vote, cast, facts);
  if (outcome.castingVote === undefined)
    yield irregular('CASTING_VOTE_WITHOUT_TIE', { seatId: cast.seatId, tie: vote.rule.tie });
  else if (hasVoted(vote, cast.seatId))
    yield irregular('CHAIR_HAS_VOTED', {
      seatId: cast.seatId,
      option: vote.ballots.get(cast.seatId)?.option,
    });
}

const sameCount =
  (one: Count) =>
  ({ option, constituencyId }: Count): boolean =>
    option === one.option && constituencyId === one.constituencyId;

/** What was announced is what the roll call comes to, option by option; what was not announced is not compared. */
function* countsReconcile(announced: readonly Count[], { counts }: Tally): Check {
  const differences = announced
    .map((count) => ({ ...count, recorded: counts.find(sameCount(count))?.value ?? 0 }))
    .filter(({ value, recorded }) => value !== recorded)
    .map(({ value, ...count }) => ({ ...count, announced: value }));
  if (differences.length > 0) yield irregular('COUNTS_DO_NOT_RECONCILE', { differences });
}

/** A pair names each other. */
function* pairsAreMutual({ ballots }: OpenedVote): Check {
  for (const [seatId, { option, pairedWithSeatId }] of ballots) {
    const partner = ballots.get(pairedWithSeatId ?? '');
    if (option === 'paired' && partner?.pairedWithSeatId !== seatId)
      yield irregular('PAIR_NOT_MUTUAL', { seatId, pairedWithSeatId });
  }
}

const isSilent = (option: VoteOption): boolean => option === 'not voting' || away.includes(option);

/** The vote or abstention of every member who is present is reported, in the minutes too (BA-09). */
function* everyPresentMemberAnswers(roll: Roll): Check {
  const seatIds = roll
    .filter(({ present, option }) => present && isSilent(option))
    .map(({ seatId }) => seatId);
  if (seatIds.length > 0) yield broken('BA-09', 'MISSING_MEMBER_VOTES', { seatIds });
}

/** Without a quorum a Brown Act body cannot act at all, so the vote is aborted (BA-15); elsewhere the motion fails. */
function* quorumAtClosing({ quorum }: Tally, { regime }: BallotFacts): Check {
  yield* quorumObjections(quorum, regime === 'BROWN_ACT' ? quorumRule({ regime }) : notable);
}

/** How the vote stands: by the ballots of the seats, or by the totals of the tellers. */
function* countedVote(
  vote: OpenedVote,
  { castingVote }: CloseVote,
  called: CalledRoll,
): Check<Pick<VoteClosed, 'rollCall' | 'tally' | 'secret'>> {
  const { method, voteEventId, rule, eligibility, totals } = vote;
  const { rollCall: roll } = called;
  if (method !== 'secret')
    return { rollCall: roll, tally: tally(rule, eligibility, wholeRoll(called), castingVote) };
  if (!totals) yield* refuse('TELLERS_NOT_HEARD', { voteEventId });
  return secretOutcome(vote, called);
}

export function* closeVote(
  state: MotionState,
  command: CloseVote,
  facts: BallotFacts,
): Decision<VoteClosed | MotionAdopted | MotionRejected> {
  const { voteEventId, castingVote, counts = [] } = command;
  const vote = yield* voteInSession(state, command, facts);
  yield* notBefore(facts.at, vote.lastAt);
  const attendance = yield* meetingOfBody(state, facts);
  const besides = seatsWithoutVote(vote, attendance);
  const called = { rollCall: rollCall(vote, attendance), ...besides };
  const counted = yield* countedVote(vote, command, called);
  const { rollCall: roll, tally: outcome } = counted;
  yield* everyPresentMemberAnswers(roll);
  yield* pairsAreMutual(vote);
  if (castingVote) yield* castingVoteOf(vote, castingVote, outcome, facts);
  else yield* tieUnbroken(vote, called, attendance);
  yield* countsReconcile(counts, outcome);
  yield* quorumAtClosing(outcome, facts);
  yield* quorumInsideFor(vote, attendance);
  yield* deadlock(state, vote, outcome);
  const meetingRevision = attendance.revision;
  const cast = castingVote && { castingVote };
  return [
    { type: 'VoteClosed', voteEventId, ...counted, ...besides, ...cast, meetingRevision },
    disposition(voteEventId, outcome),
  ];
}
