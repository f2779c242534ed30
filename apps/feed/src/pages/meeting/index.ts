import { documentCaching } from '../../http/resource.ts';
import type { Head, Page, Say } from '../frame/page.tsx';
import { timeText } from '../../words/time.ts';
import { loadMeeting } from './data.ts';
import type { MeetingData } from './data.ts';
import { MeetingPageView } from './view.tsx';

const titleOf = ({ t }: Say, { title, meetingType }: MeetingData['meeting']): string =>
  title ?? t('meeting.kind', { kind: meetingType ?? 'other' });

/** Without a day there is no event in the terms of schema.org. */
function eventOf(say: Say, { meeting, bodyName }: MeetingData): NonNullable<Head['linkedData']> | undefined {
  const { meetingId, bodyId, startsAt, status } = meeting;
  if (startsAt?.precision !== 'instant' && startsAt?.precision !== 'day') return undefined;
  const standing = status === 'cancelled' ? 'EventCancelled' : 'EventScheduled';
  return {
    '@type': 'Event',
    '@id': `${say.publicUrl}/meetings/${meetingId}`,
    name: titleOf(say, meeting),
    startDate: startsAt.precision === 'instant' ? startsAt.earliest : startsAt.literal,
    eventStatus: `https://schema.org/${standing}`,
    location: meeting.places.map(({ kind, description, url }) =>
      kind === 'web'
        ? { '@type': 'VirtualLocation', name: description, url }
        : { '@type': 'Place', name: description },
    ),
    ...(bodyId !== undefined && {
      organizer: {
        '@type': 'Organization',
        '@id': `${say.publicUrl}/bodies/${bodyId}`,
        name: bodyName ?? bodyId,
      },
    }),
  };
}

const withEvent = (linkedData: ReturnType<typeof eventOf>) => linkedData && { linkedData };

const headOf = (say: Say, data: MeetingData): Head => ({
  title: titleOf(say, data.meeting),
  description: [data.bodyName, data.meeting.startsAt && timeText(say, data.meeting.startsAt)]
    .filter(Boolean)
    .join(', '),
  ...withEvent(eventOf(say, data)),
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
