import { certainlyBefore, notable, refuse } from '../kernel/index.ts';
import type { Check, Decision } from '../kernel/index.ts';
import { lintAyes, lintQuorum, lintTests } from '../tally/index.ts';
import type { Inconsistency } from '../tally/index.ts';
import { asComposed } from './as-composed.ts';
import { isOfItsKind, quorumOf } from './bound-rule.ts';
import type { RuleTerms } from './bound-rule.ts';
import type { RuleBound, RuleInterpreted, RuleReplaced } from './events.ts';
import type { ComposedFact, ElectorateFact } from './facts.ts';
import { adoptedVersion, registered } from './guards.ts';
import { ruleById, rulesOf } from './rules-in-force.ts';
import { presetTerms, rulePresets } from './presets.ts';
import type { InstrumentState } from './state.ts';
import { termsProblems } from './terms-problems.ts';

/** The terms are told, or named as a preset. */
type Binding = Pick<RuleBound, 'ruleId' | 'clauseId' | 'versionId' | 'effectiveFrom'> &
  Readonly<{ terms?: RuleTerms; preset?: string }>;

/** A rule is bound to the clause of a version that states it: from then on, votes are taken under the clause. */
export type BindRule = Readonly<{ type: 'BindRule' }> & Binding;

/** Another rule takes the place of one, from a later time on. */
export type ReplaceRule = Readonly<{ type: 'ReplaceRule'; replaces: string }> & Binding;

/** What an unclear rule means is said by somebody entitled to: a ruling, a motion, counsel. */
export type InterpretRule = Readonly<{ type: 'InterpretRule' }> &
  Omit<RuleInterpreted, 'type' | 'bodyRevision'>;

type Facts = ElectorateFact & ComposedFact;

function* clauseOfVersion(state: InstrumentState, { clauseId, versionId }: Binding): Check {
  const { text, textHeld } = yield* adoptedVersion(state, versionId);
  if (!textHeld) yield notable('CLAUSE_TEXT_NOT_HELD', { clauseId, versionId });
  else if (!text.clauses.some((clause) => clause.clauseId === clauseId))
    yield* refuse('CLAUSE_UNKNOWN', { clauseId, versionId });
}

function* termsOf({ ruleId, terms, preset }: Binding): Check<RuleTerms> {
  if (terms && preset === undefined) return terms;
  if (terms || preset === undefined) return yield* refuse('RULE_TERMS_AMBIGUOUS', { ruleId, preset });
  return presetTerms(preset, ruleId) ?? (yield* refuse('PRESET_UNKNOWN', { preset, presets: rulePresets }));
}

function* evaluable(ruleId: string, terms: RuleTerms): Check {
  if (!isOfItsKind(terms)) yield* refuse('RULE_TERMS_MISMATCH', { ruleId, kind: terms.kind });
  const problems = termsProblems(terms);
  if (problems.length > 0) yield* refuse('RULE_NOT_EVALUABLE', { ruleId, problems });
}

/** What the linter says of the terms, for the body as it is composed then. */
function inconsistenciesOf(terms: RuleTerms, { authorized }: ElectorateFact): readonly Inconsistency[] {
  const tests = terms.decision?.passIfAny.flat() ?? [];
  const seats = authorized
    ? [...lintQuorum(quorumOf(terms), authorized), ...lintAyes(tests, authorized)]
    : [];
  return [...seats, ...lintTests(tests)];
}

function* linted(ruleId: string, terms: RuleTerms, facts: ElectorateFact): Check<readonly Inconsistency[]> {
  const inconsistencies = inconsistenciesOf(terms, facts);
  if (inconsistencies.length > 0) yield notable('RULE_INCONSISTENT', { ruleId, inconsistencies });
  return inconsistencies;
}

function* binding(state: InstrumentState, command: Binding, facts: Facts) {
  const { ruleId, clauseId, versionId, effectiveFrom } = command;
  yield* registered(state);
  if (ruleById(state, ruleId)) yield* refuse('RULE_EXISTS', { ruleId });
  yield* clauseOfVersion(state, command);
  const terms = yield* termsOf(command);
  yield* evaluable(ruleId, terms);
  const inconsistencies = yield* linted(ruleId, terms, facts);
  const found = inconsistencies.length > 0 && { inconsistencies };
  const composed = yield* asComposed(ruleId, terms, facts);
  return { ruleId, clauseId, versionId, terms, effectiveFrom, ...found, ...composed };
}

export function* bindRule(state: InstrumentState, command: BindRule, facts: Facts): Decision<RuleBound> {
  const bound = yield* binding(state, command, facts);
  const { clauseId, terms } = bound;
  const other = rulesOf(state, clauseId, terms.kind).at(-1);
  if (other) return yield* refuse('CLAUSE_HAS_RULE', { clauseId, kind: terms.kind, ruleId: other.ruleId });
  return [{ type: 'RuleBound', ...bound }];
}

/** The replaced rule is the last of the clause, so that one rule holds at every instant. */
export function* replaceRule(
  state: InstrumentState,
  command: ReplaceRule,
  facts: Facts,
): Decision<RuleReplaced> {
  const bound = yield* binding(state, command, facts);
  const { replaces } = command;
  const { clauseId, terms, effectiveFrom } = bound;
  const last = rulesOf(state, clauseId, terms.kind).at(-1);
  if (last?.ruleId !== replaces)
    return yield* refuse('RULE_NOT_CURRENT', { replaces, clauseId, kind: terms.kind, current: last?.ruleId });
  if (!certainlyBefore(last.effectiveFrom, effectiveFrom))
    return yield* refuse('RULE_NOT_LATER', {
      replaces,
      since: last.effectiveFrom.literal,
      effectiveFrom: effectiveFrom.literal,
    });
  return [{ type: 'RuleReplaced', replaces, ...bound }];
}

export function* interpretRule(
  state: InstrumentState,
  { type: _type, ...interpretation }: InterpretRule,
  facts: ComposedFact,
): Decision<RuleInterpreted> {
  const { ruleId, terms, reading } = interpretation;
  yield* registered(state);
  const rule = ruleById(state, ruleId);
  if (!rule) return yield* refuse('RULE_UNKNOWN', { ruleId });
  if (reading.trim() === '') return yield* refuse('READING_REQUIRED', { ruleId });
  if (terms) {
    if (terms.kind !== rule.terms.kind)
      return yield* refuse('RULE_TERMS_MISMATCH', { ruleId, kind: terms.kind, of: rule.terms.kind });
    yield* evaluable(ruleId, terms);
  }
  const composed = terms ? yield* asComposed(ruleId, terms, facts) : {};
  return [{ type: 'RuleInterpreted', ...interpretation, ...composed }];
}
