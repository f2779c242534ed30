import type { AdoptedBy } from '#projections';
import { useSay } from '../frame/page.tsx';
import { Name } from '../parts/text.tsx';
import { Time } from '../parts/time.tsx';
import type { Titles } from './data.ts';

/** By what something was adopted, with the way to it: the decision, or else the motion; or whoever else it was. */
export function Adopted({ by, motions }: Readonly<{ by: Partial<AdoptedBy>; motions: Titles }>) {
  const { t, href } = useSay();
  const { byMotionId, decisionId, external, adoptedAt } = by;
  const address = decisionId === undefined ? `/motions/${byMotionId ?? ''}` : `/decisions/${decisionId}`;
  return (
    <>
      {byMotionId === undefined ? (
        <Name>
          {external?.decidedBy ?? external?.organizationId ?? external?.bodyId ?? t('instrument.outside')}
        </Name>
      ) : (
        <a href={href(address)}>
          <Name>{motions.get(byMotionId) ?? byMotionId}</Name>
        </a>
      )}
      {adoptedAt && (
        <>
          {', '}
          <Time at={adoptedAt} style="day" />
        </>
      )}
    </>
  );
}
