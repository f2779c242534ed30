import { outcomeText } from '../../words/outcome.ts';
import { documentCaching, vouchedFor } from '../../http/resource.ts';
import type { Page } from '../frame/page.tsx';
import { loadDecision } from './data.ts';
import type { DecisionData } from './data.ts';
import { DecisionView } from './view.tsx';

/** `GET /{lang}/decisions/{id}`. */
export const decisionPage: Page<Readonly<Record<never, never>>, DecisionData> = {
  path: '/decisions/:id',
  parameters: {},
  cacheControl: documentCaching,
  holdsFor: vouchedFor,
  load: loadDecision,
  head: (say, { decision, sides }) => ({
    title: decision.title ?? decision.motionId,
    description: outcomeText(say, decision, sides),
  }),
  view: DecisionView,
  runsScript: true,
};
