import type { ConstituencySeats } from '../body/events.ts';
import type { DecisionRule, QuorumTest } from '../tally/rule.ts';

export const ruleKinds = ['decision', 'quorum', 'notice', 'composition'] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** How long before a meeting its agenda or its notice is given. */
export type NoticeTerms = Readonly<{ of: 'agenda' | 'meeting'; days?: number; hours?: number }>;

/** How many seats there are, as `AdoptCompositionRule` adopts it. */
export type CompositionTerms = Readonly<{
  perConstituency: readonly ConstituencySeats[];
  min?: number;
  max?: number;
  parity?: boolean;
}>;

/** What a clause says, as data: of its kind, and of no other. */
export type RuleTerms = Readonly<{
  kind: RuleKind;
  decision?: DecisionRule;
  quorum?: readonly QuorumTest[];
  notice?: NoticeTerms;
  composition?: CompositionTerms;
}>;

/** Whether the terms are of the kind that they say, and nothing else. */
export const isOfItsKind = (terms: RuleTerms): boolean =>
  ruleKinds.every((kind) => (terms[kind] !== undefined) === (kind === terms.kind));

/** The tests that must hold of those present, where there are some. */
export const quorumOf = ({ decision, quorum }: RuleTerms): readonly QuorumTest[] =>
  quorum ?? decision?.quorum ?? [];
