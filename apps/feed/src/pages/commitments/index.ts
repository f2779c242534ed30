import { listCaching } from '../../http/resource.ts';
import { nowHoldsFor } from '../../resources/body.ts';
import { commitments as resource } from '../../resources/commitments.ts';
import type { Page } from '../frame/page.tsx';
import { loadCommitments } from './data.ts';
import type { CommitmentsData, PageQuery } from './data.ts';
import { CommitmentsView } from './view.tsx';

const { asOf, knownAt, body, kind, standing } = resource.parameters;

/** `GET /{lang}/commitments?body=&kind=&standing=&asOf=`: what is due, the most urgent first. */
export const commitmentsPage: Page<PageQuery, CommitmentsData> = {
  path: '/commitments',
  parameters: { asOf, knownAt, body, kind, standing },
  cacheControl: listCaching,
  holdsFor: nowHoldsFor,
  load: loadCommitments,
  head: ({ t }) => ({ title: t('commitments.title'), description: t('commitments.lead') }),
  view: CommitmentsView,
};
