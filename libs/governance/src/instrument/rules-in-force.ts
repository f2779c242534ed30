import { inForceAt as latestAt } from '../kernel/index.ts';
import type { When } from '../kernel/index.ts';
import type { RuleKind, RuleTerms } from './bound-rule.ts';
import type { BoundRule } from './clause-rule.ts';
import { versionInForce } from './force.ts';
import type { InstrumentState } from './state.ts';

export const ruleById = ({ rules }: InstrumentState, ruleId: string): BoundRule | undefined =>
  rules.find((rule) => rule.ruleId === ruleId);

/** The rules of one kind that a clause has had, each in force until the next begins. */
export const rulesOf = ({ rules }: InstrumentState, clauseId: string, kind: RuleKind): readonly BoundRule[] =>
  rules.filter((rule) => rule.clauseId === clauseId && rule.terms.kind === kind);

export type RuleInForce = Readonly<{
  rule: BoundRule;
  /** As it was read by then: the rule itself, or its interpretation. */
  terms: RuleTerms;
  /** Parts of it cannot all hold, and nobody has said by then how it is to be read. */
  inconsistent: boolean;
  /** The version in force, and the clause's number in it. */
  versionId: string;
  number?: string;
  /** The clause reads otherwise since the rule was bound to it. */
  clauseAmended: boolean;
}>;

/** The rule of a clause at a time: at most one, and none where the clause is not in force. */
export function ruleInForce(
  state: InstrumentState,
  clauseId: string,
  kind: RuleKind,
  at: When,
): RuleInForce | undefined {
  const version = versionInForce(state, at)?.version;
  const rule = latestAt(rulesOf(state, clauseId, kind), at);
  if (!version || !rule) return undefined;
  const clause = version.text.clauses.find((one) => one.clauseId === clauseId);
  if (version.textHeld && !clause) return undefined;
  const boundTo = state.versions.get(rule.versionId)?.text.clauses.find((one) => one.clauseId === clauseId);
  const reading = rule.interpretations.findLast((one) => one.at.earliest <= at.latest);
  return {
    rule,
    terms: reading?.terms ?? rule.terms,
    inconsistent: (rule.inconsistencies?.length ?? 0) > 0 && !reading,
    versionId: version.versionId,
    ...(clause?.number !== undefined && { number: clause.number }),
    clauseAmended: clause !== undefined && clause.text !== boundTo?.text,
  };
}

/** Every rule in force at a time, clause by clause. */
export function rulesInForce(state: InstrumentState, at: When): readonly RuleInForce[] {
  const places = new Map(
    state.rules.map(({ clauseId, terms: { kind } }) => [`${clauseId} ${kind}`, { clauseId, kind }]),
  );
  return [...places.values()].flatMap(({ clauseId, kind }) => ruleInForce(state, clauseId, kind, at) ?? []);
}
