import type { DecisionSummary } from '#projections';
import { OutcomeBadge } from './outcome-badge.tsx';
import { useSay } from '../frame/page.tsx';
import { Illustration, Name } from './text.tsx';
import { Time } from './time.tsx';

export type ListedDecision = DecisionSummary &
  Readonly<{ lang?: string | undefined; zone?: string | undefined }>;

function Item({ of }: Readonly<{ of: ListedDecision }>) {
  const { t, href } = useSay();
  const { decisionId, motionId, title, bodyName, bodyId, counts, decidedAt, lang, zone } = of;
  const { yes, no } = counts;
  return (
    <li>
      <p class="badges">
        <OutcomeBadge of={of} /> <Illustration of={of} />
      </p>
      <h3>
        <a href={href(`/decisions/${decisionId}`)}>
          <Name lang={lang}>{title ?? motionId}</Name>
        </a>
      </h3>
      <p class="meta">
        <Name>{bodyName ?? bodyId ?? ''}</Name> · <Time at={decidedAt} zone={zone} style="day" />
        {yes !== undefined || no !== undefined
          ? ` · ${t('counts.short', { yes: yes ?? 0, no: no ?? 0 })}`
          : ''}
      </p>
    </li>
  );
}

export function DecisionList({ of }: Readonly<{ of: readonly ListedDecision[] }>) {
  return (
    <ul class="list">
      {of.map((one) => (
        <Item key={one.decisionId} of={one} />
      ))}
    </ul>
  );
}
