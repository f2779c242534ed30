import { documentCaching } from '../../http/resource.ts';
import type { Head, Page, Say } from '../frame/page.tsx';
import { timeText } from '../../words/time.ts';
import { linkedMeeting } from '../linked-data/meeting.ts';
import { loadMeeting } from './data.ts';
import type { MeetingData } from './data.ts';
import { MeetingPageView } from './view.tsx';

const titleOf = ({ t }: Say, { title, meetingType }: MeetingData['meeting']): string =>
  title ?? t('meeting.kind', { kind: meetingType ?? 'other' });

const headOf = (say: Say, data: MeetingData): Head => ({
  title: titleOf(say, data.meeting),
  description: [data.bodyName, data.meeting.startsAt && timeText(say, data.meeting.startsAt)]
    .filter(Boolean)
    .join(', '),
  linkedData: linkedMeeting(say, titleOf(say, data.meeting), data),
});

/** `GET /{lang}/meetings/{id}`. */
export const meetingPage: Page<Readonly<Record<never, never>>, MeetingData> = {
  path: '/meetings/:id',
  parameters: {},
  cacheControl: documentCaching,
  load: loadMeeting,
  head: headOf,
  view: MeetingPageView,
};
