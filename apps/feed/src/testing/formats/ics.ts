import ICAL from 'ical.js';

/* What RFC 5545 asks of a calendar of meetings, beside what its parser refuses. */

/** Of properties: how often each may be there, at least and at most; no other may. */
type Cardinalities = Readonly<Record<string, readonly [least: number, most: number]>>;

const ofCalendar: Cardinalities = {
  prodid: [1, 1],
  version: [1, 1],
  // RFC 7986 §5.
  name: [0, 1],
  source: [0, 1],
  'x-wr-calname': [0, 1],
};

/** §3.6.1; without a method, the beginning has to be there. */
const ofEvent: Cardinalities = {
  uid: [1, 1],
  dtstamp: [1, 1],
  dtstart: [1, 1],
  dtend: [0, 1],
  sequence: [0, 1],
  created: [0, 1],
  'last-modified': [0, 1],
  summary: [0, 1],
  description: [0, 1],
  location: [0, 1],
  url: [0, 1],
  status: [0, 1],
  'x-microsoft-cdo-alldayevent': [0, 1],
  'x-microsoft-msncalendar-alldayevent': [0, 1],
};

const longestLine = 75;

function* ofLines(text: string): Generator<string> {
  if (!text.endsWith('END:VCALENDAR\r\n')) yield 'does not end with its end and a line break';
  if (/[^\r]\n|\r[^\n]/.test(text)) yield 'has a line break that is not CRLF (§3.1)';
  for (const line of text.split('\r\n'))
    if (Buffer.byteLength(line) > longestLine) yield `has a line of more than ${longestLine} octets (§3.1)`;
}

function* ofProperties(component: ICAL.Component, allowed: Cardinalities): Generator<string> {
  const names = component.getAllProperties().map(({ name }) => name);
  for (const name of new Set(names)) if (!allowed[name]) yield `${component.name} has ${name}`;
  for (const [name, [least, most]] of Object.entries(allowed)) {
    const count = names.filter((one) => one === name).length;
    if (count < least || count > most) yield `${component.name} has ${name} ${count} times`;
  }
}

const utc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

function* ofValues(event: ICAL.Component): Generator<string> {
  const textOf = (name: string) => String(event.getFirstPropertyValue(name) ?? '');
  for (const name of ['dtstamp', 'created', 'last-modified'])
    if (!utc.test(textOf(name))) yield `${name} is not in UTC (§3.8.7): ${textOf(name)}`;
  const [start, end] = [event.getFirstProperty('dtstart'), event.getFirstProperty('dtend')];
  if (end && end.type !== start?.type) yield 'dtend is of another type than dtstart (§3.8.2.2)';
  if (end && textOf('dtend') <= textOf('dtstart')) yield 'dtend is not later than dtstart (§3.8.2.2)';
  if (!['', 'TENTATIVE', 'CONFIRMED', 'CANCELLED'].includes(textOf('status')))
    yield `status ${textOf('status')}`;
  if (!/^https?:\/\/\S+$/.test(textOf('url'))) yield `url ${textOf('url')}`;
}

/** What the specification says against a calendar. @throws Error for what cannot be parsed */
export function icsComplaints(text: string): readonly string[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const events = calendar.getAllSubcomponents();
  const uids = events.map((event) => String(event.getFirstPropertyValue('uid')));
  return [
    ...ofLines(text),
    ...ofProperties(calendar, ofCalendar),
    ...(new Set(uids).size === uids.length ? [] : ['two events have one uid (§3.8.4.7)']),
    ...events.filter(({ name }) => name !== 'vevent').map(({ name }) => `has a ${name}`),
    ...events.flatMap((event) => [...ofProperties(event, ofEvent), ...ofValues(event)]),
  ];
}
