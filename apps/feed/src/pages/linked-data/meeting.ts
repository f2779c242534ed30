import type { Event, Place, VirtualLocation } from 'schema-dts';
import type { Say } from '../frame/page.tsx';
import type { MeetingData } from '../meeting/data.ts';
import { idOf, isoOf, known, organization } from './common.ts';

type Held = MeetingData['meeting']['places'][number];

const placeOf = ({ kind, description, url }: Held): Place | VirtualLocation =>
  kind === 'web'
    ? known({ '@type': 'VirtualLocation', name: description, url })
    : { '@type': 'Place', name: description };

/** Without a day there is no event in the terms of schema.org. */
export function linkedMeeting(say: Say, name: string, { meeting, bodyName }: MeetingData): Event | undefined {
  const { meetingId, bodyId, startsAt, status, places } = meeting;
  const startDate = isoOf(startsAt);
  if (startDate === undefined) return undefined;
  return known({
    '@type': 'Event',
    '@id': idOf(say, `/meetings/${meetingId}`),
    url: idOf(say, `/meetings/${meetingId}`),
    name,
    startDate,
    eventStatus:
      status === 'cancelled' ? 'https://schema.org/EventCancelled' : 'https://schema.org/EventScheduled',
    location: places.map(placeOf),
    organizer: bodyId === undefined ? undefined : organization(say, bodyId, bodyName),
  });
}
