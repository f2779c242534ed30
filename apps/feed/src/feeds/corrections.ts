import type { DecisionCorrection, DecisionDocument, DecisionSummary } from '#projections';

/* What an item says of a decision whose record was corrected, or that lost its effect. */

const bases = {
  court: 'by a court',
  cure: 'by a cure and correction',
  no_quorum_found: 'for want of a quorum',
} as const;

/** In the title: nobody takes the first reading for the last. */
export function remarkOf({ corrected, voided }: DecisionSummary): string {
  if (voided) return ' (void)';
  return corrected ? ' (corrected)' : '';
}

function correctionLine(correction: DecisionCorrection): string {
  const { label, seatId, from, to, presence, authority, reason, correctedAt } = correction;
  const there = presence ? `, ${presence.to ? 'present' : 'not present'}` : '';
  const by = authority.kind === 'motion' ? ` by motion ${authority.motionId}` : ' by the secretary';
  return `Corrected${by}, ${correctedAt.literal}: ${label ?? seatId} stood as ${to}${there}, not as ${from}. ${reason}`;
}

export function correctionLines({
  corrections = [],
  original,
  outcome,
  voidedAs,
}: DecisionDocument): string[] {
  const flipped = original !== undefined && original.outcome !== outcome;
  return [
    ...corrections.map(correctionLine),
    ...(flipped ? [`As first recorded: ${original.outcome}.`] : []),
    ...(voidedAs ? [`Of no effect, ${bases[voidedAs.basis]}: ${voidedAs.reason}`] : []),
  ];
}

/** The same for machines, in the extension of an item. */
export const correctionsOf = ({ corrections, original, voidedAs }: DecisionDocument) => ({
  ...(corrections && { corrections }),
  ...(original && { original_outcome: original.outcome, original_counts: original.counts }),
  ...(voidedAs && { voided: voidedAs }),
});
