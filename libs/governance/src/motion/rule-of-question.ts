import { quorumOf } from '../instrument/bound-rule.ts';
import { governingOf, judgedBy, readable } from '../instrument/governing.ts';
import type { GoverningFact } from '../instrument/governing.ts';
import { irregular, notable, refuse } from '../kernel/index.ts';
import type { AtFact } from '../kernel/index.ts';
import type { DecisionRule } from '../tally/rule.ts';
import type { BoundRulePin, JudgedBy } from './bound-rule-pin.ts';
import type { BoundRuleFact, RegimeFact } from './facts.ts';
import type { Check } from './guards.ts';
import type { MotionClass } from './procedure/motion-class.ts';
import { presetFor, withoutQuorum } from './procedure/presets.ts';
import type { OrderTable } from './procedure/rules-of-order.ts';
import type { MotionState } from './state.ts';

/** The clause under which a body decides: the rule that is in force then is its own to say. */
export type NamedClause = Readonly<{ instrumentId: string; clauseId: string }>;

/**
 * Under which rule: the one in force of a clause; where a record tells the rule and no instrument holds it, the
 * rule itself; with neither, what the body's rules of order ask of the class of the motion.
 */
export type RuleSource = Readonly<{ clause?: NamedClause; rule?: DecisionRule }>;

export type ResolvedRule = Readonly<{ rule: DecisionRule; boundRule?: BoundRulePin }>;

/** The quorum, too, may come from clauses of its own: then these are pinned beside the rule. */
export type QuestionRule = ResolvedRule & JudgedBy;

type RuleFacts = BoundRuleFact & RegimeFact & AtFact & GoverningFact;

/** The rule in force of the clause, also where the motion is to amend that very rule. */
function* ruleOfClause(clause: NamedClause, { boundRule: found, at }: RuleFacts): Check<ResolvedRule> {
  if (!found) return yield* refuse('RULE_NOT_BOUND', { ...clause, at: at.literal });
  const { rule, inconsistent, clauseAmended, ...boundRule } = found;
  if (inconsistent) yield irregular('RULE_NOT_INTERPRETED', boundRule);
  if (clauseAmended) yield notable('RULE_CLAUSE_AMENDED', boundRule);
  return { rule, boundRule };
}

/** A majority of all members, unless the body says otherwise. RONR (12th ed.) 40:1, 40:2(4). */
const quorumOfMembers: DecisionRule['quorum'] = [
  { scope: 'body', base: 'seats_filled', num: 1, den: 2, cmp: 'gt' },
];

const isTable = (book: string | undefined): book is OrderTable => book === 'RONR' || book === 'ROSENBERG';

const isOfOrder = ({ clause, rule }: RuleSource): boolean => !clause && !rule;

/** The rule of a class other than a main motion, where the body adopted rules of order by a clause of its own. */
function ruleOfClass(classification: MotionClass, { order }: RegimeFact): DecisionRule | undefined {
  const { rulesOfOrder, clauseRef } = order ?? {};
  if (classification === 'main' || !isTable(rulesOfOrder) || !clauseRef) return undefined;
  const preset = presetFor(rulesOfOrder, classification);
  return preset && { ...preset, clauseRef, quorum: [] };
}

/** A body decides under a rule of its own: live it names the clause; minutes and sources may tell the rule alone. */
function* decisionRuleOf(
  { classification }: MotionState,
  { clause, rule }: RuleSource,
  facts: RuleFacts,
): Check<ResolvedRule> {
  if (clause && !rule) return yield* ruleOfClause(clause, facts);
  if (clause) return yield* refuse('RULE_AMBIGUOUS', { clause, ruleId: rule?.ruleId });
  if (!rule) {
    const ofClass = ruleOfClass(classification, facts);
    return ofClass ? { rule: ofClass } : yield* refuse('RULE_REQUIRED', { classification });
  }
  const { ruleId, clauseRef } = rule;
  yield irregular('RULE_NOT_BOUND', { ruleId, clauseRef });
  return { rule };
}

/**
 * A rule that says nothing of the quorum, and one that the rules of order supply, take the quorum that clauses of the
 * body state (meeting rule SP-03); a rule with a quorum of its own keeps it.
 */
export function* ruleOfQuestion(
  state: MotionState,
  source: RuleSource,
  facts: RuleFacts,
): Check<QuestionRule> {
  const resolved = yield* decisionRuleOf(state, source, facts);
  const { rule } = resolved;
  if (rule.quorum.length > 0 || withoutQuorum.has(state.classification)) return resolved;
  const clauses = governingOf(facts, 'quorum');
  yield* readable(clauses);
  const stated = clauses.flatMap(({ terms }) => quorumOf(terms));
  const quorum = clauses.length === 0 && isOfOrder(source) ? quorumOfMembers : stated;
  return { ...resolved, rule: { ...rule, quorum }, ...judgedBy(clauses) };
}
