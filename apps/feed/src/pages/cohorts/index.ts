import { documentCaching } from '../../http/resource.ts';
import { nowHoldsFor } from '../../resources/body.ts';
import { cohorts as resource } from '../../resources/cohorts.ts';
import type { CohortsQuery } from '../../resources/cohorts.ts';
import type { Page } from '../frame/page.tsx';
import { loadCohorts } from './data.ts';
import type { CohortsData } from './data.ts';
import { CohortsView } from './view.tsx';

/** `GET /{lang}/cohorts?program=&body=&asOf=&knownAt=`. */
export const cohortsPage: Page<CohortsQuery, CohortsData> = {
  path: '/cohorts',
  parameters: resource.parameters,
  cacheControl: documentCaching,
  holdsFor: nowHoldsFor,
  load: loadCohorts,
  head: ({ t }) => ({ title: t('cohorts.title'), description: t('cohorts.lead') }),
  view: CohortsView,
};
