import { bargaining } from './bargaining.ts';
import { brownAct } from './brown-act.ts';
import { greeneAct } from './greene-act.ts';
import { persons } from './persons.ts';
import type { Rule } from './rule.ts';
import { rulesOfOrder } from './rules-of-order.ts';
import { sharedPower } from './shared-power.ts';

/** Every rule that software can judge, or reminds people of. */
export const rules = {
  ...brownAct,
  ...greeneAct,
  ...bargaining,
  ...persons,
  ...rulesOfOrder,
  ...sharedPower,
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof rules;

/** What a rule objects with. */
export type CodeOf<R extends RuleId> = (typeof rules)[R]['codes'][number];

export const ruleIds = Object.keys(rules) as readonly RuleId[];

export const isRuleId = (id: string): id is RuleId => Object.hasOwn(rules, id);

export const ruleOf = (id: RuleId): Rule => rules[id];
