import { listCaching } from '../../http/resource.ts';
import { decisions as resource } from '../../resources/decisions.ts';
import type { DecisionsQuery } from '../../resources/decisions.ts';
import type { Page } from '../frame/page.tsx';
import { loadDecisions } from './data.ts';
import type { DecisionsData } from './data.ts';
import { DecisionsView } from './view.tsx';

/** `GET /{lang}/decisions`: the latest decided first, with the filters of the resource of the same name. */
export const decisionsPage: Page<DecisionsQuery, DecisionsData> = {
  path: '/decisions',
  parameters: resource.parameters,
  cacheControl: listCaching,
  load: loadDecisions,
  head: ({ t }) => ({ title: t('nav.decisions') }),
  view: DecisionsView,
};
