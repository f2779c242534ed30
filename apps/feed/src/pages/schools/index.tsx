import { listSchools } from '#projections';
import type { SchoolSummary } from '#projections';
import { listCaching } from '../../http/resource.ts';
import { nextUrl } from '../../resources/next-link.ts';
import { schools as resource, schoolsRequest, schoolStatuses } from '../../resources/schools.ts';
import type { SchoolsQuery } from '../../resources/schools.ts';
import { useSay } from '../frame/page.tsx';
import type { Page } from '../frame/page.tsx';
import { Choose, Filter } from '../parts/filter.tsx';
import { Name } from '../parts/text.tsx';

type SchoolsData = Readonly<{
  query: SchoolsQuery;
  schools: readonly SchoolSummary[];
  next?: string | undefined;
}>;

function SchoolsView({ data: { query, schools, next } }: Readonly<{ data: SchoolsData }>) {
  const { t, href } = useSay();
  const more = nextUrl(href('/schools'), query, next);
  return (
    <>
      <h1>{t('schools.title')}</h1>
      <p>
        <a href={href('/cohorts')}>{t('cohorts.title')}</a>
      </p>
      <Filter path="/schools" label={t('schools.choose')}>
        <Choose
          name="status"
          label={t('body.status')}
          chosen={query.status}
          of={schoolStatuses.map((status) => ({ value: status, label: t('school.status', { status }) }))}
        />
      </Filter>
      {schools.length === 0 ? (
        <p>{t('filter.nothing')}</p>
      ) : (
        <ul class="list">
          {schools.map(({ schoolId, name, status }) => (
            <li key={schoolId}>
              <h2 class="h3">
                <a href={href(`/schools/${schoolId}`)}>
                  <Name>{name ?? schoolId}</Name>
                </a>
              </h2>
              <p class="meta">{t('school.status', { status })}</p>
            </li>
          ))}
        </ul>
      )}
      {more !== undefined && (
        <p>
          <a href={more} rel="next">
            {t('filter.more')}
          </a>
        </p>
      )}
    </>
  );
}

/** `GET /{lang}/schools`: in the order of the record. */
export const schoolsPage: Page<SchoolsQuery, SchoolsData> = {
  path: '/schools',
  parameters: resource.parameters,
  cacheControl: listCaching,
  load: ({ reads, query }) => {
    const { items, next } = listSchools(reads, schoolsRequest(query));
    return { data: { query, schools: items, next } };
  },
  head: ({ t }) => ({ title: t('schools.title') }),
  view: SchoolsView,
};
