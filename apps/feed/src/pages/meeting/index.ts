import { documentCaching } from '../../http/resource.ts';
import type { Page } from '../frame/page.tsx';
import { timeText } from '../parts/time.tsx';
import { loadMeeting } from './data.ts';
import type { MeetingData } from './data.ts';
import { MeetingPageView } from './view.tsx';

/** `GET /{lang}/meetings/{id}`. */
export const meetingPage: Page<Readonly<Record<never, never>>, MeetingData> = {
  path: '/meetings/:id',
  parameters: {},
  cacheControl: documentCaching,
  load: loadMeeting,
  head: (say, { meeting: { title, meetingType, startsAt }, bodyName }) => ({
    title: title ?? say.t('meeting.kind', { kind: meetingType ?? 'other' }),
    description: [bodyName, startsAt && timeText(say, startsAt)].filter(Boolean).join(', '),
  }),
  view: MeetingPageView,
};
