import type { instrument, rulebook, When } from '#governance';

/** A rule that a clause states, as it is read at that time. */
export type BoundRuleView = Readonly<{
  instrumentId: string;
  instrumentTitle: string;
  /** The version in force, and the clause in it. */
  versionId: string;
  clauseId: string;
  number?: string;
  ruleId: string;
  since: When;
  terms: instrument.RuleTerms;
  interpretations: readonly instrument.Interpretation[];
  /** Its parts cannot all hold, and nobody had said by then how it is to be read. */
  inconsistent: boolean;
  /** The clause reads otherwise since the rule was bound to it. */
  clauseAmended: boolean;
}>;

/** A rule of the rulebook that reaches the body: it binds, is the body's own policy, or informs. */
export type StatutoryRuleView = Readonly<{
  ruleId: string;
  title: string;
  citation: string;
  reach: 'binds' | 'policy' | 'informs';
  verified: boolean;
}>;

export type RulesInForceView = Readonly<{
  bodyId: string;
  asOf: When;
  /** What selects the rules: the open-meeting law, the rules of order, the body's own policy. */
  regime: string;
  order?: rulebook.AdoptedOrder;
  bound: readonly BoundRuleView[];
  statutory: readonly StatutoryRuleView[];
}>;
