import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseWhen, unknownWhen } from '#governance';
import type { DomainEvent } from '#governance';
import { hostile, hostileTitle } from '../testing/hostile.ts';
import { checkXml } from '../testing/formats/xml.ts';
import { icsComplaints } from '../testing/formats/ics.ts';
import { jsonFeedComplaints } from '../testing/formats/json-feed.ts';
import { recordPages } from '../testing/pages-record.ts';
import { recordInstrument, recordSchool } from '../testing/public-things.ts';
import { makePlace, startFeed, startLedger } from '../testing/running-feed.ts';
import type { Feed, Ledger } from '../testing/running-feed.ts';
import { recordDecision, recordEvents } from '../testing/scenario.ts';

type Item = Readonly<{
  id: string;
  url: string;
  title: string;
  content_text: string;
  date_published: string;
  date_modified?: string;
}>;
type JsonFeed = Readonly<{ title: string; language: string; next_url?: string; items: readonly Item[] }>;

const place = makePlace();
let ledger: Ledger;
let feed: Feed;

beforeAll(async () => {
  ledger = await startLedger(place);
  for (let i = 1; i <= 60; i++)
    await recordDecision(
      ledger.store,
      { motionId: `m-${i}`, bodyId: 'board', title: `No. ${i}` },
      { at: '2025' },
    );
  await recordPages(ledger.store);
  await recordInstrument(ledger.store, 'charter', 'Bylaws & <rules>');
  await recordSchool(ledger.store, 'school-1');
  await ledger.whenPublished();
  feed = await startFeed(place, { env: { MINUTEBOOK_RATE_LIMIT: '100000' } });
  await feed.whenAt(await ledger.store.head());
});
afterAll(async () => {
  await feed.close();
  await ledger.close();
  await place.remove();
});

const textOf = async (url: string): Promise<string> => (await fetch(new URL(url, feed.url))).text();
const jsonOf = async (url: string): Promise<JsonFeed> => JSON.parse(await textOf(url)) as JsonFeed;
const atomOf = async (url: string) => checkXml(await textOf(url), 'atom');
const linkOf = async (url: string, rel: string) =>
  (await atomOf(url)).texts(`/a:feed/a:link[@rel='${rel}']/@href`)[0];

const addresses = [
  '',
  '/bodies/council',
  '/bodies/board',
  '/bodies/hostile',
  '/instruments/charter',
  '/schools/school-1',
  '/es',
  '/es/bodies/council',
  '/es/instruments/charter',
  '/es/schools/school-1',
];

describe.each(addresses.map((address) => `${address}/feed`))('%s', (address) => {
  it('is valid as JSON Feed and as Atom, and both hold the same', async () => {
    const json = await jsonOf(`${address}.json`);
    const atom = await atomOf(`${address}.atom`);
    expect(jsonFeedComplaints(json)).toEqual([]);
    expect(atom.complaints).toEqual([]);
    expect(atom.texts('/a:feed/a:entry/a:id')).toEqual(json.items.map(({ id }) => id));
    expect(atom.texts('/a:feed/a:entry/a:updated')).toEqual(
      json.items.map(({ date_published, date_modified = date_published }) => date_modified),
    );
    expect(atom.texts("/a:feed/a:link[@rel='self']/@href")).toEqual([`${feed.url}${address}.atom`]);
  });

  it('is not sent twice, and can be asked for by HEAD', async () => {
    for (const form of ['json', 'atom']) {
      const url = `${feed.url}${address}.${form}`;
      const etag = (await fetch(url)).headers.get('etag') ?? '';
      expect(etag).toMatch(/^"[\w-]+"$/);
      expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
      expect((await fetch(url, { method: 'HEAD' })).headers.get('etag')).toBe(etag);
    }
  });
});

