import { blocsOf } from './bloc.ts';
import { bodyScope, countedSeats, withoutSeats } from './electorate.ts';
import type { Electorate } from './electorate.ts';
import type { RollCallEntry } from './roll-call.ts';
import type { DecisionRule, Proportion } from './rule.ts';
import { seatBaseOf } from './seat-base.ts';
import type { VoteOption } from './trace.ts';
import { voteOptionTable } from './vote-option.ts';

/** What a rule says of the votes that are neither yes nor no. */
export type Conventions = Pick<DecisionRule, 'abstention' | 'recusal' | 'emptyBase'>;

/** The chair's vote on a tie, whether the chair's seat has voted before or has no vote. */
export type CastingVote = Readonly<{ seatId: string; option: 'yes' | 'no' }>;

/** A vote as the tests ask it: who may be counted, how each stood, what the rule makes of it. */
export type Poll = Readonly<{
  electorate: Electorate;
  rollCall: readonly RollCallEntry[];
  conventions: Conventions;
  castingVote?: CastingVote | undefined;
}>;

const decides = (option: VoteOption): boolean => voteOptionTable[option].countsTowardVotesCast === 'always';

/** The entries of the seats that count in a scope, according to the snapshot. */
export function entriesOf({ electorate, rollCall }: Poll, scope: string): readonly RollCallEntry[] {
  const seatIds = new Set(countedSeats(electorate, scope).map(({ seatId }) => seatId));
  return rollCall.filter(({ seatId }) => seatIds.has(seatId));
}

/**
 * The options heard in a scope. A casting vote is heard in the body and in no constituency: it breaks the
 * tie of the whole and cannot speak for a side. It takes the place of an answer that decided nothing, and
 * comes on top of a yes or no.
 */
function heard(poll: Poll, scope: string): readonly VoteOption[] {
  const { castingVote } = poll;
  const entries = entriesOf(poll, scope).filter(({ bloc }) => !bloc);
  const cast = blocsOf(seatsMeasured(poll), entriesOf(poll, scope)).flatMap(({ option, votes }) =>
    Array.from({ length: votes }, () => option),
  );
  if (castingVote === undefined || scope !== bodyScope)
    return [...entries.map(({ option }) => option), ...cast];
  const others = entries.filter(({ seatId, option }) => seatId !== castingVote.seatId || decides(option));
  return [...others.map(({ option }) => option), ...cast, castingVote.option];
}

const count = (options: readonly VoteOption[], wanted: VoteOption): number =>
  options.filter((option) => option === wanted).length;

export function yesAndNo(poll: Poll, scope: string): Readonly<{ yes: number; no: number }> {
  const options = heard(poll, scope);
  return { yes: count(options, 'yes'), no: count(options, 'no') };
}

const isCast = (option: VoteOption, { abstention }: Conventions): boolean =>
  decides(option) ||
  (voteOptionTable[option].countsTowardVotesCast === 'by_rule' && abstention === 'counts_in_base');

function isMemberPresent({ option, present }: RollCallEntry, { recusal }: Conventions): boolean {
  switch (voteOptionTable[option].present) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'as_recorded':
      return present;
    case 'by_rule':
      return recusal.countsForQuorum || recusal.reducesPresentBase !== true;
  }
}

/** Seats that recused themselves, with a vote or without. */
export const recusedSeatIds = ({ rollCall }: Pick<Poll, 'rollCall'>): ReadonlySet<string> =>
  new Set(rollCall.filter(({ option }) => option === 'recused').map(({ seatId }) => seatId));

/** The seats as a base: those of the recused leave it where the rule says so. */
export const seatsMeasured = (poll: Poll): Electorate =>
  poll.conventions.recusal.reducesSeatBase
    ? withoutSeats(poll.electorate, recusedSeatIds(poll))
    : poll.electorate;

/**
 * The bases, defined once (domain model 2.7):
 * `votes_cast` = yes + no, and the abstentions where the rule counts them;
 * `members_present` = yes + no + abstain + not voting + recused, and those paired who are in the room;
 * the others are seats: see `seatBaseOf`.
 */
export function baseValueOf({ base, n }: Proportion, poll: Poll, scope: string): number {
  const { conventions } = poll;
  switch (base) {
    case 'votes_cast':
      return heard(poll, scope).filter((option) => isCast(option, conventions)).length;
    case 'members_present':
      return entriesOf(poll, scope).filter((entry) => isMemberPresent(entry, conventions)).length;
    case 'seats_filled':
    case 'seats_authorized':
    case 'fixed':
      return seatBaseOf(base, n, seatsMeasured(poll), scope);
  }
}
