import { documentCaching } from '../../http/resource.ts';
import { lastPublished } from '../../record/published.ts';
import { subjectOf } from '../../record/subjects.ts';
import { contradictions as resource, disagreements } from '../../resources/contradictions.ts';
import type { ContradictionsQuery } from '../../resources/contradictions.ts';
import { timesIn } from '../../resources/times.ts';
import { statingOf } from '../cohorts/data.ts';
import type { Page } from '../frame/page.tsx';
import { ContradictionsView } from './view.tsx';
import type { ContradictionsData } from './view.tsx';

/** `GET /{lang}/contradictions?subject=&program=&knownAt=`: what the sources disagree on. */
export const contradictionsPage: Page<ContradictionsQuery, ContradictionsData> = {
  path: '/contradictions',
  parameters: resource.parameters,
  cacheControl: documentCaching,
  load: ({ reads, query, now }) => {
    const found = disagreements(reads, query);
    const programmes = found.totals.map((totals) => ({ totals }));
    const { commitments } = statingOf(reads, programmes, timesIn('UTC', {}, now));
    const ids = new Set(found.contradictions.map(({ subject }) => subject));
    const subjects = new Map([...ids].map((id) => [id, subjectOf(reads, id)]));
    return { data: { query, found, subjects, commitments }, modifiedAt: lastPublished(reads)?.recordedAt };
  },
  head: ({ t }) => ({ title: t('contradictions.title'), description: t('contradictions.lead') }),
  view: ContradictionsView,
};
