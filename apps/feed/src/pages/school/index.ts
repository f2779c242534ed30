import { feedsOf } from '../../feeds/addresses.ts';
import { documentCaching } from '../../http/resource.ts';
import { nowHoldsFor } from '../../resources/body.ts';
import { school as resource } from '../../resources/schools.ts';
import type { TimesQuery } from '../../resources/times.ts';
import type { Page } from '../frame/page.tsx';
import { linkedSchool } from '../linked-data/school.ts';
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
  head: (say, data) => {
    const { schoolId, name = schoolId, designated } = data.school;
    return {
      title: name,
      description: say.t('school.now', { held: designated }),
      alternates: feedsOf(say.lang, `school:${schoolId}`, say.t('nav.feed_of', { name })),
      linkedData: linkedSchool(say, data),
    };
  },
  view: SchoolPageView,
};
