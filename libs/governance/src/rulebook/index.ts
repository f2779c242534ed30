export { adoptableRuleIds, isAdoptable } from './adoptable.ts';
export { broken } from './broken.ts';
export { effectOf, inForce, reachOf } from './effect.ts';
export type { Reach } from './effect.ts';
export { effects } from './rule.ts';
export type { Effect, Judge, Rule, Selector, Severity } from './rule.ts';
export { isRuleId, ruleIds, ruleOf } from './rules.ts';
export type { CodeOf, RuleId } from './rules.ts';
export type { AdoptedOrder, Selection } from './selection.ts';
