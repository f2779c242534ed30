import type { CommitmentView } from '#projections';
import { useSay } from '../frame/page.tsx';
import type { Say } from '../frame/page.tsx';
import { ProgressBar } from '../parts/progress-bar.tsx';

/** How far it is, in one sentence; what is not known is said to be. */
export function progressText({ t }: Say, { progress, value }: CommitmentView): string {
  const { derived, periods, shares, reports } = progress;
  const target = value?.number ?? 'none';
  if (derived) {
    const { terms, text, known, unknownCohortIds } = derived.total;
    if (terms.length === 0) return t('progress.unknown');
    return t('progress.derived', {
      known,
      target,
      text,
      unknown: unknownCohortIds.length,
      reached: derived.reached,
    });
  }
  const reported = periods ?? shares;
  if (reported && reported.length > 0)
    return t('progress.reported', {
      count: reported.length,
      reached: reported.filter(({ reached }) => reached).length,
    });
  return reports.length === 0 ? t('progress.unknown') : t('progress.uncounted', { count: reports.length });
}

/** The same as a bar, where a number of schools is to be reached. */
export function CommitmentBar({ of: { progress, value } }: Readonly<{ of: CommitmentView }>) {
  const { derived } = progress;
  if (!derived || value?.number === undefined || derived.total.terms.length === 0) return null;
  const parts = derived.total.terms.map(({ size, basis, atLeast = 0, onRecord = 0 }) => {
    if (size === undefined) return { size: Math.max(atLeast, onRecord), kind: 'bound' as const };
    return { size, kind: basis === 'planned' ? ('planned' as const) : ('done' as const) };
  });
  return <ProgressBar parts={parts} targets={[value.number]} />;
}

export function Progress({ of }: Readonly<{ of: CommitmentView }>) {
  const say = useSay();
  return (
    <>
      <CommitmentBar of={of} />
      <p>{progressText(say, of)}</p>
    </>
  );
}
