import { motion, tally } from '#governance';
import { countsOf, outcomeOf } from '../decisions/document.ts';
import type { ConstituencyResult, DecisionDocument } from '../decisions/views.ts';

/** Undoes what was recorded later: corrections, and that it is void. */
export function decisionKnownAt(document: DecisionDocument, knownAt: string): DecisionDocument {
  const { voided: _voided, voidedAs, ...rest } = document;
  const known = voidedAs && voidedAs.recordedAt > knownAt ? rest : document;
  const { original, corrections = [], rule, eligibility, castingVote } = document;
  const made = corrections.filter(({ recordedAt }) => recordedAt <= knownAt);
  if (!original || made.length === corrections.length || !rule || !eligibility) return known;
  const rollCall = made.reduce<DecisionDocument['rollCall']>(motion.correctedRollCall, original.rollCall);
  const result = tally.tally(rule, eligibility, rollCall, castingVote);
  const constituencies = original.constituencies.map((one): ConstituencyResult => {
    const counts = countsOf(result, one.constituencyId);
    return { ...one, counts };
  });
  return { ...known, rollCall, constituencies, outcome: outcomeOf(result) };
}
