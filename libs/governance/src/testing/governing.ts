import type { GoverningRule } from '../instrument/governing.ts';
import type { RuleTerms } from '../instrument/bound-rule.ts';
import type { BoundRulePin } from '../motion/bound-rule-pin.ts';

export const clauseRef = { instrument: 'bylaws', version: '2026', clause: '4.2' };

/** What an event pins of the rule below. */
export const governingPin: BoundRulePin = {
  instrumentId: 'bylaws',
  instrumentRevision: 7,
  versionId: '2026',
  clauseId: 'clause',
  ruleId: 'rule',
};

/** A rule in force of clause 4.2 of the bylaws that govern the body. */
export const governing = (terms: RuleTerms, more: Partial<GoverningRule> = {}): GoverningRule => ({
  ...governingPin,
  clauseRef,
  terms,
  inconsistent: false,
  clauseAmended: false,
  ...more,
});
