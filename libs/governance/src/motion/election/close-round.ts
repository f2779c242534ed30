import { broken, notable, refuse } from '../../kernel/index.ts';
import type { Decision } from '../../kernel/index.ts';
import { electionOf, quorumObjections, quorumRule, secretTrace } from '../../tally/index.ts';
import type { ElectionTrace, ElectorEntry } from '../../tally/index.ts';
import type { BallotFacts } from '../ballots.ts';
import type { MotionAdopted } from '../events.ts';
import { inSession, notBefore } from '../guards.ts';
import type { Check } from '../guards.ts';
import { quorumInsideFor } from '../quorum-inside.ts';
import type { MotionState } from '../state.ts';
import { countedRoll, electorRoll } from './elector-roll.ts';
import type { ElectionDecided, ElectionRoundClosed } from './events.ts';
import { decided, electionOfMotion, openElectionRound } from './guards.ts';
import { secretVoters } from '../secret/dealt.ts';
import { seatsWithoutVote } from '../seats-without-vote.ts';
import type { OpenElectionRound } from './state.ts';

/** The chair announces how the round came out; where nobody is elected, the body ballots again. */
export type CloseElectionRound = Readonly<{ type: 'CloseElectionRound'; ballotingId: string }>;

type Stored = Pick<ElectionRoundClosed, 'roll' | 'presentSeatIds' | 'represented' | 'trace'>;
type WithoutVote = ElectionRoundClosed['withoutVote'];

/** What a round comes to, and what of it is stored: of a secret ballot, nobody's. */
export function outcomeOf(
  round: OpenElectionRound,
  roll: readonly ElectorEntry[],
  withoutVote: WithoutVote = [],
): Stored {
  const { rule, eligibility, candidateIds, totals, represented = [], method } = round;
  const counted = method === 'secret' ? countedRoll(round, roll) : roll;
  const trace = electionOf(rule, eligibility, candidateIds, [...counted, ...withoutVote]);
  if (method !== 'secret') return { roll, trace };
  const apart = totals?.some(({ constituencyId }) => constituencyId !== undefined) ?? false;
  const there = roll.filter(({ option }) => option === 'not voting').map(({ seatId }) => seatId);
  const isByProxy = (seatId: string): boolean => represented.some((one) => one.seatId === seatId);
  const away = roll.filter(({ seatId, option }) => option !== 'not voting' && !isByProxy(seatId));
  return { roll: away, ...secretVoters(there, represented), trace: secretTrace(trace, apart) };
}

function* everybodyAnswered(roll: readonly ElectorEntry[]): Check {
  const seatIds = roll.filter(({ option }) => option === 'not voting').map(({ seatId }) => seatId);
  if (seatIds.length > 0) yield broken('BA-09', 'MISSING_MEMBER_VOTES', { seatIds });
}

function* quorumAtClosing({ candidates: [any] }: ElectionTrace, { regime }: BallotFacts): Check {
  if (any)
    yield* quorumObjections(any.tally.quorum, regime === 'BROWN_ACT' ? quorumRule({ regime }) : notable);
}

export function* closeElectionRound(
  state: MotionState,
  command: CloseElectionRound,
  facts: BallotFacts,
): Decision<ElectionRoundClosed | ElectionDecided | MotionAdopted> {
  const { ballotingId } = command;
  const election = yield* electionOfMotion(state);
  const round = yield* openElectionRound(state, command);
  const attendance = yield* inSession(state, facts);
  yield* notBefore(facts.at, round.lastAt);
  if (round.method === 'secret' && !round.totals) yield* refuse('TELLERS_NOT_HEARD', { ballotingId });
  const besides = seatsWithoutVote(round, attendance);
  const stored = outcomeOf(round, electorRoll(round, attendance), besides.withoutVote);
  yield* everybodyAnswered(stored.roll);
  yield* quorumAtClosing(stored.trace, facts);
  yield* quorumInsideFor(round, attendance);
  const { electedId } = stored.trace;
  const elected = electedId === undefined ? [] : decided(election, electedId, ballotingId);
  const adopted: readonly MotionAdopted[] =
    elected.length === 0 ? [] : [{ type: 'MotionAdopted', voteEventId: ballotingId }];
  const meetingRevision = attendance.revision;
  return [
    { type: 'ElectionRoundClosed', ballotingId, ...stored, ...besides, meetingRevision },
    ...elected,
    ...adopted,
  ];
}
