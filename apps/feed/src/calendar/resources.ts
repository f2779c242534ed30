import { getBody } from '#projections';
import { listCaching } from '../http/resource.ts';
import type { Rendering, Resource } from '../http/resource.ts';
import { addressIn, translationLinks, translationsOf } from '../words/address.ts';
import { speechIn } from '../words/speech.ts';
import { icsMediaType, icsOf } from './ics.ts';
import { calendarOfBody } from './model.ts';

/** Meetings in a calendar: those of twenty years, where a body meets every other week. */
const limit = 500;

export const calendarPath = (bodyId: string): string => `/bodies/${bodyId}/calendar.ics`;

/** The same in other languages: a calendar itself has no place to say so. */
export function calendarLinks(here: Pick<Rendering<unknown>, 'lang' | 'publicUrl'>, path: string) {
  const link = translationLinks(translationsOf(here, path), 'text/calendar').join(', ');
  return link === '' ? {} : { link };
}

/** `GET /bodies/{id}/calendar.ics`: the meetings of a body, to be subscribed to. */
export const bodyCalendar: Resource = {
  path: calendarPath(':id'),
  parameters: {},
  mediaType: icsMediaType,
  cacheControl: listCaching,
  encode: String,
  render: (rendering) => {
    const { reads, id, publicUrl, lang } = rendering;
    const entries = calendarOfBody(reads, id, limit);
    const body = getBody(reads, id);
    if (body === undefined && entries.length === 0) return undefined;
    const path = calendarPath(id);
    return {
      body: icsOf({
        lang,
        title: speechIn(lang).t('nav.calendar_of', { name: body?.name ?? id }),
        url: `${publicUrl}${addressIn(lang, path)}`,
        entries: entries.map((entry) => ({ entry, bodyName: body?.name })),
        publicUrl,
      }),
      headers: calendarLinks(rendering, path),
    };
  },
};
