import { outcomeText } from '../../words/outcome.ts';
import { documentCaching, vouchedFor } from '../../http/resource.ts';
import type { Page } from '../frame/page.tsx';
import { linkedDecision } from '../linked-data/decision.ts';
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
  head: (say, data) => ({
    title: data.decision.title ?? data.decision.motionId,
    description: outcomeText(say, data.decision, data.sides),
    linkedData: linkedDecision(say, data),
  }),
  view: DecisionView,
  runsScript: true,
};
