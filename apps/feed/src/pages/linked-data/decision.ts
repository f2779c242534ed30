import type { VoteAction } from 'schema-dts';
import { outcomeText } from '../../words/outcome.ts';
import type { DecisionData } from '../decision/data.ts';
import type { Say } from '../frame/page.tsx';
import { idOf, isoOf, known, organization } from './common.ts';

/** A decision: a body chose what to do with a motion. */
export function linkedDecision(say: Say, { decision, sides, lang }: DecisionData): VoteAction {
  const { decisionId, motionId, title = motionId, text, bodyId, bodyName, openedAt, decidedAt } = decision;
  return known({
    '@type': 'VoteAction',
    '@id': idOf(say, `/decisions/${decisionId}`),
    name: title,
    description: outcomeText(say, decision, sides),
    actionStatus: 'https://schema.org/CompletedActionStatus',
    startTime: isoOf(openedAt),
    endTime: isoOf(decidedAt),
    agent: bodyId === undefined ? undefined : organization(say, bodyId, bodyName),
    object: known({
      '@type': 'CreativeWork' as const,
      '@id': idOf(say, `/motions/${motionId}`),
      name: title,
      text,
      inLanguage: lang,
    }),
  });
}
