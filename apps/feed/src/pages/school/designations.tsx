import type { When } from '#governance';
import type { DesignationView } from '#projections';
import { useSay } from '../frame/page.tsx';
import { Name } from '../parts/text.tsx';
import { Time } from '../parts/time.tsx';
import type { SchoolData } from './data.ts';

type Act = Readonly<{
  act: string;
  effectiveFrom: When;
  until?: When;
  reason?: string;
  motionId?: string;
  provenance: DesignationView['provenance'];
}>;

function Line({ of, names }: Readonly<{ of: Act; names: SchoolData['names'] }>) {
  const { t, href } = useSay();
  const { act, effectiveFrom, until, reason, motionId } = of;
  return (
    <li>
      <p class="when">
        <Time at={effectiveFrom} />
      </p>
      <p>
        {t('designation.act', { act })}
        {until && (
          <>
            {` ${t('seat.until')} `}
            <Time at={until} />
          </>
        )}
        {motionId === undefined ? (
          <span class="meta">{t('designation.noMotion')}</span>
        ) : (
          <span class="meta">
            {t('designation.by')}{' '}
            <a href={href(`/motions/${motionId}`)}>
              <Name>{names.get(`motion/${motionId}`) ?? motionId}</Name>
            </a>
          </span>
        )}
        {reason !== undefined && (
          <span class="meta">
            <Name>{reason}</Name>
          </span>
        )}
      </p>
    </li>
  );
}

function Designation({ of, names }: Readonly<{ of: DesignationView; names: SchoolData['names'] }>) {
  const { t, href } = useSay();
  const { cohortId, held, suspended, acts, flags } = of;
  return (
    <>
      <h3>
        {cohortId === undefined ? (
          t('designation.noCohort')
        ) : (
          <a href={href('/cohorts')}>
            <Name>{names.get(`cohort/${cohortId}`) ?? cohortId}</Name>
          </a>
        )}{' '}
        <span class={`badge is-held-${held}`}>{t('designation.held', { held })}</span>
        {suspended !== 'no' && <span class="tag">{t('designation.suspended', { suspended })}</span>}
      </h3>
      <ol class="timeline">
        <Line of={{ ...of, act: 'SchoolDesignated' }} names={names} />
        {acts.map((act) => (
          <Line key={act.provenance.eventId} of={act} names={names} />
        ))}
      </ol>
      {flags.map(({ motionId }) => (
        <p key={motionId} class="note">
          {t('designation.flagged')}{' '}
          <a href={href(`/motions/${motionId}`)}>
            <Name>{names.get(`motion/${motionId}`) ?? motionId}</Name>
          </a>
        </p>
      ))}
    </>
  );
}

/** Each designation with everything that was done to it, and the motion that did it. */
export function Designations({ data: { school, names } }: Readonly<{ data: SchoolData }>) {
  const { t } = useSay();
  if (school.designations.length === 0) return <p>{t('designation.none')}</p>;
  return (
    <>
      {school.designations.toReversed().map((one) => (
        <Designation key={one.provenance.eventId} of={one} names={names} />
      ))}
    </>
  );
}
