import { documentCaching } from '../../http/resource.ts';
import type { Page } from '../frame/page.tsx';
import { loadDecision } from './data.ts';
import type { DecisionData } from './data.ts';
import { outcomeText } from './outcome.tsx';
import { DecisionView } from './view.tsx';

/** `GET /{lang}/decisions/{id}`. */
export const decisionPage: Page<Readonly<Record<never, never>>, DecisionData> = {
  path: '/decisions/:id',
  parameters: {},
  cacheControl: documentCaching,
  load: loadDecision,
  head: (say, { decision, sides }) => ({
    title: decision.title ?? decision.motionId,
    description: outcomeText(say, decision, sides),
    linkedData: {
      '@type': 'VoteAction',
      '@id': `${say.publicUrl}/decisions/${decision.decisionId}`,
      name: decision.title ?? decision.motionId,
      description: outcomeText(say, decision, sides),
      actionStatus: 'https://schema.org/CompletedActionStatus',
      ...(decision.bodyId !== undefined && {
        agent: {
          '@type': 'Organization',
          '@id': `${say.publicUrl}/bodies/${decision.bodyId}`,
          name: decision.bodyName ?? decision.bodyId,
        },
      }),
    },
  }),
  view: DecisionView,
  runsScript: true,
};
