import { feedsOf } from '../../feeds/addresses.ts';
import { documentCaching } from '../../http/resource.ts';
import { nowHoldsFor } from '../../resources/body.ts';
import { instrument as resource } from '../../resources/instrument.ts';
import type { InstrumentQuery } from '../../resources/instrument.ts';
import type { Page } from '../frame/page.tsx';
import { linkedInstrument } from '../linked-data/instrument.ts';
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
  head: (say, data) => {
    const { instrumentId, title, kind } = data.instrument;
    return {
      title,
      alternates: feedsOf(say.lang, `instrument:${instrumentId}`, say.t('nav.feed_of', { name: title })),
      description: `${say.t('instrument.kind', { kind })}: ${title}`,
      linkedData: linkedInstrument(say, data),
    };
  },
  view: InstrumentPageView,
};
