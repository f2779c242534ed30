import { tally } from '#governance';
import { sentencesOf } from '#projections';
import type { DecisionDocument } from '#projections';
import type { Explanation } from './views.ts';

/** Why a decision came out as it did; where its record was corrected, also why it did at first. */
export function explanationOf(decision: DecisionDocument): Explanation | undefined {
  const { decisionId, title, outcome, rule, corrections, original, voidedAs } = decision;
  const sentences = sentencesOf(decision);
  if (!sentences) return undefined;
  return {
    decisionId,
    ...(title !== undefined && { title }),
    outcome,
    ...(rule && { rule }),
    sentences,
    ...(corrections && { corrections }),
    ...(original?.tally &&
      rule && {
        original: { outcome: original.outcome, sentences: tally.explain(original.tally, rule) },
      }),
    ...(voidedAs && { voidedAs }),
  };
}
