import { blocsOf } from './bloc.ts';
import { bodyScope, withoutSeats } from './electorate.ts';
import type { Electorate } from './electorate.ts';
import { entriesOf, recusedSeatIds, seatsMeasured, yesAndNo } from './poll.ts';
import type { CastingVote, Poll } from './poll.ts';
import { evaluateQuorum, quorumReason } from './quorum.ts';
import type { RollCallEntry } from './roll-call.ts';
import type { DecisionRule } from './rule.ts';
import { evaluateAlternative } from './decision-tests.ts';
import { voteOptions } from './trace.ts';
import type {
  AlternativeTrace,
  Count,
  FailureReason,
  GroupResult,
  ProxyTrace,
  QuorumTrace,
  Tally,
  VoteOption,
} from './trace.ts';

function countsIn(poll: Poll, scope: string): readonly Count[] {
  const entries = entriesOf(poll, scope);
  const constituency = scope === bodyScope ? {} : { constituencyId: scope };
  return voteOptions
    .map((option) => ({ option, value: entries.filter((entry) => entry.option === option).length }))
    .filter(({ value }) => value > 0)
    .map((count) => ({ ...count, ...constituency }));
}

const countsOf = (poll: Poll): readonly Count[] =>
  [bodyScope, ...poll.electorate.constituencyIds].flatMap((scope) => countsIn(poll, scope));

/** A constituency that was left out has no result. */
function groupResultsOf(alternative: AlternativeTrace | undefined, electorate: Electorate): GroupResult[] {
  const parts = (alternative?.tests ?? [])
    .flatMap((test) => ('parts' in test ? test.parts : []))
    .filter(({ skipped }) => !skipped);
  return electorate.constituencyIds.flatMap((constituencyId) => {
    const own = parts.filter(({ scope }) => scope === constituencyId);
    if (own.length === 0) return [];
    return { constituencyId, result: own.every(({ pass }) => pass) ? 'pass' : 'fail' };
  });
}

/**
 * The quorum of the seats that are present. A recused seat that does not count for it is as if absent, and,
 * where it also leaves the seat base, as if it did not exist.
 */
export function quorumWithRecusals(
  { quorum, recusal }: Pick<DecisionRule, 'quorum' | 'recusal'>,
  electorate: Electorate,
  presentSeatIds: Iterable<string>,
  recused: ReadonlySet<string>,
): QuorumTrace {
  if (recusal.countsForQuorum) return evaluateQuorum(quorum, electorate, presentSeatIds);
  const base = recusal.reducesSeatBase ? withoutSeats(electorate, recused) : electorate;
  const present = [...presentSeatIds].filter((seatId) => !recused.has(seatId));
  return evaluateQuorum(quorum, base, present);
}

const answers: readonly VoteOption[] = ['yes', 'no', 'abstain'];

/** Who was away and voted by proxy: where a correction finds no answer, the proxy gave none. */
const isByProxy = ({ by, option }: RollCallEntry): boolean => by === 'proxy' && answers.includes(option);

/** A proxy counts for votes; for the quorum only where the clause says so (meeting rule SP-07). */
const countsForQuorum = (entry: RollCallEntry, { proxy }: DecisionRule): boolean =>
  entry.present || (isByProxy(entry) && proxy?.countsForQuorum === true);

const presentIn = (rollCall: readonly RollCallEntry[], rule: DecisionRule): readonly string[] =>
  rollCall.filter((entry) => countsForQuorum(entry, rule)).map(({ seatId }) => seatId);

const proxiesIn = (poll: Poll, rule: DecisionRule): readonly ProxyTrace[] =>
  entriesOf(poll, bodyScope)
    .filter(isByProxy)
    .map((entry) => ({
      seatId: entry.seatId,
      ...(entry.proxySeatId !== undefined && { proxySeatId: entry.proxySeatId }),
      option: entry.option,
      countsForQuorum: countsForQuorum(entry, rule),
    }))
    .sort((one, other) => (one.seatId < other.seatId ? -1 : 1));

const isTie = ({ yes, no }: Readonly<{ yes: number; no: number }>): boolean => yes === no && yes > 0;

function reasonOf(quorum: QuorumTrace, unbrokenTie: boolean, rule: DecisionRule): FailureReason {
  const missing = quorumReason(quorum);
  if (missing) return missing;
  if (!unbrokenTie) return 'TEST_FAILED';
  return rule.tie === 'mediation' ? 'TIE_TO_MEDIATION' : 'TIE';
}

/**
 * What a roll call comes to under a rule: it passes with a quorum and some alternative whose tests all pass
 * (domain model 2.7). Whole numbers only; every number is in the trace. Entries of seats that are not in the
 * electorate, vacant, or without a full voting right count nowhere, but for a quorum that demands the seat. A
 * casting vote counts on a tie, where the rule lets the chair break it, and nowhere else.
 */
export function tally(
  rule: DecisionRule,
  electorate: Electorate,
  rollCall: readonly RollCallEntry[],
  castingVote?: CastingVote,
): Tally {
  const asCalled: Poll = { electorate, rollCall, conventions: rule };
  const tie = isTie(yesAndNo(asCalled, bodyScope));
  const broken = tie && rule.tie === 'chair_casts' ? castingVote : undefined;
  const poll: Poll = { ...asCalled, castingVote: broken };
  const alternatives = rule.passIfAny.map((tests) => evaluateAlternative(tests, poll));
  const quorum = quorumWithRecusals(rule, electorate, presentIn(rollCall, rule), recusedSeatIds(poll));
  const decisive = alternatives.find(({ pass }) => pass);
  const passes = quorum.pass && decisive !== undefined;
  const proxies = proxiesIn(poll, rule);
  const blocs = blocsOf(seatsMeasured(poll), entriesOf(poll, bodyScope));
  return {
    counts: countsOf(poll),
    groupResults: groupResultsOf(decisive ?? alternatives[0], electorate),
    quorum,
    alternatives,
    ...(blocs.length > 0 && { blocs }),
    ...(proxies.length > 0 && { proxies }),
    tie,
    ...(broken && { castingVote: broken.option }),
    result: passes ? 'pass' : 'fail',
    ...(passes ? {} : { reason: reasonOf(quorum, tie && !broken, rule) }),
  };
}

/** Whether a vote waits for the chair in that seat: the rule gives a casting vote, there is a tie, and a yes would carry. */
export function awaitsCastingVote(
  rule: DecisionRule,
  electorate: Electorate,
  rollCall: readonly RollCallEntry[],
  chairSeatId: string,
): boolean {
  const without = tally(rule, electorate, rollCall);
  if (rule.tie !== 'chair_casts' || !without.tie || without.result === 'pass') return false;
  return tally(rule, electorate, rollCall, { seatId: chairSeatId, option: 'yes' }).result === 'pass';
}
