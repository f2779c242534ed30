import { broken, irregular, refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { EligibleSeat } from '../tally/index.ts';
import { agreesWithPresence, notRecused, pairOf, seatOfSnapshot, voteInSession } from './ballots.ts';
import type { BallotFacts } from './ballots.ts';
import type { AdvisoryBallotRecorded } from './events.ts';
import type { Check } from './guards.ts';
import { openly } from './secret/tellers.ts';
import type { MotionState } from './state.ts';

/** A seat without a counted vote says how it would vote: shown, never counted (SP-08, AV-01); so it pairs with none. */
export type RecordAdvisoryBallot = Readonly<{ type: 'RecordAdvisoryBallot' }> &
  Omit<AdvisoryBallotRecorded, 'type'>;

function* advisorySeat({ seatId, votingRight }: EligibleSeat): Check {
  if (votingRight === 'full' || votingRight === 'none')
    yield broken('SP-08', 'NOT_ADVISORY_SEAT', { seatId, votingRight });
  if (votingRight === 'unknown') yield irregular('UNKNOWN_VOTING_RIGHT', { seatId });
}

export function* recordAdvisoryBallot(
  state: MotionState,
  command: RecordAdvisoryBallot,
  facts: BallotFacts,
): Decision<AdvisoryBallotRecorded> {
  const { seatId } = command;
  const vote = yield* voteInSession(state, command, facts);
  yield* openly(vote, { voteEventId: vote.voteEventId, seatId });
  yield* advisorySeat(yield* seatOfSnapshot(vote, seatId));
  if (vote.advisory.has(seatId) || vote.ballots.has(seatId))
    return yield* refuse('DUPLICATE_BALLOT', { seatId });
  yield* notRecused(vote, command, facts);
  yield* pairOf(vote, command);
  yield* agreesWithPresence(command, facts);
  return [{ ...command, type: 'AdvisoryBallotRecorded' }];
}
