import type { ClauseDiff } from '#projections';
import { useSay } from '../frame/page.tsx';
import { clauseName } from '../instrument/clauses.tsx';
import { Name } from '../parts/text.tsx';
import { Words } from '../parts/words.tsx';

type Side = 'before' | 'after';

/** A clause on one side: with what was struck from it, or what was put into it. */
export function ClauseSide({
  of,
  side,
  lang,
}: Readonly<{ of: ClauseDiff; side: Side; lang: string | undefined }>) {
  const { t } = useSay();
  const clause = of[side];
  if (!clause) return <p class="before">{t('diff.absent', { side })}</p>;
  const isWhole = of.words === undefined && of[side === 'before' ? 'after' : 'before'] === undefined;
  const Whole = side === 'before' ? 'del' : 'ins';
  return (
    <>
      <p class="clause-name">
        <Name lang={lang}>{clauseName(clause)}</Name>
      </p>
      <p class="clause-text" lang={lang} dir="auto">
        {of.words && <Words of={of.words} side={side} />}
        {of.words === undefined && (isWhole ? <Whole>{clause.text}</Whole> : clause.text)}
      </p>
    </>
  );
}

export const changesText = (t: ReturnType<typeof useSay>['t'], { changes }: ClauseDiff): string =>
  changes.map((change) => t('diff.change', { change })).join(', ');
