import type { DecisionCorrection, DecisionDocument, DecisionSummary, TellersCorrection } from '#projections';
import type { Speech } from '../words/speech.ts';
import { timeText } from '../words/time.ts';

/* What an item says of a decision whose record was corrected, or that lost its effect. */

/** In the title: nobody takes the first reading for the last. */
export function standingOf({ corrected, voided }: DecisionSummary): 'void' | 'corrected' | 'none' {
  if (voided) return 'void';
  return corrected ? 'corrected' : 'none';
}

type Corrected = Pick<DecisionCorrection, 'authority' | 'correctedAt' | 'reason'>;

/** By which right, when and why. */
const rightOf = (speech: Speech, { authority, correctedAt, reason }: Corrected) => ({
  by: authority.kind,
  motion: authority.kind === 'motion' ? authority.motionId : '',
  when: timeText(speech, correctedAt),
  reason,
});

const totalsText = ({ t }: Speech, totals: TellersCorrection['to']): string =>
  totals
    .map(({ option, value: count, constituencyId }) => {
      const votes = t('counts.votes', { option, count });
      return constituencyId === undefined ? votes : `${votes} (${constituencyId})`;
    })
    .join(', ');

const reportCorrectionLine = (speech: Speech, correction: TellersCorrection): string =>
  speech.t('feed.correctedReport', {
    ...rightOf(speech, correction),
    from: totalsText(speech, correction.from),
    to: totalsText(speech, correction.to),
  });

const presenceOf = ({ presence }: DecisionCorrection): 'present' | 'away' | 'none' => {
  if (!presence) return 'none';
  return presence.to ? 'present' : 'away';
};

function correctionLine(speech: Speech, correction: DecisionCorrection): string {
  const { label, seatId, from, to } = correction;
  return speech.t('feed.corrected', {
    ...rightOf(speech, correction),
    seat: label ?? seatId,
    from: speech.t('roll.option', { option: from }),
    to: speech.t('roll.option', { option: to }),
    presence: presenceOf(correction),
  });
}

export function correctionLines(
  speech: Speech,
  { corrections = [], reportCorrections = [], original, outcome, voidedAs }: DecisionDocument,
): string[] {
  const flipped = original !== undefined && original.outcome !== outcome;
  return [
    ...corrections.map((one) => correctionLine(speech, one)),
    ...reportCorrections.map((one) => reportCorrectionLine(speech, one)),
    ...(flipped ? [speech.t('feed.original', { outcome: original.outcome })] : []),
    ...(voidedAs ? [speech.t('feed.void', { basis: voidedAs.basis, reason: voidedAs.reason })] : []),
  ];
}

/** The same for machines, in the extension of an item. */
export const correctionsOf = ({ corrections, reportCorrections, original, voidedAs }: DecisionDocument) => ({
  ...(corrections && { corrections }),
  ...(reportCorrections && { report_corrections: reportCorrections }),
  ...(original && { original_outcome: original.outcome, original_counts: original.counts }),
  ...(voidedAs && { voided: voidedAs }),
});
