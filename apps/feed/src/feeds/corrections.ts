import type { DecisionCorrection, DecisionDocument, DecisionSummary, TellersCorrection } from '#projections';

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

const by = ({ authority }: Pick<DecisionCorrection, 'authority'>): string =>
  authority.kind === 'motion' ? `by motion ${authority.motionId}` : 'by the secretary';

const totalsText = (totals: TellersCorrection['to']): string =>
  totals
    .map(({ option, value, constituencyId }) =>
      constituencyId === undefined ? `${value} ${option}` : `${value} ${option} (${constituencyId})`,
    )
    .join(', ');

function reportCorrectionLine(correction: TellersCorrection): string {
  const { from, to, reason, correctedAt } = correction;
  return `Corrected ${by(correction)}, ${correctedAt.literal}: the tellers counted ${totalsText(to)}, not ${totalsText(from)}. ${reason}`;
}

function correctionLine(correction: DecisionCorrection): string {
  const { label, seatId, from, to, presence, reason, correctedAt } = correction;
  const there = presence ? `, ${presence.to ? 'present' : 'not present'}` : '';
  return `Corrected ${by(correction)}, ${correctedAt.literal}: ${label ?? seatId} stood as ${to}${there}, not as ${from}. ${reason}`;
}

export function correctionLines({
  corrections = [],
  reportCorrections = [],
  original,
  outcome,
  voidedAs,
}: DecisionDocument): string[] {
  const flipped = original !== undefined && original.outcome !== outcome;
  return [
    ...corrections.map(correctionLine),
    ...reportCorrections.map(reportCorrectionLine),
    ...(flipped ? [`As first recorded: ${original.outcome}.`] : []),
    ...(voidedAs ? [`Of no effect, ${bases[voidedAs.basis]}: ${voidedAs.reason}`] : []),
  ];
}

/** The same for machines, in the extension of an item. */
export const correctionsOf = ({ corrections, reportCorrections, original, voidedAs }: DecisionDocument) => ({
  ...(corrections && { corrections }),
  ...(reportCorrections && { report_corrections: reportCorrections }),
  ...(original && { original_outcome: original.outcome, original_counts: original.counts }),
  ...(voidedAs && { voided: voidedAs }),
});