describe('the archive', () => {
  it('leads through every item, from what is new to the first page', async () => {
    const ids: string[] = [];
    let pages = 0;
    for (let url: string | undefined = `${feed.url}/feed.atom`; url !== undefined; pages++) {
      ids.push(...(await atomOf(url)).texts('/a:feed/a:entry/a:id'));
      url = await linkOf(url, 'prev-archive');
    }
    expect(pages).toBe(2);
    expect(new Set(ids).size).toBe(62);
    expect(ids.at(-1)).toBe('urn:minutebook:decision:m-1:v-1');
  });

  it('has pages that say that they are archives, with the ways on, back and to what is new', async () => {
    const first = await atomOf('/feed/archive/1.atom');
    expect(first.complaints).toEqual([]);
    expect(first.texts('/a:feed/*[local-name()="archive"]')).toHaveLength(1);
    expect(first.texts('/a:feed/a:entry')).toHaveLength(25);
    expect(await linkOf('/feed/archive/1.atom', 'next-archive')).toBe(`${feed.url}/feed/archive/2.atom`);
    expect(await linkOf('/feed/archive/2.atom', 'prev-archive')).toBe(`${feed.url}/feed/archive/1.atom`);
    expect(await linkOf('/feed/archive/2.atom', 'current')).toBe(`${feed.url}/feed.atom`);
    expect(first.texts('/a:feed/a:id')).toEqual((await atomOf('/feed.atom')).texts('/a:feed/a:id'));
  });

  it('keeps its pages as they are when something is decided', async () => {
    const before = await textOf('/bodies/board/feed/archive/2.atom');
    await recordDecision(ledger.store, { motionId: 'new', bodyId: 'board', title: 'New' }, { at: '2026' });
    await feed.whenAt(await ledger.store.head());
    expect(await textOf('/bodies/board/feed/archive/2.atom')).toBe(before);
    expect((await jsonOf('/bodies/board/feed.json')).items[0]?.title).toBe('Adopted: New');
  });

  it.each([
    '/feed/archive/0.atom',
    '/feed/archive/3.atom',
    '/feed/archive/x.json',
    '/bodies/none/feed.atom',
    '/schools/none/feed.json',
  ])('%s is not there', async (url) => {
    expect((await fetch(feed.url + url)).status).toBe(404);
  });
});

describe('an item', () => {
  it('keeps its id when it is corrected, says when, and comes again', async () => {
    const { items } = await jsonOf('/bodies/council/feed.json');
    const corrected = items.filter(({ id }) => id === 'urn:minutebook:decision:trees:v-1');
    expect(corrected).toHaveLength(1);
    expect(corrected[0]?.title).toBe('Adopted (corrected): Two trees');
    // A correction may follow within the millisecond.
    expect(Date.parse(corrected[0]?.date_modified ?? '')).toBeGreaterThanOrEqual(
      Date.parse(corrected[0]?.date_published ?? ''),
    );
    const numbers = (id: string) => items.findIndex((item) => item.id === id);
    expect(numbers('urn:minutebook:decision:hostile:v-1')).toBe(0);
    expect(numbers('urn:minutebook:decision:trees:v-1')).toBe(1);
    expect(items[0]).not.toHaveProperty('date_modified');
  });

  it('tells what became of an instrument and of a school', async () => {
    const { items, title } = await jsonOf('/instruments/charter/feed.json');
    expect(title).toBe('Bylaws & <rules>: decisions and changes');
    expect(items.map(({ title: said }) => said)).toContain('Bylaws & <rules>: union ratified version v-2026');
    const [designated] = (await jsonOf('/schools/school-1/feed.json')).items;
    expect(designated?.title).toMatch(
      /^\[Illustration\].*: designated in cohort cohort-1, from July 1, 2026$/s,
    );
    expect(designated?.content_text).toMatch(/^This is an illustration/);
  });

  it('holds hostile texts as texts', async () => {
    const xml = await textOf('/feed.atom');
    expect(xml).not.toContain('<script');
    expect(xml).not.toContain('\u202E');
    const atom = checkXml(xml, 'atom');
    expect(atom.texts('//a:title').join()).toContain('<script>document.title="owned"</script>');
    expect(atom.texts('//*[local-name()="script" or local-name()="svg"]')).toEqual([]);
  });
});

