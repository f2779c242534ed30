import { useSay } from '../frame/page.tsx';
import { Fact } from '../parts/fact.tsx';
import { Day, Filter } from '../parts/filter.tsx';
import { Name, Section } from '../parts/text.tsx';
import { Since, Time } from '../parts/time.tsx';
import type { SchoolData } from './data.ts';
import { Designations } from './designations.tsx';

type Props = Readonly<{ data: SchoolData }>;

function Facts({ data: { school, names } }: Props) {
  const { t, href } = useSay();
  const { bodyId, organizationId, otherNames, renamings, merged } = school;
  return (
    <dl class="facts">
      {bodyId !== undefined && (
        <Fact name={t('school.keptBy')}>
          <a href={href(`/bodies/${bodyId}`)}>
            <Name>{names.get(`body/${bodyId}`) ?? bodyId}</Name>
          </a>
        </Fact>
      )}
      {organizationId !== undefined && (
        <Fact name={t('school.organization')}>
          <Name>{names.get(`organization/${organizationId}`) ?? organizationId}</Name>
        </Fact>
      )}
      {otherNames.length > 0 && (
        <Fact name={t('instrument.otherNames')}>
          <Name>{otherNames.join(', ')}</Name>
        </Fact>
      )}
      {renamings.map(({ from, provenance }) => (
        <Fact key={provenance.eventId} name={t('school.renamed')}>
          <Name>{from}</Name>, {t('seat.until')} <Time at={provenance.occurredAt} />
        </Fact>
      ))}
      {merged && (
        <Fact name={t('school.merged')}>
          <a href={href(`/schools/${merged.intoSchoolId}`)}>
            <Name>{merged.intoSchoolId}</Name>
          </a>
          , <Time at={merged.provenance.occurredAt} />
        </Fact>
      )}
    </dl>
  );
}

/** Who governs and leads the site, as far as it is on record: never by name. */
function Site({ data: { school, names } }: Props) {
  const { t, href } = useSay();
  const { siteBodies, siteLeaders, coordinators } = school;
  if (siteBodies.length + siteLeaders.length + coordinators.length === 0) return null;
  return (
    <Section id="site" title={t('school.site')}>
      <ul>
        {siteBodies.map(({ bodyId, kind, provenance }) => (
          <li key={provenance.eventId}>
            {t('school.siteBody', { kind })}{' '}
            <a href={href(`/bodies/${bodyId}`)}>
              <Name>{names.get(`body/${bodyId}`) ?? bodyId}</Name>
            </a>
            , <Since at={provenance.occurredAt} />
          </li>
        ))}
        {siteLeaders.map(({ personId, provenance }) => (
          <li key={provenance.eventId}>
            {t('school.leader', { known: personId === undefined ? 'no' : 'yes' })}{' '}
            <Time at={provenance.occurredAt} />
          </li>
        ))}
        {coordinators.map(({ personId, provenance }) => (
          <li key={provenance.eventId}>
            {t('school.coordinator', { known: personId === undefined ? 'no' : 'yes' })}{' '}
            <Time at={provenance.occurredAt} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A school: whether it is designated, into which cohort, by which motions. */
export function SchoolPageView({ data }: Props) {
  const { t, href } = useSay();
  const { query, school, lang, asOf } = data;
  const { schoolId, name, designated } = school;
  const path = `/schools/${schoolId}`;
  return (
    <article>
      <p class="kicker">
        <a href={href('/schools')}>{t('school.kicker')}</a>
      </p>
      <h1>
        <Name lang={lang}>{name ?? schoolId}</Name>
      </h1>
      <p class="lead">{t('school.now', { held: designated })}</p>
      <Facts data={data} />
      <Section id="designations" title={t('designation.title')}>
        <Filter path={path} label={t('body.atDate')}>
          <Day name="asOf" label={t('school.asOf')} value={query.asOf} />
        </Filter>
        {asOf && (
          <p class="note">
            {t('body.shownAsOf')} <Time at={asOf} />. <a href={href(path)}>{t('body.showNow')}</a>
          </p>
        )}
        <Designations data={data} />
      </Section>
      <Site data={data} />
      <p>
        <a href={href(`/contradictions?subject=${schoolId}`)}>{t('school.contradictions')}</a>
      </p>
    </article>
  );
}
