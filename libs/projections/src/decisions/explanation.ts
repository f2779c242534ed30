import { tally } from '#governance';
import type { DecisionDocument } from './views.ts';

/** A decision in plain sentences, whatever way the body decided; undefined where the record lacks the rule. */
export function sentencesOf(decision: DecisionDocument): readonly string[] | undefined {
  const { rule, consensus, consent, ballots, calendar } = decision;
  if (calendar)
    return [`Adopted with the consent calendar of motion ${calendar.byMotionId}: ${calendar.decisionId}.`];
  if (!rule) return undefined;
  const elected = decision.election
    ? [`Elected as ${decision.election.role}: ${decision.election.candidateId}.`]
    : [];
  if (consensus) return tally.explainConsensus(consensus.trace, rule);
  if (consent) return [...tally.explainConsent(consent, rule), ...elected];
  if (ballots) return [...tally.explainElection(ballots.trace, rule), ...elected];
  return decision.tally && tally.explain(decision.tally, rule, decision.secret);
}
