import ical, { ICalEventStatus } from 'ical-generator';
import type { ICalCalendar } from 'ical-generator';
import type { When } from '#governance';
import { writable } from '../feeds/xml.ts';
import { addressIn } from '../words/address.ts';
import { illustrationNotes, markedTitle } from '../words/illustration.ts';
import { speechIn } from '../words/speech.ts';
import type { Speech } from '../words/speech.ts';
import type { CalendarEntry } from './model.ts';

export const icsMediaType = 'text/calendar; charset=utf-8';

/** The value of a property that the writer takes as it stands (RFC 5545 §3.3.11). */
const escaped = (text: string): string =>
  writable(text)
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\s+/g, ' ');

/** A comma in an address parts values from each other; the writer would put a backslash before it. */
const address = (url: string): string => url.replaceAll(',', '%2C');

/** Only what is known to the day is an appointment; a season is not. */
const isDatable = (when: When | undefined): when is When =>
  when?.precision === 'instant' || when?.precision === 'day';

/** Of a day, its date as it was written; of an instant, in UTC. */
const startOf = ({ precision, earliest, literal }: When) =>
  precision === 'day'
    ? { start: new Date(`${literal}T00:00:00Z`), allDay: true }
    : { start: new Date(earliest) };

/** An end before the beginning is somebody's mistake, and no calendar takes it. */
function endOf({ startsAt, endedAt }: CalendarEntry) {
  const isKnown = startsAt?.precision === 'instant' && endedAt?.precision === 'instant';
  return isKnown && endedAt.earliest > startsAt.earliest ? { end: new Date(endedAt.earliest) } : {};
}

function titleOf(speech: Speech, { entry, bodyName }: ShownEntry): string {
  const { title, meetingType = 'other', meetingId } = entry;
  const kind = speech.t('meeting.kind', { kind: meetingType });
  const said = [bodyName, title ?? `${kind}${bodyName === undefined ? ` ${meetingId}` : ''}`];
  const text = said.filter((part) => part !== undefined).join(': ');
  return writable(markedTitle(speech, text, entry));
}

function descriptionOf(speech: Speech, entry: CalendarEntry, url: string): string {
  const { agenda, reason, remoteAccess } = entry;
  const lines = [
    ...illustrationNotes(speech, entry),
    ...(reason === undefined ? [] : [speech.t('calendar.cancelled', { reason })]),
    ...agenda.map(({ number, title }) => `${number}. ${title}`),
    ...(remoteAccess === undefined ? [] : [speech.t('calendar.remote', { access: remoteAccess })]),
    url,
  ];
  return writable(lines.join('\n'));
}

export type ShownEntry = Readonly<{ entry: CalendarEntry; bodyName: string | undefined }>;

function add(calendar: ICalCalendar, shown: ShownEntry, { lang, publicUrl }: Calendar): void {
  const { entry } = shown;
  const { meetingId, uid, sequence, createdAt, modifiedAt, startsAt, status, places } = entry;
  if (!isDatable(startsAt)) return;
  const url = `${publicUrl}${addressIn(lang, `/meetings/${meetingId}`)}`;
  const speech = speechIn(lang);
  calendar.createEvent({
    id: uid,
    sequence,
    ...startOf(startsAt),
    ...endOf(entry),
    // Without a method, the time of the last revision (RFC 5545 §3.8.7.2): the same bytes as long as nothing changes.
    stamp: new Date(modifiedAt),
    created: new Date(createdAt),
    lastModified: new Date(modifiedAt),
    summary: titleOf(speech, shown),
    description: { plain: descriptionOf(speech, entry, url) },
    location:
      writable(
        places
          .map(({ description, url: at }) => (at === undefined ? description : `${description} (${at})`))
          .join('; '),
      ) || null,
    url: address(url),
    status: status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
}

export type Calendar = Readonly<{
  lang: string;
  title: string;
  url: string;
  entries: readonly ShownEntry[];
  publicUrl: string;
}>;

/** Meetings as iCalendar (RFC 5545, RFC 7986); times in UTC. */
export function icsOf(calendar: Calendar): string {
  const { lang, title, url, entries } = calendar;
  const written = ical({
    name: escaped(title),
    prodId: { company: 'Minutebook', product: 'Decisions feed', language: lang.toUpperCase() },
    source: address(url),
  });
  for (const entry of entries) add(written, entry, calendar);
  return `${written.toString()}\r\n`;
}
