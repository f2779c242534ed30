import { feedsOf } from '../../feeds/addresses.ts';
import { documentCaching } from '../../http/resource.ts';
import { nowHoldsFor } from '../../resources/body.ts';
import { instrument as resource } from '../../resources/instrument.ts';
import type { InstrumentQuery } from '../../resources/instrument.ts';
import type { Page } from '../frame/page.tsx';
import { loadInstrument } from './data.ts';
import type { InstrumentData } from './data.ts';
import { InstrumentPageView } from './view.tsx';

/** `GET /{lang}/instruments/{id}?asOf=&knownAt=&version=`. */
export const instrumentPage: Page<InstrumentQuery, InstrumentData> = {
  path: '/instruments/:id',
  parameters: resource.parameters,
  cacheControl: documentCaching,
  holdsFor: nowHoldsFor,
  load: loadInstrument,
  head: (
    { t, publicUrl, lang },
    { instrument: { instrumentId, title, kind, otherNames }, lang: spoken },
  ) => ({
    title,
    alternates: feedsOf(lang, `instrument:${instrumentId}`, t('nav.feed_of', { name: title })),
    description: `${t('instrument.kind', { kind })}: ${title}`,
    linkedData: {
      '@type': 'Legislation',
      '@id': `${publicUrl}/instruments/${instrumentId}`,
      legislationIdentifier: instrumentId,
      name: title,
      ...(otherNames && { alternateName: otherNames }),
      ...(spoken !== undefined && { inLanguage: spoken }),
    },
  }),
  view: InstrumentPageView,
};
