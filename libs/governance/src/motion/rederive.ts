import { unknownWhen } from '../kernel/index.ts';
import { countedSeats, demandedWithoutVote, tally } from '../tally/index.ts';
import type { RollCallEntry, Tally } from '../tally/index.ts';
import type { MotionEvent, VoteClosed } from './events.ts';
import { isSame } from './differences.ts';
import type { Differences } from './differences.ts';
import { isCorrection, rederiveCorrection } from './rederive-correction.ts';
import type { VoteCorrection } from './rederive-correction.ts';
import { evolve } from './evolve/index.ts';
import { wholeRoll } from './called-roll.ts';
import { secretOutcome, secretRoll } from './secret/outcome.ts';
import { noMotion } from './state.ts';
import type { Ballot, MotionState, OpenedVote } from './state.ts';

/** A closed vote worked out again from what its stream pinned, and where the record says something else. */
export type RederivedVote = Readonly<{
  voteEventId: string;
  /** Absent where the opening of the vote is not among the events. */
  tally?: Tally;
  disposition?: 'adopted' | 'rejected';
  /** What it comes to after the corrections of its record, if there are any. */
  restated?: Readonly<{ tally: Tally; disposition: 'adopted' | 'rejected' }>;
  /** Empty where everything that is stored follows from what was pinned. */
  differences: readonly string[];
}>;

/** A seat without a ballot is present or not, or recused; nothing else can be concluded. */
function follows({ option, present }: RollCallEntry, ballot: string | undefined): boolean {
  if (ballot !== undefined) return option === ballot;
  return option === 'recused' || option === (present ? 'not voting' : 'absent');
}

const proxySeatOf = (ballot: Ballot | undefined): string | undefined =>
  ballot?.by === 'proxy' ? ballot.proxySeatId : undefined;

function* rollCallDifferences(
  { eligibility, ballots }: OpenedVote,
  roll: readonly RollCallEntry[],
): Differences {
  const called = roll.map(({ seatId }) => seatId);
  const entitled = countedSeats(eligibility).map(({ seatId }) => seatId);
  if (!isSame(called, entitled)) yield 'the roll call is not that of the filled voting seats of the snapshot';
  for (const entry of roll)
    if (entry.bloc !== ballots.get(entry.seatId)?.bloc) yield `${entry.seatId} voted in a bloc, or did not`;
    else if (entry.proxySeatId !== proxySeatOf(ballots.get(entry.seatId)))
      yield `${entry.seatId} voted by proxy, or by another one`;
    else if (!follows(entry, ballots.get(entry.seatId)?.option))
      yield `the roll call says ${entry.option} of ${entry.seatId}, and the ballots do not`;
}

/** Who took no part, and who could have, are together the voting seats; of the ballots nothing is known but totals. */
function* secretDifferences(
  { eligibility, represented }: OpenedVote,
  { rollCall, secret }: VoteClosed,
): Differences {
  const away = rollCall.map(({ seatId }) => seatId);
  const byProxy = represented?.map(({ seatId }) => seatId) ?? [];
  const voters = [...away, ...byProxy, ...(secret?.presentSeatIds ?? [])].sort();
  const entitled = countedSeats(eligibility).map(({ seatId }) => seatId);
  if (!isSame(voters, entitled.sort()))
    yield 'the voters are not those of the filled voting seats of the snapshot';
  for (const { seatId, option } of rollCall)
    if (option !== 'recused' && option !== 'absent')
      yield `the roll call says ${option} of ${seatId}, and the vote was secret`;
}

/** Votes that were closed by rules before version 5 do not hold them. */
export function* withoutVoteDifferences(
  { rule, eligibility }: Pick<OpenedVote, 'rule' | 'eligibility'>,
  { withoutVote }: Pick<VoteClosed, 'withoutVote'>,
): Differences {
  if (!withoutVote) return;
  const demanded = demandedWithoutVote(rule.quorum, eligibility).map(({ seatId }) => seatId);
  if (
    !isSame(
      withoutVote.map(({ seatId }) => seatId),
      demanded,
    )
  )
    yield 'the seats without a vote are not those that the quorum demands';
  for (const entry of withoutVote)
    if (!follows(entry, undefined))
      yield `the record says ${entry.option} of ${entry.seatId}, and it has no vote`;
}

function* dispositionDifferences(
  { voteEventId }: VoteClosed,
  expected: Tally,
  next: MotionEvent | undefined,
): Differences {
  const { result, reason } = expected;
  const byThisVote = next !== undefined && 'voteEventId' in next && next.voteEventId === voteEventId;
  const followsFrom =
    byThisVote &&
    (result === 'pass'
      ? next.type === 'MotionAdopted'
      : next.type === 'MotionRejected' && next.reason === reason);
  if (!followsFrom) yield `the result is ${reason ?? result}, and the motion was not disposed of so`;
}

const outcomeOf = ({ result }: Tally): 'adopted' | 'rejected' => (result === 'pass' ? 'adopted' : 'rejected');

function rederiveVote(state: MotionState, event: VoteClosed, next: MotionEvent | undefined): RederivedVote {
  const { voteEventId, castingVote } = event;
  const { vote } = state;
  if (vote?.voteEventId !== voteEventId)
    return { voteEventId, differences: ['the vote that was closed had not been opened'] };
  const expected = event.secret
    ? secretOutcome(vote, secretRoll(vote, event)).tally
    : tally(vote.rule, vote.eligibility, wholeRoll(event), castingVote);
  return {
    voteEventId,
    tally: expected,
    disposition: outcomeOf(expected),
    differences: [
      ...(vote.textSha256 === state.textSha256 ? [] : ['the text of the vote is not the text of the motion']),
      ...(event.secret ? secretDifferences(vote, event) : rollCallDifferences(vote, event.rollCall)),
      ...withoutVoteDifferences(vote, event),
      ...(isSame(expected, event.tally) ? [] : ['the stored tally does not follow from the roll call']),
      ...dispositionDifferences(event, expected, next),
    ],
  };
}

/** The vote after a correction of its record. */
function restatedVote(
  vote: RederivedVote | undefined,
  state: MotionState,
  correction: VoteCorrection,
  following: readonly MotionEvent[],
): RederivedVote {
  const { voteEventId } = correction;
  const before = vote ?? { voteEventId, differences: [] };
  const found = rederiveCorrection(state, correction, following);
  if (!found)
    return {
      ...before,
      differences: [...before.differences, 'the vote that was corrected had not been closed'],
    };
  const { tally, differences } = found;
  const restated = { tally, disposition: outcomeOf(tally) };
  return { ...before, restated, differences: [...before.differences, ...differences] };
}

/**
 * Works out every closed vote of a motion again from its stream alone: rule and eligibility as pinned at the
 * opening, ballots as recorded, presence as stated in the roll call; then every correction of its record.
 */
export function rederive(events: readonly MotionEvent[]): readonly RederivedVote[] {
  const votes = new Map<string, RederivedVote>();
  let state = noMotion;
  for (const [i, event] of events.entries()) {
    if (event.type === 'VoteClosed') votes.set(event.voteEventId, rederiveVote(state, event, events[i + 1]));
    if (isCorrection(event)) {
      const before = votes.get(event.voteEventId);
      votes.set(event.voteEventId, restatedVote(before, state, event, events.slice(i + 1, i + 3)));
    }
    state = evolve(state, event, unknownWhen);
  }
  return [...votes.values()];
}
