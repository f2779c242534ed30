import { roles } from '../body/events.ts';
import { largestFactor } from './comparison.ts';
import type { Electorate } from './electorate.ts';
import { absenteeRules, bases, blocSplits, comparisons, decisionModes } from './rule.ts';
import type { DecisionRule, DecisionTest, Proportion, QuorumTest } from './rule.ts';

/** What keeps a rule from being evaluated: where in the rule, and what must be there instead. */
export type RuleProblem = Readonly<{ path: string; problem: string }>;

type Problems = Generator<RuleProblem, void, void>;
type Scoped = Proportion & Readonly<{ scope: string }>;

const isBetween = (value: number, smallest: number): boolean =>
  Number.isInteger(value) && value >= smallest && value <= largestFactor;

function* wholeNumber(path: string, value: number | undefined, smallest: number): Problems {
  if (value === undefined || !isBetween(value, smallest))
    yield { path, problem: `must be a whole number from ${smallest} to ${largestFactor}` };
}

function* oneOf(path: string, value: string, allowed: readonly string[]): Problems {
  if (!allowed.includes(value)) yield { path, problem: `must be one of: ${allowed.join(', ')}` };
}

function* proportion(path: string, test: Scoped, allowed: readonly string[]): Problems {
  yield* oneOf(`${path}.scope`, test.scope, ['body', 'each_constituency']);
  yield* oneOf(`${path}.base`, test.base, allowed);
  yield* oneOf(`${path}.cmp`, test.cmp, comparisons);
  yield* wholeNumber(`${path}.num`, test.num, 0);
  yield* wholeNumber(`${path}.den`, test.den, 1);
  if (test.base === 'fixed') yield* wholeNumber(`${path}.n`, test.n, 1);
  else if (test.n !== undefined) yield { path: `${path}.n`, problem: 'belongs to the base "fixed" only' };
}

function* decisionTest(path: string, test: DecisionTest): Problems {
  yield* proportion(path, test, bases);
  if (test.minimumYes !== undefined) yield* wholeNumber(`${path}.minimumYes`, test.minimumYes, 0);
}

function* selector(path: string, value: string): Problems {
  const [role = '', constituencyId] = value.split(':');
  if (value === '' || constituencyId === '') yield { path, problem: 'must name a seat or an office' };
  else if (constituencyId !== undefined) yield* oneOf(path, role, roles);
}

function* mandatorySeats(path: string, selectors: readonly string[]): Problems {
  if (selectors.length === 0) yield { path, problem: 'must name at least one seat' };
  for (const [i, value] of selectors.entries()) yield* selector(`${path}[${i}]`, value);
}

const quorumBases = bases.filter((base) => base !== 'votes_cast' && base !== 'members_present');

function* quorumTest(path: string, test: QuorumTest): Problems {
  if ('mandatorySeats' in test) yield* mandatorySeats(`${path}.mandatorySeats`, test.mandatorySeats);
  else yield* proportion(path, test, quorumBases);
}

function* alternative(path: string, tests: readonly DecisionTest[]): Problems {
  if (tests.length === 0) yield { path, problem: 'must hold at least one test: an empty one always passes' };
  for (const [i, test] of tests.entries()) yield* decisionTest(`${path}[${i}]`, test);
}

function* conventions({ abstention, emptyBase, tie, recusal }: DecisionRule): Problems {
  yield* oneOf('abstention', abstention, ['excluded', 'counts_in_base']);
  yield* oneOf('emptyBase', emptyBase, ['fail', 'pass', 'skip']);
  yield* oneOf('tie', tie, ['fails', 'chair_casts', 'mediation']);
  if (recusal.reducesPresentBase && recusal.countsForQuorum)
    yield { path: 'recusal.reducesPresentBase', problem: 'needs countsForQuorum to be false' };
}

function* consensusTerms({ mode, consensus }: DecisionRule): Problems {
  const needed = mode === 'consensus' || mode === 'consensus_then_vote';
  if (needed && !consensus) yield { path: 'consensus', problem: 'must say when there is consensus' };
  if (!consensus) return;
  const { maxBlocks, maxStandAsides, rounds } = consensus;
  yield* wholeNumber('consensus.maxBlocks', maxBlocks, 0);
  if (typeof maxStandAsides === 'number') yield* wholeNumber('consensus.maxStandAsides', maxStandAsides, 0);
  if (rounds !== undefined) yield* wholeNumber('consensus.rounds', rounds, 1);
}

function* manner(rule: DecisionRule): Problems {
  if (rule.mode !== undefined) yield* oneOf('mode', rule.mode, decisionModes);
  if (rule.absentee !== undefined) yield* oneOf('absentee', rule.absentee, absenteeRules);
  if (rule.blocSplit !== undefined) yield* oneOf('blocSplit', rule.blocSplit, blocSplits);
  if (rule.proxy && rule.absentee !== 'proxy')
    yield { path: 'proxy', problem: 'belongs to the absentee rule "proxy" only' };
  yield* consensusTerms(rule);
}

/** A body that decides by consensus alone needs no test on votes. */
function* someAlternative({ mode, passIfAny }: DecisionRule): Problems {
  if (passIfAny.length === 0 && mode !== 'consensus')
    yield { path: 'passIfAny', problem: 'must hold at least one alternative' };
}

/** Why a quorum cannot be evaluated; nothing where it can. */
export const quorumProblems = (tests: readonly QuorumTest[]): readonly RuleProblem[] =>
  tests.flatMap((test, i) => [...quorumTest(`quorum[${i}]`, test)]);

/** Why a rule cannot be evaluated (`RULE_NOT_EVALUABLE`); nothing where it can. */
export function ruleProblems(rule: DecisionRule): readonly RuleProblem[] {
  return [
    ...quorumProblems(rule.quorum),
    ...someAlternative(rule),
    ...rule.passIfAny.flatMap((tests, i) => [...alternative(`passIfAny[${i}]`, tests)]),
    ...conventions(rule),
    ...manner(rule),
  ];
}

const asksConstituencies = (rule: DecisionRule): boolean =>
  [...rule.quorum, ...rule.passIfAny.flat()].some(
    (test) => 'scope' in test && test.scope === 'each_constituency',
  );

function* bodyProblems(rule: DecisionRule, { constituencyIds, authorized }: Electorate): Problems {
  if (constituencyIds.length === 0 && asksConstituencies(rule))
    yield { path: 'passIfAny', problem: 'asks each constituency, and the body has none' };
  const seats = [authorized.body, ...authorized.constituencies.map((each) => each.seats)];
  if (!seats.every((value) => isBetween(value, 0)))
    yield { path: 'authorized', problem: `must be whole numbers of seats from 0 to ${largestFactor}` };
}

/** Why a rule cannot be evaluated for a body, by itself or because of the body. */
export const ruleProblemsFor = (rule: DecisionRule, electorate: Electorate): readonly RuleProblem[] => [
  ...ruleProblems(rule),
  ...bodyProblems(rule, electorate),
];
