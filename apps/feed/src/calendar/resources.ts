import { getBody } from '#projections';
import { listCaching } from '../http/resource.ts';
import type { Resource } from '../http/resource.ts';
import { icsMediaType, icsOf } from './ics.ts';
import { calendarOfBody } from './model.ts';

/** Meetings in a calendar: those of twenty years, where a body meets every other week. */
const limit = 500;

export const calendarPath = (bodyId: string): string => `/bodies/${bodyId}/calendar.ics`;

/** `GET /bodies/{id}/calendar.ics`: the meetings of a body, to be subscribed to. */
export const bodyCalendar: Resource = {
  path: calendarPath(':id'),
  parameters: {},
  mediaType: icsMediaType,
  cacheControl: listCaching,
  encode: String,
  render: ({ reads, id, publicUrl }) => {
    const entries = calendarOfBody(reads, id, limit);
    const body = getBody(reads, id);
    if (body === undefined && entries.length === 0) return undefined;
    return {
      body: icsOf({
        title: `Meetings of ${body?.name ?? id}`,
        url: `${publicUrl}${calendarPath(id)}`,
        entries: entries.map((entry) => ({ entry, bodyName: body?.name })),
        publicUrl,
      }),
    };
  },
};
