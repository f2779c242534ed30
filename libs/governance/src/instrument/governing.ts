import { irregular, notable } from '../kernel/index.ts';
import type { Check, ClauseRef, Inputs } from '../kernel/index.ts';
import type { BoundRulePin, JudgedBy } from '../motion/bound-rule-pin.ts';
import type { RuleKind, RuleTerms } from './bound-rule.ts';

/** A rule in force of a clause of an instrument that governs a body, as that instrument's own stream tells it. */
export type GoverningRule = BoundRulePin &
  Readonly<{
    clauseRef: ClauseRef;
    terms: RuleTerms;
    /** Its parts cannot all hold, and nobody has said yet how it is to be read. */
    inconsistent: boolean;
    /** The clause reads otherwise since the rule was bound to it. */
    clauseAmended: boolean;
  }>;

/** The rules in force, as of `at`, of the instruments that govern the body; left out where none does. */
export type GoverningFact = Readonly<{ governing?: readonly GoverningRule[] | undefined }>;

export const governingOf = ({ governing = [] }: GoverningFact, kind: RuleKind): readonly GoverningRule[] =>
  governing.filter(({ terms }) => terms.kind === kind);

/** The clause and the version that an objection cites. */
export const citing = ({ clauseRef, ruleId }: GoverningRule): Inputs => ({
  clauseRef,
  boundRule: ruleId,
});

const pinOf = ({
  instrumentId,
  instrumentRevision,
  versionId,
  clauseId,
  ruleId,
}: GoverningRule): BoundRulePin => ({
  instrumentId,
  instrumentRevision,
  versionId,
  clauseId,
  ruleId,
});

export const judgedBy = (rules: readonly GoverningRule[]): JudgedBy =>
  rules.length === 0 ? {} : { boundRules: rules.map(pinOf) };

/** A rule that nobody can keep waits for its interpretation; one whose clause was amended is told. */
export function* readable(rules: readonly GoverningRule[]): Check {
  for (const rule of rules) {
    if (rule.inconsistent) yield irregular('RULE_NOT_INTERPRETED', citing(rule));
    if (rule.clauseAmended) yield notable('RULE_CLAUSE_AMENDED', citing(rule));
  }
}
