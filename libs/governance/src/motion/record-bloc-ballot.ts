import { refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import { countedSeats } from '../tally/index.ts';
import { recusedFrom, voteInSession } from './ballots.ts';
import type { BallotFacts } from './ballots.ts';
import type { BlocBallotRecorded } from './events.ts';
import type { Check } from './guards.ts';
import { openly } from './secret/tellers.ts';
import type { MotionState, OpenedVote } from './state.ts';

/** A side casts the full vote of its membership, by those of it who are there (meeting rule SP-05). */
export type RecordBlocBallot = Readonly<{ type: 'RecordBlocBallot' }> &
  Omit<BlocBallotRecorded, 'type' | 'seatIds'>;

/** Only a clause gives a side votes for members who are away. */
function* granted({ rule }: OpenedVote): Check {
  if (rule.absentee !== 'bloc')
    yield* refuse('BLOC_NOT_GRANTED', { rule: 'SP-05', ruleId: rule.ruleId, absentee: rule.absentee });
}

/** Seats of a side that can speak for it: there, not recused, and with no ballot of their own. */
function* castingSeats(
  vote: OpenedVote,
  constituencyId: string,
  facts: BallotFacts,
): Check<readonly string[]> {
  const recused = recusedFrom(vote, facts);
  const own = countedSeats(vote.eligibility, constituencyId).map(({ seatId }) => seatId);
  const cast = own.filter((seatId) => vote.ballots.has(seatId));
  if (cast.length > 0) yield* refuse('DUPLICATE_BALLOT', { constituencyId, seatIds: cast });
  const seatIds = own.filter((seatId) => facts.attendance?.present.has(seatId) && !recused.has(seatId));
  if (seatIds.length === 0) yield* refuse('BLOC_ABSENT', { rule: 'SP-05', constituencyId });
  return seatIds;
}

/** A split inside the bloc is resolved by the clause, or refused. */
function* ofOneMind(
  { rule }: OpenedVote,
  { option, positions = [] }: RecordBlocBallot,
  seatIds: readonly string[],
): Check {
  const named = positions.map(({ seatId }) => seatId);
  if (new Set(named).size < named.length || named.some((seatId) => !seatIds.includes(seatId)))
    yield* refuse('NOT_ENTITLED_AS_OF', {
      seatIds: named,
      reason: 'not a seat of the bloc that is present, or twice',
    });
  const others = positions.filter((one) => one.option !== option).length;
  if (others === 0) return;
  const isMajority = 2 * (positions.length - others) > seatIds.length;
  if (rule.blocSplit !== 'majority' || !isMajority)
    yield* refuse('BLOC_SPLIT', { rule: 'SP-05', option, positions, blocSplit: rule.blocSplit ?? 'refused' });
}

export function* recordBlocBallot(
  state: MotionState,
  command: RecordBlocBallot,
  facts: BallotFacts,
): Decision<BlocBallotRecorded> {
  const vote = yield* voteInSession(state, command, facts);
  const { voteEventId, constituencyId } = command;
  yield* openly(vote, { voteEventId, constituencyId });
  yield* granted(vote);
  const seatIds = yield* castingSeats(vote, constituencyId, facts);
  yield* ofOneMind(vote, command, seatIds);
  return [{ ...command, type: 'BlocBallotRecorded', seatIds }];
}

/** Whoever comes after the bloc has voted has voted with it, and nobody leaves it alone. */
export function* outsideBlocs({ eligibility, ballots }: OpenedVote, seatId: string): Check {
  const side = eligibility.seats.find((one) => one.seatId === seatId)?.constituencyId;
  if (side === undefined) return;
  const bloc = countedSeats(eligibility, side).some((one) => ballots.get(one.seatId)?.bloc);
  if (bloc) yield* refuse('BLOC_HAS_VOTED', { rule: 'SP-05', seatId, constituencyId: side });
}
