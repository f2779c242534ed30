import { expect, it } from '@jest/globals';
import { icsOf } from '../../calendar/ics.ts';
import type { CalendarEntry } from '../../calendar/model.ts';
import { atInstant } from '#governance';
import { icsComplaints } from './ics.ts';

const entry: CalendarEntry = {
  meetingId: 'm',
  uid: 'uid-1',
  sequence: 0,
  createdAt: '2026-01-01T00:00:00Z',
  modifiedAt: '2026-01-02T00:00:00Z',
  startsAt: atInstant('2026-02-01T17:00:00Z'),
  endedAt: atInstant('2026-02-01T18:00:00Z'),
  status: 'scheduled',
  places: [],
  agenda: [],
};
const publicUrl = 'https://minutes.example';
const valid = icsOf({
  lang: 'en',
  title: 'Meetings',
  url: `${publicUrl}/calendar.ics`,
  publicUrl,
  entries: [{ entry, bodyName: 'Council' }],
});

it('has nothing against a calendar of ours', () => {
  expect(icsComplaints(valid)).toEqual([]);
});

it.each([
  ['a line break of one character', (text: string) => text.replace('\r\n', '\n'), /CRLF/],
  ['a long line', (text: string) => text.replace('SUMMARY:', `SUMMARY:${'x'.repeat(80)}`), /75 octets/],
  ['an event without its uid', (text: string) => text.replace(/UID:.*\r\n/, ''), /uid 0 times/],
  ['two summaries', (text: string) => text.replace(/(SUMMARY:.*\r\n)/, '$1$1'), /summary 2 times/],
  ['a property that we do not write', (text: string) => text.replace('URL', 'ATTACH'), /has attach/],
  [
    'an end before the beginning',
    (text: string) => text.replace(/DTEND:\d+/, 'DTEND:20260101'),
    /not later than/,
  ],
  ['a status of something else', (text: string) => text.replace('CONFIRMED', 'NEEDS-ACTION'), /status/],
])('complains of %s', (_what, spoil, complaint) => {
  const spoiled = spoil(valid);
  expect(spoiled).not.toBe(valid);
  expect(icsComplaints(spoiled).join('\n')).toMatch(complaint);
});
