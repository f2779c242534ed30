import { broken, irregular, refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { EligibleSeat } from '../tally/index.ts';
import {
  agreesWithPresence,
  alternateAllowed,
  notRecused,
  pairOf,
  seatOfSnapshot,
  voteInSession,
  whoSits,
} from './ballots.ts';
import type { BallotRecorded } from './events.ts';
import { openly } from './secret/tellers.ts';
import { votesByProxy } from './proxy-ballot.ts';
import type { ProxyFacts } from './proxy-ballot.ts';
import { outsideBlocs } from './record-bloc-ballot.ts';
import { notNeutral } from './guards.ts';
import type { Check } from './guards.ts';
import type { MotionState, OpenedVote } from './state.ts';

/** A voting seat answers. Without `by`, whoever sits in it does. RONR (12th ed.) §45. */
export type RecordBallot = Readonly<{ type: 'RecordBallot' }> &
  Omit<BallotRecorded, 'type' | 'by' | 'proxy'> &
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

/** The member or the alternate answers in the seat; the holder of a proxy answers for whoever is away. */
function* spokenFor(
  state: MotionState,
  vote: OpenedVote,
  command: RecordBallot,
  facts: ProxyFacts,
): Check<Pick<BallotRecorded, 'by' | 'proxy'>> {
  const { by, ...answer } = command;
  if (by === 'proxy') return { by, proxy: yield* votesByProxy(state, vote, answer, facts) };
  yield* agreesWithPresence(answer, facts);
  const sits = yield* whoSits({ seatId: answer.seatId, ...(by && { by }) }, facts);
  yield* alternateAllowed(vote, answer.seatId, sits);
  return { by: sits };
}

export function* recordBallot(
  state: MotionState,
  command: RecordBallot,
  facts: ProxyFacts,
): Decision<BallotRecorded> {
  const vote = yield* voteInSession(state, command, facts);
  yield* openly(vote, { voteEventId: vote.voteEventId, seatId: command.seatId });
  yield* votingSeat(yield* seatOfSnapshot(vote, command.seatId));
  yield* firstBallot(vote, command);
  yield* outsideBlocs(vote, command.seatId);
  yield* notRecused(vote, command, facts);
  yield* pairOf(vote, command);
  return [{ ...command, type: 'BallotRecorded', ...(yield* spokenFor(state, vote, command, facts)) }];
}
