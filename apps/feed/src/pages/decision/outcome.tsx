import type { DecisionDocument } from '#projections';
import { outcomeText } from '../../words/outcome.ts';
import type { Sides } from '../../words/outcome.ts';
import { useSay } from '../frame/page.tsx';
import { OutcomeBadge, standing } from '../parts/outcome-badge.tsx';
import { Name } from '../parts/text.tsx';
import { Time } from '../parts/time.tsx';

export function Outcome({ decision, sides }: Readonly<{ decision: DecisionDocument; sides: Sides }>) {
  const say = useSay();
  const { bodyId, bodyName, decidedAt } = decision;
  return (
    <div class={`outcome is-${standing(decision)}`}>
      <p class="badges">
        <OutcomeBadge of={decision} />
      </p>
      <p class="lead">{outcomeText(say, decision, sides)}</p>
      <p class="meta">
        {bodyId !== undefined && (
          <>
            <a href={say.href(`/bodies/${bodyId}`)}>
              <Name>{bodyName ?? bodyId}</Name>
            </a>
            {' · '}
          </>
        )}
        <Time at={decidedAt} />
      </p>
    </div>
  );
}