describe('another language', () => {
  const fixed = ['/feed', '/bodies/council/feed', '/instruments/charter/feed', '/schools/school-1/feed'];

  it.each(fixed)(
    '%s has the same items under the same ids, each form telling of the other',
    async (address) => {
      const [english, spanish] = [await jsonOf(`${address}.json`), await jsonOf(`/es${address}.json`)];
      expect([english.language, spanish.language]).toEqual(['en', 'es']);
      expect(spanish.items.map(({ id }) => id)).toEqual(english.items.map(({ id }) => id));
      const atom = await atomOf(`/es${address}.atom`);
      expect(atom.texts('/a:feed/a:id')).toEqual((await atomOf(`${address}.atom`)).texts('/a:feed/a:id'));
      expect(atom.texts('/a:feed/@xml:lang')).toEqual(['es']);
      expect(atom.texts("/a:feed/a:link[@hreflang='en']/@href")).toEqual([`${feed.url}${address}.atom`]);
      const { headers } = await fetch(`${feed.url}${address}.json`);
      expect(headers.get('content-language')).toBe('en');
      expect(headers.get('link')).toContain(
        `<${feed.url}/es${address}.json>; rel="alternate"; hreflang="es"; type="application/feed+json"`,
      );
    },
  );

  it('says every fixed word in it, with dates of its kind, and leads to its pages', async () => {
    const { items, title } = await jsonOf('/es/bodies/council/feed.json');
    expect(title).toBe('Decisiones de Council');
    const trees = items.find(({ id }) => id === 'urn:minutebook:decision:trees:v-1');
    expect(trees?.title).toBe('Aprobada (corregida): Two trees');
    expect(trees?.url).toBe(`${feed.url}/es/decisions/trees:v-1`);
    expect((await fetch(trees?.url ?? '')).headers.get('content-type')).toMatch(/^text\/html/);
    expect(trees?.content_text).toMatch(
      /^Council la aprobó\. .*\nFecha de la decisión: \d+ de \p{L}+ de \d{4}/u,
    );
    expect(trees?.content_text).toContain('Resultado: aprobada.');
    expect(trees?.content_text).not.toMatch(/Adopted|Corrected|Result:|Needed|votes|Recorded/);
    const [designated] = (await jsonOf('/es/schools/school-1/feed.json')).items;
    expect(designated?.title).toMatch(
      /^\[Ilustración\].*: designada en la cohorte .*, desde 1 de julio de 2026$/s,
    );
  });

  it('has archives of its own', async () => {
    expect(await linkOf('/es/feed.atom', 'prev-archive')).toMatch(/\/es\/feed\/archive\/\d+\.atom$/);
    expect(await linkOf('/es/feed/archive/2.atom', 'current')).toBe(`${feed.url}/es/feed.atom`);
  });

  it('is that of the page that leads there; the default one has one address', async () => {
    expect(await textOf('/es/bodies/council')).toContain(`href="${feed.url}/es/bodies/council/feed.atom"`);
    expect(await textOf('/en/bodies/council')).toContain(`href="${feed.url}/bodies/council/feed.atom"`);
    const answer = await fetch(`${feed.url}/en/bodies/council/feed.atom`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([308, '/bodies/council/feed.atom']);
  });

  it('has calendars, with the same meetings under the same ids', async () => {
    const vevents = async (path: string) =>
      new ICAL.Component(ICAL.parse(await textOf(path)) as unknown[])
        .getAllSubcomponents('vevent')
        .map((vevent) => new ICAL.Event(vevent));
    const [english, spanish] = [
      await vevents('/bodies/council/calendar.ics'),
      await vevents('/es/bodies/council/calendar.ics'),
    ];
    for (const path of ['/bodies/council/calendar.ics', '/es/bodies/council/calendar.ics'])
      expect(icsComplaints(await textOf(path))).toEqual([]);
    expect(spanish.map(({ uid }) => uid)).toEqual(english.map(({ uid }) => uid));
    expect(spanish[0]?.summary).toBe('Council: Sesión ordinaria');
    expect(spanish[0]?.component.getFirstPropertyValue('url')).toBe(`${feed.url}/es/meetings/meeting-1`);
    const { headers } = await fetch(`${feed.url}/es/bodies/council/calendar.ics`);
    expect(headers.get('link')).toContain(`<${feed.url}/bodies/council/calendar.ics>; rel="alternate"`);
  });
});

describe('the calendar of a body', () => {
  const lines = async (): Promise<string> => textOf('/bodies/council/calendar.ics');
  const events = async () =>
    new ICAL.Component(ICAL.parse(await lines()) as unknown[])
      .getAllSubcomponents('vevent')
      .map((vevent) => new ICAL.Event(vevent));
  const record = (meetingId: string, event: DomainEvent) =>
    recordEvents(ledger.store, `meeting-${meetingId}`, [event], { at: '2026-01-10' });
  const shown = async () => feed.whenAt(await ledger.store.head());

  it('is valid iCalendar, with hostile texts as texts', async () => {
    const text = await lines();
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n[\s\S]*\r\nEND:VCALENDAR\r\n$/);
    // eslint-disable-next-line no-control-regex
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n\u0000-\u0008\u202e]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const [meeting] = await events();
    expect(meeting?.startDate.toJSDate().toISOString()).toBe('2026-01-15T01:00:00.000Z');
    expect(meeting?.summary).toBe('Council: Regular meeting');
    expect(meeting?.description).toContain('2. <script>document.title="owned"</script>');
    expect(meeting?.location).toBe(hostile.attribute);
    expect(meeting?.component.getFirstPropertyValue('url')).toBe(`${feed.url}/meetings/meeting-1`);
    const headers = (await fetch(`${feed.url}/bodies/council/calendar.ics`)).headers;
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const etag = headers.get('etag') ?? '';
    const again = await fetch(`${feed.url}/bodies/council/calendar.ics`, {
      headers: { 'if-none-match': etag },
    });
    expect(again.status).toBe(304);
  });

  it('keeps the UID of a meeting, raises its sequence when it moves and when it is cancelled', async () => {
    const scheduled = {
      type: 'MeetingScheduled',
      bodyId: 'council',
      meetingType: 'special',
      timeZone: 'America/Los_Angeles',
      places: [],
    } as const;
    const at = (literal: string) => ({ startsAt: parseWhen(literal, 'America/Los_Angeles') ?? unknownWhen });
    const find = async () =>
      (await events()).filter(
        ({ component }) => component.getFirstPropertyValue('url') === `${feed.url}/meetings/moving`,
      );
    const standing = async () => {
      await shown();
      const [event, ...others] = await find();
      expect(others).toEqual([]);
      const status = event?.component.getFirstPropertyValue('status');
      return { uid: event?.uid, sequence: event?.sequence, status, start: event?.startDate.toString() };
    };
    await record('moving', { ...scheduled, ...at('2026-03-04') });
    const first = await standing();
    expect(first).toMatchObject({ sequence: 0, status: 'CONFIRMED', start: '2026-03-04' });
    await record('moving', { type: 'MeetingRescheduled', ...at('2026-03-05T18:00:00Z') });
    expect(await standing()).toEqual({ ...first, sequence: 1, start: '2026-03-05T18:00:00Z' });
    await record('moving', {
      type: 'AgendaItemAdded',
      itemId: 'i1',
      number: '1',
      title: 'Trees',
      kind: 'action',
    });
    expect(await standing()).toMatchObject({ uid: first.uid, sequence: 1 });
    await record('moving', { type: 'MeetingCancelled', reason: 'No room; none, anywhere' });
    expect(await standing()).toEqual({
      ...first,
      sequence: 2,
      status: 'CANCELLED',
      start: '2026-03-05T18:00:00Z',
    });
    expect((await find())[0]?.description).toContain('Cancelled: No room; none, anywhere');
    expect(icsComplaints(await lines())).toEqual([]);
    await record('coarse', { ...scheduled, ...at('2026-spring') });
    await shown();
    expect(await lines()).not.toContain('/meetings/coarse');
  });
});

