import { broken, notable } from '../../kernel/index.ts';
import type { Decision } from '../../kernel/index.ts';
import { consensusOf, quorumObjections, quorumRule } from '../../tally/index.ts';
import type { ConsensusTrace } from '../../tally/index.ts';
import type { BallotFacts } from '../ballots.ts';
import type { MotionAdopted, MotionRejected } from '../events.ts';
import { meetingOfBody, notBefore } from '../guards.ts';
import type { Check } from '../guards.ts';
import { quorumInsideFor } from '../quorum-inside.ts';
import type { MotionState } from '../state.ts';
import type { ConsensusFailed, ConsensusReached } from './events.ts';
import { positionRoll } from './position-roll.ts';
import { roundInSession } from './positions.ts';
import { seatsWithoutVote } from '../seats-without-vote.ts';
import type { OpenRound } from './state.ts';

/** The round is closed: consensus disposes of the motion at once; without it the rule says what is left (SP-09). */
export type CloseConsensus = Readonly<{ type: 'CloseConsensus'; roundId: string }>;

type Outcome = ConsensusReached | ConsensusFailed | MotionAdopted | MotionRejected;

/** Every present voting seat has a position: silence is none. */
function* everyoneHasSpoken({ missingSeatIds: seatIds }: ConsensusTrace): Check {
  if (seatIds.length > 0) yield broken('SP-09', 'POSITIONS_MISSING', { seatIds });
}

/** Without a quorum a Brown Act body cannot act at all (BA-15); elsewhere there is no consensus. */
function* quorumAtClosing({ quorum }: ConsensusTrace, { regime }: BallotFacts): Check {
  yield* quorumObjections(quorum, regime === 'BROWN_ACT' ? quorumRule({ regime }) : notable);
}

/** What the body may do when a round has failed. */
export function nextAfter({ rule, round }: Pick<OpenRound, 'rule' | 'round'>): ConsensusFailed['next'] {
  const rounds = rule.consensus?.rounds;
  return [
    ...(rounds === undefined || round < rounds ? ['round' as const] : []),
    ...(rule.mode === 'consensus_then_vote' ? ['vote' as const] : []),
  ];
}

export function* closeConsensus(
  state: MotionState,
  command: CloseConsensus,
  facts: BallotFacts,
): Decision<Outcome> {
  const { roundId } = command;
  const round = yield* roundInSession(state, command, facts);
  yield* notBefore(facts.at, round.lastAt);
  const attendance = yield* meetingOfBody(state, facts);
  const positions = positionRoll(round, attendance);
  const besides = seatsWithoutVote(round, attendance);
  const trace = consensusOf(round.rule, round.eligibility, positions, besides.withoutVote);
  yield* everyoneHasSpoken(trace);
  yield* quorumAtClosing(trace, facts);
  yield* quorumInsideFor(round, attendance);
  const ended = { roundId, positions, ...besides, trace, meetingRevision: attendance.revision };
  const { reason } = trace;
  if (reason === undefined)
    return [
      { type: 'ConsensusReached', ...ended },
      { type: 'MotionAdopted', roundId },
    ];
  const next = nextAfter(round);
  const failed: ConsensusFailed = { type: 'ConsensusFailed', ...ended, reason, next };
  return next.length > 0 ? [failed] : [failed, { type: 'MotionRejected', roundId, reason }];
}
