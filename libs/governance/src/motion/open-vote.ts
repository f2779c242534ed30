import { broken, irregular, notable, refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import { voteInMode } from './consensus/fallback.ts';
import { unusedId } from './deciding.ts';
import type { DecisionRule } from '../tally/rule.ts';
import { noElection } from './election/guards.ts';
import type { BoundRulePin, VoteMethod, VoteOpened } from './events.ts';
import type { BoundRuleFact } from './facts.ts';
import { inStatus } from './guards.ts';
import type { Check } from './guards.ts';
import { putQuestion } from './putting.ts';
import type { Question, QuestionFacts } from './putting.ts';
import type { MotionState } from './state.ts';

/** The clause under which a body votes: the rule that is in force then is its own to say. */
export type NamedClause = Readonly<{ instrumentId: string; clauseId: string }>;

/**
 * The chair puts the question, under the rule in force of a clause, or, where a record tells the rule and no
 * instrument holds it, under the rule itself. RONR (12th ed.) §4.
 */
export type OpenVote = Readonly<{
  type: 'OpenVote';
  voteEventId: string;
  method: VoteMethod;
  clause?: NamedClause;
  rule?: DecisionRule;
}> &
  Omit<Question, 'rule'>;

type OpenVoteFacts = QuestionFacts & BoundRuleFact;

/** The rule in force of the clause, also where the motion is to amend that very rule. */
function* ruleOfClause(
  clause: NamedClause,
  { boundRule, at }: OpenVoteFacts,
): Check<Readonly<{ rule: DecisionRule; pin: BoundRulePin }>> {
  if (!boundRule) return yield* refuse('RULE_NOT_BOUND', { ...clause, at: at.literal });
  const { rule, inconsistent, clauseAmended, ...pin } = boundRule;
  if (inconsistent) yield irregular('RULE_NOT_INTERPRETED', pin);
  if (clauseAmended) yield notable('RULE_CLAUSE_AMENDED', pin);
  return { rule, pin };
}

/** By a clause, or by itself: not by both, not by neither. */
function* ruleOf(
  { clause, rule }: OpenVote,
  facts: OpenVoteFacts,
): Check<Readonly<{ rule: DecisionRule; pin?: BoundRulePin }>> {
  if (clause && !rule) return yield* ruleOfClause(clause, facts);
  if (clause || !rule) return yield* refuse('RULE_AMBIGUOUS', { clause, ruleId: rule?.ruleId });
  return { rule };
}

/** A missing second is moot once the vote has started (RR-01): a motion that was only moved may be voted on. */
function* secondedMotion(state: MotionState, command: OpenVote): Check {
  yield* inStatus(state, command, 'pending', 'moved');
  if (state.status === 'moved') yield broken('RR-01', 'SECOND_REQUIRED');
  yield* unusedId(state, command.voteEventId);
}

/** What the vote needs is pinned: text, rule, eligibility, the revisions at which they were read. */
export function* openVote(state: MotionState, command: OpenVote, facts: OpenVoteFacts): Decision<VoteOpened> {
  yield* secondedMotion(state, command);
  yield* noElection(state);
  const { voteEventId, method } = command;
  const { rule, pin } = yield* ruleOf(command, facts);
  const pinned = yield* putQuestion(state, { ...command, rule }, facts);
  yield* voteInMode(state, pinned);
  return [{ type: 'VoteOpened', voteEventId, method, ...pinned, ...(pin && { boundRule: pin }) }];
}
