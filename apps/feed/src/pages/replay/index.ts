import { documentCaching } from '../../http/resource.ts';
import { replayParameters } from '../../replay/queries.ts';
import type { ReplayQuery } from '../../replay/queries.ts';
import type { Page } from '../frame/page.tsx';
import { loadReplay } from './data.ts';
import type { ReplayData } from './data.ts';
import { ReplayPageView } from './view.tsx';

/** `GET /{lang}/replay/{bodyId}?at=&step=`: the history of a body, step by step. */
export const replayPage: Page<ReplayQuery, ReplayData> = {
  path: '/replay/:id',
  parameters: replayParameters,
  cacheControl: documentCaching,
  showsNames: true,
  runsScript: true,
  load: loadReplay,
  head: ({ t }, { body, step, steps }) => ({
    title: t('replay.title', { name: body.name ?? body.bodyId }),
    description: t('replay.of', { number: step.number, steps }),
  }),
  view: ReplayPageView,
};
