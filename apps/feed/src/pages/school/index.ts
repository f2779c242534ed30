import { feedsOf } from '../../feeds/addresses.ts';
import { documentCaching } from '../../http/resource.ts';
import { nowHoldsFor } from '../../resources/body.ts';
import { school as resource } from '../../resources/schools.ts';
import type { TimesQuery } from '../../resources/times.ts';
import type { Page } from '../frame/page.tsx';
import { loadSchool } from './data.ts';
import type { SchoolData } from './data.ts';
import { SchoolPageView } from './view.tsx';

/** `GET /{lang}/schools/{id}?asOf=&knownAt=`. */
export const schoolPage: Page<TimesQuery, SchoolData> = {
  path: '/schools/:id',
  parameters: resource.parameters,
  cacheControl: documentCaching,
  holdsFor: nowHoldsFor,
  load: loadSchool,
  head: ({ t, lang }, { school }) => ({
    title: school.name ?? school.schoolId,
    description: t('school.now', { held: school.designated }),
    alternates: feedsOf(
      lang,
      `school:${school.schoolId}`,
      t('nav.feed_of', { name: school.name ?? school.schoolId }),
    ),
  }),
  view: SchoolPageView,
};
