import type { SearchAction, WebSite, WithActionConstraints } from 'schema-dts';
import { dumps } from '../../open-data/serve-open-data.ts';
import type { Say } from '../frame/page.tsx';
import { idOf } from './common.ts';

const searchOf = (say: Say): WithActionConstraints<SearchAction> => ({
  '@type': 'SearchAction',
  target: { '@type': 'EntryPoint', urlTemplate: `${idOf(say, `/${say.lang}/search`)}?q={words}` },
  'query-input': 'required name=words',
});

/** The site, what can be taken whole, and how to search it, where something answers. */
export const linkedSite = (say: Say): WebSite => ({
  '@type': 'WebSite',
  '@id': idOf(say, '/'),
  url: idOf(say, `/${say.lang}/`),
  name: say.t('site.name'),
  description: say.t('home.lead'),
  inLanguage: say.lang,
  ...(!say.copy && { potentialAction: searchOf(say) }),
  hasPart: {
    '@type': 'Dataset',
    '@id': idOf(say, '/open-data'),
    name: say.t('home.heading'),
    description: say.t('home.lead'),
    isAccessibleForFree: true,
    distribution: dumps.map(({ path, mediaType }) => ({
      '@type': 'DataDownload',
      contentUrl: idOf(say, path),
      encodingFormat: mediaType.split('; ', 1).join(),
    })),
  },
});
