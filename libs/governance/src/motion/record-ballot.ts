import { broken, irregular, refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { EligibleSeat } from '../tally/index.ts';
import { agreesWithPresence, notRecused, pairOf, seatOfSnapshot, voteInSession, whoSits } from './ballots.ts';
import type { BallotFacts } from './ballots.ts';
import type { BallotRecorded } from './events.ts';
import { outsideBlocs } from './record-bloc-ballot.ts';
import { notNeutral } from './guards.ts';
import type { Check } from './guards.ts';
import type { MotionState, OpenedVote } from './state.ts';

/** A voting seat answers. Without `by`, whoever sits in it does. RONR (12th ed.) §45. */
export type RecordBallot = Readonly<{ type: 'RecordBallot' }> &
  Omit<BallotRecorded, 'type' | 'by'> &
  Partial<Pick<BallotRecorded, 'by'>>;

function* votingSeat({ seatId, votingRight, roles }: EligibleSeat): Check {
  if (votingRight === 'advisory' || votingRight === 'none')
    yield broken('SP-08', 'ADVISORY_SEAT', { seatId, votingRight });
  if (votingRight === 'unknown') yield irregular('UNKNOWN_VOTING_RIGHT', { seatId });
  yield* notNeutral(seatId, roles);
}

function* firstBallot({ ballots }: OpenedVote, { seatId, option }: RecordBallot): Check {
  const recorded = ballots.get(seatId);
  if (recorded) yield* refuse('DUPLICATE_BALLOT', { seatId, option, recorded: recorded.option });
}

export function* recordBallot(
  state: MotionState,
  command: RecordBallot,
  facts: BallotFacts,
): Decision<BallotRecorded> {
  const vote = yield* voteInSession(state, command, facts);
  yield* votingSeat(yield* seatOfSnapshot(vote, command.seatId));
  yield* firstBallot(vote, command);
  yield* outsideBlocs(vote, command.seatId);
  yield* notRecused(vote, command, facts);
  yield* pairOf(vote, command);
  yield* agreesWithPresence(command, facts);
  return [{ ...command, type: 'BallotRecorded', by: yield* whoSits(command, facts) }];
}
