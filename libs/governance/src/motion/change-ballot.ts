import { broken, refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import { agreesWithPresence, away, notRecused, pairOf, voteInSession } from './ballots.ts';
import type { Answer, BallotFacts } from './ballots.ts';
import { outsideBlocs } from './record-bloc-ballot.ts';
import type { BallotChanged } from './events.ts';
import { notBefore } from './guards.ts';
import type { Check } from './guards.ts';
import type { Ballot, MotionState, OpenedVote } from './state.ts';

/** A member changes the vote before the result is announced. RONR (12th ed.) 45:8. */
export type ChangeBallot = Readonly<{ type: 'ChangeBallot'; voteEventId: string }> & Answer;

function* ballotToChange(
  { ballots }: OpenedVote,
  { seatId, option, pairedWithSeatId }: ChangeBallot,
): Check<Ballot> {
  const ballot = ballots.get(seatId);
  if (!ballot) return yield* refuse('NO_BALLOT_TO_CHANGE', { seatId });
  if (ballot.option === option && ballot.pairedWithSeatId === pairedWithSeatId)
    return yield* refuse('BALLOT_UNCHANGED', { seatId, option });
  return ballot;
}

/**
 * Whoever sits in the seat now. A ballot already cast stands when the member relieves the alternate, or leaves
 * the seat to one (SP-06); that somebody was away is no ballot, and whoever comes may answer.
 */
function* sitterAfter(
  { by, option }: Ballot,
  seatId: string,
  { attendance }: BallotFacts,
): Check<Pick<BallotChanged, 'by'>> {
  const sitting = attendance?.present.get(seatId)?.by;
  if (sitting === undefined || sitting === by) return {};
  if (away.includes(option)) return { by: sitting };
  yield broken('SP-06', 'BALLOT_STANDS', { seatId, by, sitting });
  return {};
}

export function* changeBallot(
  state: MotionState,
  command: ChangeBallot,
  facts: BallotFacts,
): Decision<BallotChanged> {
  const { voteEventId, seatId, option, pairedWithSeatId } = command;
  const vote = yield* voteInSession(state, command, facts);
  const ballot = yield* ballotToChange(vote, command);
  yield* outsideBlocs(vote, seatId);
  yield* notBefore(facts.at, ballot.at);
  const sitter = yield* sitterAfter(ballot, seatId, facts);
  yield* notRecused(vote, command, facts);
  yield* pairOf(vote, command);
  yield* agreesWithPresence(command, facts);
  const pair = pairedWithSeatId && { pairedWithSeatId };
  return [
    { type: 'BallotChanged', voteEventId, seatId, from: ballot.option, to: option, ...sitter, ...pair },
  ];
}
