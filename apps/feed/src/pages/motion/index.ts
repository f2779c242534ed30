import { documentCaching } from '../../http/resource.ts';
import type { Page } from '../frame/page.tsx';
import { loadMotion } from './data.ts';
import type { MotionData } from './data.ts';
import { MotionPageView } from './view.tsx';

/** `GET /{lang}/motions/{id}`. */
export const motionPage: Page<Readonly<Record<never, never>>, MotionData> = {
  path: '/motions/:id',
  parameters: {},
  cacheControl: documentCaching,
  load: loadMotion,
  head: ({ t }, { motion, bodyName }) => ({
    title: motion.title ?? motion.motionId,
    description: [bodyName, t('motion.status', { status: motion.status })].filter(Boolean).join(': '),
  }),
  view: MotionPageView,
};
