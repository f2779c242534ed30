import type { DecisionRule } from '../../tally/index.ts';
import { decider } from '../index.ts';
import type { Command, Facts, NamedClause } from '../index.ts';
import { boundRulePin } from './committee.ts';

export const clause: NamedClause = {
  instrumentId: boundRulePin.instrumentId,
  clauseId: boundRulePin.clauseId,
};

/** The instrument says this of the clause. */
export const bound = (rule: DecisionRule): Pick<Facts, 'boundRule'> => ({
  boundRule: { ...boundRulePin, rule, inconsistent: false, clauseAmended: false },
});

type WithRule = Command & Readonly<{ rule: DecisionRule }>;
const tellsRule = (command: Command): command is WithRule => 'rule' in command && command.rule !== undefined;

/** As the decider, for tests of something else: a rule that a command tells is bound to a clause that it names. */
export const byClause: typeof decider = {
  ...decider,
  decide(state, command, facts) {
    if (!tellsRule(command)) return decider.decide(state, command, facts);
    const { rule, ...rest } = command;
    return decider.decide(state, { ...rest, clause } as Command, { ...facts, ...bound(rule) });
  },
};
