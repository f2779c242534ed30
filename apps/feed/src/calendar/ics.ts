import ical, { ICalEventStatus } from 'ical-generator';
import type { ICalCalendar } from 'ical-generator';
import type { When } from '#governance';
import { illustrationMark, illustrationNote } from '../feeds/illustration.ts';
import { writable } from '../feeds/xml.ts';
import type { CalendarEntry } from './model.ts';

export const icsMediaType = 'text/calendar; charset=utf-8';

const typeWords: Readonly<Record<NonNullable<CalendarEntry['meetingType']>, string>> = {
  regular: 'Regular meeting',
  special: 'Special meeting',
  emergency: 'Emergency meeting',
  adjourned: 'Adjourned meeting',
};

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

function titleOf(
  { title, meetingType, meetingId, illustration }: CalendarEntry,
  bodyName: string | undefined,
): string {
  const kind = meetingType === undefined ? 'Meeting' : typeWords[meetingType];
  const said = [bodyName, title ?? `${kind}${bodyName === undefined ? ` ${meetingId}` : ''}`];
  const text = said.filter((part) => part !== undefined).join(': ');
  return writable(illustration ? `[${illustrationMark}] ${text}` : text);
}

function descriptionOf({ agenda, reason, remoteAccess, illustration }: CalendarEntry, url: string): string {
  const lines = [
    ...(illustration ? [illustrationNote] : []),
    ...(reason === undefined ? [] : [`Cancelled: ${reason}`]),
    ...agenda.map(({ number, title }) => `${number}. ${title}`),
    ...(remoteAccess === undefined ? [] : [`Remote: ${remoteAccess}`]),
    url,
  ];
  return writable(lines.join('\n'));
}

export type ShownEntry = Readonly<{ entry: CalendarEntry; bodyName: string | undefined }>;

function add(calendar: ICalCalendar, { entry, bodyName }: ShownEntry, publicUrl: string): void {
  const { meetingId, uid, sequence, createdAt, modifiedAt, startsAt, status, places } = entry;
  if (!isDatable(startsAt)) return;
  const url = `${publicUrl}/meetings/${meetingId}`;
  calendar.createEvent({
    id: uid,
    sequence,
    ...startOf(startsAt),
    ...endOf(entry),
    // Without a method, the time of the last revision (RFC 5545 §3.8.7.2): the same bytes as long as nothing changes.
    stamp: new Date(modifiedAt),
    created: new Date(createdAt),
    lastModified: new Date(modifiedAt),
    summary: titleOf(entry, bodyName),
    description: { plain: descriptionOf(entry, url) },
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
  title: string;
  url: string;
  entries: readonly ShownEntry[];
  publicUrl: string;
}>;

/** Meetings as iCalendar (RFC 5545, RFC 7986); times in UTC. */
export function icsOf({ title, url, entries, publicUrl }: Calendar): string {
  const calendar = ical({
    name: escaped(title),
    prodId: { company: 'Minutebook', product: 'Decisions feed', language: 'EN' },
    source: address(url),
  });
  for (const entry of entries) add(calendar, entry, publicUrl);
  return `${calendar.toString()}\r\n`;
}
