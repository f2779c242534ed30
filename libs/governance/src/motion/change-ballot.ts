import { broken, refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import { agreesWithPresence, alternateAllowed, away, notRecused, pairOf, voteInSession } from './ballots.ts';
import type { Answer, BallotFacts } from './ballots.ts';
import { votesByProxy } from './proxy-ballot.ts';
import type { ProxyFacts } from './proxy-ballot.ts';
import { outsideBlocs } from './record-bloc-ballot.ts';
import type { BallotChanged } from './events.ts';
import { notBefore } from './guards.ts';
import { openly } from './secret/tellers.ts';
import type { Check } from './guards.ts';
import type { Ballot, MotionState, OpenedVote } from './state.ts';

/** A member changes the vote before the result is announced. RONR (12th ed.) 45:8. */
export type ChangeBallot = Readonly<{
  type: 'ChangeBallot';
  voteEventId: string;
  /** The holder of a proxy answers for a seat that was away. A ballot by proxy is changed by proxy. */
  by?: 'proxy';
}> &
  Answer;

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
  yield broken(by === 'proxy' ? 'SP-07' : 'SP-06', 'BALLOT_STANDS', { seatId, by, sitting });
  return {};
}

/** Only a seat that is away votes by proxy: where the giver has come, whoever sits answers for the ballot. */
const isByProxy = ({ by, seatId }: ChangeBallot, ballot: Ballot, { attendance }: BallotFacts): boolean =>
  by === 'proxy' || (ballot.by === 'proxy' && !attendance?.present.has(seatId));

function* spokenForNow(
  state: MotionState,
  vote: OpenedVote,
  command: ChangeBallot,
  facts: ProxyFacts,
  ballot: Ballot,
): Check<Pick<BallotChanged, 'by' | 'proxy'>> {
  if (isByProxy(command, ballot, facts))
    return { by: 'proxy', proxy: yield* votesByProxy(state, vote, command, facts) };
  const sitter = yield* sitterAfter(ballot, command.seatId, facts);
  yield* agreesWithPresence(command, facts);
  const sits = sitter.by ?? ballot.by;
  if (sits !== 'proxy') yield* alternateAllowed(vote, command.seatId, sits);
  return sitter;
}

export function* changeBallot(
  state: MotionState,
  command: ChangeBallot,
  facts: ProxyFacts,
): Decision<BallotChanged> {
  const { voteEventId, seatId, option, pairedWithSeatId } = command;
  const vote = yield* voteInSession(state, command, facts);
  yield* openly(vote, { voteEventId, seatId });
  const ballot = yield* ballotToChange(vote, command);
  yield* outsideBlocs(vote, seatId);
  yield* notBefore(facts.at, ballot.at);
  const sitter = yield* spokenForNow(state, vote, command, facts, ballot);
  yield* notRecused(vote, command, facts);
  yield* pairOf(vote, command);
  const pair = pairedWithSeatId && { pairedWithSeatId };
  return [
    { type: 'BallotChanged', voteEventId, seatId, from: ballot.option, to: option, ...sitter, ...pair },
  ];
}
