import { documentCaching } from '../../http/resource.ts';
import { nowHoldsFor } from '../../resources/body.ts';
import { commitment as resource } from '../../resources/commitments.ts';
import type { TimesQuery } from '../../resources/times.ts';
import { progressText } from '../commitments/progress.tsx';
import type { Page } from '../frame/page.tsx';
import { loadCommitment } from './data.ts';
import type { CommitmentData } from './data.ts';
import { CommitmentPageView } from './view.tsx';

/** `GET /{lang}/commitments/{id}?asOf=&knownAt=`. */
export const commitmentPage: Page<TimesQuery, CommitmentData> = {
  path: '/commitments/:id',
  parameters: resource.parameters,
  cacheControl: documentCaching,
  holdsFor: nowHoldsFor,
  load: loadCommitment,
  head: (say, { commitment }) => ({ title: commitment.title, description: progressText(say, commitment) }),
  view: CommitmentPageView,
};
