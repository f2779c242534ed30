import { calendarPath } from '../../calendar/resources.ts';
import { feedsOf } from '../../feeds/addresses.ts';
import { documentCaching } from '../../http/resource.ts';
import { body as resource, nowHoldsFor } from '../../resources/body.ts';
import type { BodyQuery } from '../../resources/body.ts';
import { addressIn } from '../../words/address.ts';
import type { Alternate, Page, Say } from '../frame/page.tsx';
import { linkedBody } from '../linked-data/body.ts';
import { loadBody } from './data.ts';
import type { BodyData } from './data.ts';
import { BodyPageView } from './view.tsx';

const alternatesOf = (
  { t, lang }: Say,
  { bodyId, name = bodyId }: BodyData['body'],
): readonly Alternate[] => [
  ...feedsOf(lang, `body:${bodyId}`, t('nav.feed_of', { name })),
  {
    path: addressIn(lang, calendarPath(bodyId)),
    type: 'text/calendar',
    title: t('nav.calendar_of', { name }),
  },
];

/** `GET /{lang}/bodies/{id}?asOf=&knownAt=`. */
export const bodyPage: Page<BodyQuery, BodyData> = {
  path: '/bodies/:id',
  parameters: resource.parameters,
  cacheControl: documentCaching,
  holdsFor: nowHoldsFor,
  showsNames: true,
  load: loadBody,
  head: (say, data) => {
    const { body, composition } = data;
    return {
      title: body.name ?? body.bodyId,
      alternates: alternatesOf(say, body),
      linkedData: linkedBody(say, data),
      ...(composition && {
        description: say.t('seats.totals', {
          authorized: composition.body.authorized,
          filled: composition.body.filled,
          possibly: composition.body.possiblyFilled,
        }),
      }),
    };
  },
  view: BodyPageView,
};
