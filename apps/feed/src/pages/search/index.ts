import { listBodies } from '#projections';
import { listCaching } from '../../http/resource.ts';
import { alertsOf, requestOf, resultsOfPage, searchParameters } from '../../search/resources.ts';
import type { SearchQuery } from '../../search/resources.ts';
import { search } from '../../search/query.ts';
import type { Page } from '../frame/page.tsx';
import { SearchView } from './view.tsx';
import type { SearchData } from './view.tsx';

/** `GET /{lang}/search?q=`: what the record holds of some words, and how to be told of more. */
export const searchPage: Page<SearchQuery, SearchData> = {
  path: '/search',
  parameters: searchParameters,
  cacheControl: listCaching,
  load: ({ reads, query }) => {
    const { page = 1 } = query;
    const found = search(reads, requestOf(query), { order: 'relevant', page, size: resultsOfPage });
    return { data: { query, found, bodies: listBodies(reads, { limit: 200 }).items } };
  },
  head: ({ t, lang }, { query }) => ({
    title: query.q === undefined ? t('nav.search') : t('search.title', { q: query.q }),
    ...(query.q !== undefined && {
      alternates: alertsOf(lang, query).map(({ path, type }) => ({ path, type, title: t('search.alert') })),
    }),
  }),
  view: SearchView,
};
