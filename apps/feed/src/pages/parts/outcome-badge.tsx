import type { DecisionDocument } from '#projections';
import { useSay } from '../frame/page.tsx';

/** How a decision stands by now. */
export const standing = ({ outcome, voided }: Pick<DecisionDocument, 'outcome' | 'voided'>) =>
  voided ? 'void' : outcome;

/** The outcome as a badge: a sign, a word and a colour. */
export function OutcomeBadge({
  of,
}: Readonly<{ of: Pick<DecisionDocument, 'outcome' | 'voided' | 'corrected'> }>) {
  const { t } = useSay();
  const state = standing(of);
  return (
    <>
      <span class={`badge is-${state}`}>{t('outcome.badge', { state })}</span>
      {of.corrected && <span class="badge is-corrected">{t('outcome.corrected')}</span>}
    </>
  );
}
