import { listCaching } from '../../http/resource.ts';
import type { Page } from '../frame/page.tsx';
import { linkedSite } from '../linked-data/home.ts';
import { loadHome } from './data.ts';
import type { HomeData } from './data.ts';
import { HomeView } from './view.tsx';

/** What is coming passes while nothing is recorded: for so many milliseconds it is not looked at again. */
const comingHoldsFor = 60_000;

/** `GET /{lang}/`: the latest decisions and what is coming up. */
export const homePage: Page<Readonly<Record<never, never>>, HomeData> = {
  path: '/',
  parameters: {},
  cacheControl: listCaching,
  holdsFor: comingHoldsFor,
  load: loadHome,
  head: (say) => ({
    title: say.t('home.heading'),
    description: say.t('home.lead'),
    linkedData: linkedSite(say),
  }),
  view: HomeView,
};
