import type { Programme } from '../../resources/cohorts.ts';
import { useSay } from '../frame/page.tsx';
import { Compared } from '../parts/compared.tsx';
import { Day, Filter } from '../parts/filter.tsx';
import { Name } from '../parts/text.tsx';
import { Time } from '../parts/time.tsx';
import type { CohortsData } from './data.ts';
import { Progress, Register } from './register.tsx';

function ProgrammeSection({ of, data }: Readonly<{ of: Programme; data: CohortsData }>) {
  const { t, href } = useSay();
  const { programId, register, totals } = of;
  const id = `programme-${programId}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {t('cohorts.programme')} <Name>{programId}</Name>
      </h2>
      {register ? (
        <>
          <Progress of={register} totals={totals} />
          <Register of={register} schools={data.schools} />
        </>
      ) : (
        <p>{t('cohorts.none')}</p>
      )}
      <h3>{t('compared.title')}</h3>
      <Compared of={totals} stating={data.stating} />
      <p>
        <a href={href(`/contradictions?program=${programId}`)}>{t('cohorts.contradictions')}</a>
      </p>
    </section>
  );
}

/** Every programme: its cohorts, how far it is, and what is stated of it. */
export function CohortsView({ data }: Readonly<{ data: CohortsData }>) {
  const { t, href } = useSay();
  const { query, asOf, programmes } = data;
  return (
    <>
      <h1>{t('cohorts.title')}</h1>
      <p class="lead">{t('cohorts.lead')}</p>
      <Filter path="/cohorts" label={t('body.atDate')}>
        <Day name="asOf" label={t('cohorts.asOf')} value={query.asOf} />
      </Filter>
      {asOf && (
        <p class="note">
          {t('body.shownAsOf')} <Time at={asOf} />. <a href={href('/cohorts')}>{t('cohorts.showAll')}</a>
        </p>
      )}
      <p>
        <a href={href('/schools')}>{t('schools.all')}</a>
      </p>
      {programmes.length === 0 && <p>{t('cohorts.nothing')}</p>}
      {programmes.map((one) => (
        <ProgrammeSection key={one.programId} of={one} data={data} />
      ))}
    </>
  );
}
