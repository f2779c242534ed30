import { broken, irregular, refuse } from '../kernel/index.ts';
import type { AtFact } from '../kernel/index.ts';
import type { Attendance, PresenceInterval } from '../meeting/attendance.ts';
import { countedSeats } from '../tally/index.ts';
import type { DecisionRule, EligibleSeat, VoteOption } from '../tally/index.ts';
import type { AttendanceFact, RegimeFact } from './facts.ts';
import { inSession, openVoteOf } from './guards.ts';
import type { Check } from './guards.ts';
import type { MotionState, OpenedVote } from './state.ts';

/** What decisions on ballots read: the vote has pinned everything else. */
export type BallotFacts = AttendanceFact & RegimeFact & AtFact;

/** One seat's answer. */
export type Answer = Readonly<{ seatId: string; option: VoteOption; pairedWithSeatId?: string }>;

/** The vote is open at that time, in a meeting. */
export function* voteInSession(
  state: MotionState,
  command: Readonly<{ voteEventId: string }>,
  facts: BallotFacts,
): Check<OpenedVote> {
  const vote = yield* openVoteOf(state, command);
  yield* inSession(state, facts);
  return vote;
}

/** The seat stands in the snapshot, and somebody sat in it when the vote was opened. */
export function* seatOfSnapshot(
  { eligibility }: Pick<OpenedVote, 'eligibility'>,
  seatId: string,
): Check<EligibleSeat> {
  const seat = eligibility.seats.find((one) => one.seatId === seatId);
  if (!seat)
    return yield* refuse('NOT_ENTITLED_AS_OF', { seatId, reason: 'not in the eligibility snapshot' });
  if (!seat.filled) return yield* refuse('NOT_ENTITLED_AS_OF', { seatId, reason: 'vacant in the snapshot' });
  return seat;
}

/** Of those who are away; whoever answers is there. `recused` and `paired` may be either. */
export const away: readonly VoteOption[] = ['absent', 'excused'];
const answered: readonly VoteOption[] = ['yes', 'no', 'abstain', 'not voting'];

/** What the roll call finds out by itself at the closing: a source may state it, a live roll call need not. */
const computed: readonly VoteOption[] = ['absent', 'not voting'];

const alternatesAnswer = ({ absentee }: DecisionRule): boolean =>
  absentee === undefined || absentee === 'alternate' || absentee === 'bloc';

/** Who sits in a seat, as far as the rule hears them: where it has no alternates, an empty chair. */
export function sittingIn(
  seatId: string,
  rule: DecisionRule,
  { present }: Pick<Attendance, 'present'>,
): PresenceInterval | undefined {
  const stay = present.get(seatId);
  return stay?.by === 'alternate' && !alternatesAnswer(rule) ? undefined : stay;
}

/** The rule may know no alternates: then whoever sits for the member has no vote in it (SP-06). */
export function* alternateAllowed(
  { rule }: Pick<OpenedVote, 'rule'>,
  seatId: string,
  by: 'member' | 'alternate',
): Check {
  const { ruleId, absentee } = rule;
  if (by === 'alternate' && !alternatesAnswer(rule))
    yield broken('SP-06', 'ALTERNATE_NOT_ALLOWED', { seatId, ruleId, absentee });
}

/** The member and the alternate never count together: whoever sits votes (SP-06). */
export function* whoSits(
  { seatId, by }: Readonly<{ seatId: string; by?: 'member' | 'alternate' }>,
  { attendance, at }: BallotFacts,
): Check<'member' | 'alternate'> {
  const sitting = attendance?.present.get(seatId)?.by;
  if (by !== undefined && sitting !== undefined && by !== sitting)
    yield broken('SP-06', 'NOT_PRESENT', { seatId, by, sitting, at: at.literal });
  if (by === 'alternate' && sitting === undefined)
    yield broken('SP-06', 'ALTERNATE_NOT_SITTING', { seatId, at: at.literal });
  return by ?? sitting ?? 'member';
}

/** The answer agrees with who is present. */
export function* agreesWithPresence({ seatId, option }: Answer, { attendance, at }: BallotFacts): Check {
  const present = attendance?.present.has(seatId) ?? false;
  if (computed.includes(option)) yield irregular('OPTION_IS_COMPUTED', { seatId, option, present });
  if (!present && answered.includes(option))
    yield irregular('NOT_PRESENT', { seatId, option, at: at.literal });
  if (present && away.includes(option))
    yield irregular('SEAT_IS_PRESENT', { seatId, option, at: at.literal });
}

type OfItem = Pick<OpenedVote, 'itemId'>;

export const recusedFrom = ({ itemId }: OfItem, { attendance }: AttendanceFact): ReadonlySet<string> =>
  attendance?.recusals.get(itemId ?? '') ?? new Set();

/** A recused seat has no ballot (SP-10). */
export function* notRecused(
  vote: OfItem,
  { seatId, option }: Readonly<{ seatId: string; option: string }>,
  facts: BallotFacts,
): Check {
  if (option !== 'recused' && recusedFrom(vote, facts).has(seatId))
    yield broken('SP-10', 'RECUSED_CANNOT_VOTE', { seatId, option, itemId: vote.itemId });
}

/** Only a pair has a partner: another filled seat with a vote. */
export function* pairOf(vote: OpenedVote, { seatId, option, pairedWithSeatId }: Answer): Check {
  if (option !== 'paired' && pairedWithSeatId === undefined) return;
  const partner = countedSeats(vote.eligibility).find((one) => one.seatId === pairedWithSeatId);
  const isPair = option === 'paired' && partner !== undefined && partner.seatId !== seatId;
  if (!isPair) yield* refuse('PAIR_INVALID', { seatId, option, pairedWithSeatId });
}