describe('what pages tell machines, in the terms of schema.org', () => {
  const dataOf = async (address: string): Promise<Record<string, unknown>> => {
    const html = await textOf(address);
    const [, json = ''] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html) ?? [];
    return JSON.parse(json) as Record<string, unknown>;
  };

  it.each([
    ['/es/', { '@type': 'WebSite', inLanguage: 'es', hasPart: { '@type': 'Dataset' } }],
    [
      '/en/meetings/meeting-1',
      {
        '@type': 'Event',
        startDate: '2026-01-15T01:00:00.000Z',
        location: [{ '@type': 'Place', name: hostile.attribute }],
      },
    ],
    [
      '/en/bodies/council',
      { '@type': 'GovernmentOrganization', member: [{ name: 'The district' }, { name: 'The union' }] },
    ],
    [
      '/es/decisions/trees:v-1',
      {
        '@type': 'VoteAction',
        description: 'Council la aprobó. 3 de 3 votos fueron a favor.',
        object: { '@type': 'CreativeWork', name: 'Two trees', inLanguage: 'es' },
        agent: { '@type': 'Organization', name: 'Council' },
      },
    ],
    ['/en/instruments/charter', { '@type': 'Legislation', name: 'Bylaws & <rules>' }],
    ['/en/schools/school-1', { '@type': 'School' }],
  ])('%s', async (address, data) => {
    expect(await dataOf(address)).toMatchObject({ '@context': 'https://schema.org', ...data });
  });

  it('is data that no text can end', async () => {
    expect((await dataOf('/en/bodies/hostile')).name).toBe(hostileTitle);
    expect((await dataOf('/en/decisions/hostile:v-1')).name).toBe(hostileTitle);
  });
});
