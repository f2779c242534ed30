import type { ConstituencySeats } from '../body/events.ts';
import type { MeetingType } from '../meeting/meeting-type.ts';
import type { DecisionRule, QuorumTest } from '../tally/rule.ts';

export const ruleKinds = ['decision', 'quorum', 'notice', 'composition', 'absence'] as const;
export type RuleKind = (typeof ruleKinds)[number];

/**
 * How long before a meeting its agenda is posted, or notice of it given to the members. Days are civil days: the day
 * of the notice counts, that of the meeting does not. RONR (12th ed.) 1:7n. With hours too, both are kept.
 */
export type NoticeTerms = Readonly<{
  of: 'agenda' | 'meeting';
  days?: number;
  hours?: number;
  /** Absent: regular and special ones. An adjourned meeting continues one that was noticed. */
  meetingTypes?: readonly MeetingType[];
}>;

/** How many seats there are, as `AdoptCompositionRule` adopts it. */
export type CompositionTerms = Readonly<{
  perConstituency: readonly ConstituencySeats[];
  min?: number;
  max?: number;
  parity?: boolean;
}>;

/** So many absences in a year of a term let the body declare a seat vacant (meeting rule SP-17). */
export type AbsenceTerms = Readonly<{ limit: number }>;

/** What a clause says, as data: of its kind, and of no other. */
export type RuleTerms = Readonly<{
  kind: RuleKind;
  decision?: DecisionRule;
  quorum?: readonly QuorumTest[];
  notice?: NoticeTerms;
  composition?: CompositionTerms;
  absence?: AbsenceTerms;
}>;

/** Whether the terms are of the kind that they say, and nothing else. */
export const isOfItsKind = (terms: RuleTerms): boolean =>
  ruleKinds.every((kind) => (terms[kind] !== undefined) === (kind === terms.kind));

/** The tests that must hold of those present, where there are some. */
export const quorumOf = ({ decision, quorum }: RuleTerms): readonly QuorumTest[] =>
  quorum ?? decision?.quorum ?? [];
