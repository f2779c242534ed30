import { tally } from '#governance';
import type { DecisionDocument } from '#projections';
import type { Explanation } from './views.ts';

/** Why a decision came out as it did; where its record was corrected, also why it did at first. */
export function explanationOf(decision: DecisionDocument, rule: tally.DecisionRule): Explanation {
  const { decisionId, title, outcome, corrections, original, voidedAs } = decision;
  return {
    decisionId,
    ...(title !== undefined && { title }),
    outcome,
    rule,
    sentences: tally.explain(decision.tally, rule),
    ...(corrections && { corrections }),
    ...(original && {
      original: { outcome: original.outcome, sentences: tally.explain(original.tally, rule) },
    }),
    ...(voidedAs && { voidedAs }),
  };
}
