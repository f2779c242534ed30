import { inForceAt as latestAt } from '../kernel/index.ts';
import type { When } from '../kernel/index.ts';
import type { RuleKind, RuleTerms } from './bound-rule.ts';
import type { BoundRule, Interpretation } from './clause-rule.ts';
import { versionInForce } from './force.ts';
import type { GoverningRule } from './governing.ts';
import { chain } from './state.ts';
import type { InstrumentState } from './state.ts';
import type { Version } from './version.ts';

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

/**
 * Rules bound to the version in force or to one before it in the chain: what a version states that is not in force yet,
 * or that a party rejected, is no rule, whatever the rule's own date.
 */
function bindingUnder(
  state: InstrumentState,
  rules: readonly BoundRule[],
  { versionId }: Version,
): readonly BoundRule[] {
  const links = chain(state).map((version) => version.versionId);
  const reached = new Set(links.slice(0, links.indexOf(versionId) + 1));
  return rules.filter((rule) => reached.has(rule.versionId));
}

/** How a rule was read by then: by the reading given last, not by the one recorded last. */
const readingBy = ({ interpretations }: BoundRule, at: When): Interpretation | undefined =>
  latestAt(
    interpretations.map((one) => ({ one, start: one.at })),
    at,
  )?.one;

/** The rule of a clause at a time: at most one, and none where the clause is not in force. */
export function ruleInForce(
  state: InstrumentState,
  clauseId: string,
  kind: RuleKind,
  at: When,
): RuleInForce | undefined {
  const version = versionInForce(state, at)?.version;
  if (!version) return undefined;
  const rule = latestAt(bindingUnder(state, rulesOf(state, clauseId, kind), version), at);
  if (!rule) return undefined;
  const clause = version.text.clauses.find((one) => one.clauseId === clauseId);
  if (version.textHeld && !clause) return undefined;
  const boundTo = state.versions.get(rule.versionId)?.text.clauses.find((one) => one.clauseId === clauseId);
  const reading = readingBy(rule, at);
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

/** The same for a body that the instrument governs, at the revision at which the instrument was read. */
export const governingRules = (
  state: InstrumentState,
  { instrumentId, revision }: Readonly<{ instrumentId: string; revision: number }>,
  at: When,
): readonly GoverningRule[] =>
  rulesInForce(state, at).map(({ rule, terms, versionId, number, inconsistent, clauseAmended }) => ({
    instrumentId,
    instrumentRevision: revision,
    versionId,
    clauseId: rule.clauseId,
    ruleId: rule.ruleId,
    clauseRef: { instrument: instrumentId, version: versionId, clause: number ?? rule.clauseId },
    terms,
    inconsistent,
    clauseAmended,
  }));
