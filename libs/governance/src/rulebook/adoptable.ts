import { isRuleId, ruleIds, ruleOf } from './rules.ts';
import type { RuleId } from './rules.ts';

/** Rules of open-meeting law, and those that bind nobody until adopted, may be taken as a body's own policy. */
export const isAdoptable = (id: string): id is RuleId =>
  isRuleId(id) && ['regime', 'policy'].includes(ruleOf(id).selectedBy.by);

export const adoptableRuleIds: readonly RuleId[] = ruleIds.filter(isAdoptable);
