import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkXml } from '../testing/formats/xml.ts';
import { icsComplaints } from '../testing/formats/ics.ts';
import { jsonFeedComplaints } from '../testing/formats/json-feed.ts';
import { recordPages } from '../testing/pages-record.ts';
import { recordInstrument, recordSchool } from '../testing/public-things.ts';
import { makePlace, startFeed, startLedger } from '../testing/running-feed.ts';
import type { Feed, Ledger } from '../testing/running-feed.ts';
import { recordDecision, recordEvents } from '../testing/scenario.ts';

type Found = Readonly<{ kind: string; thing: string; title: string; snippet: string; url: string }>;
type Answer = Readonly<{ total: number; items: readonly Found[]; next?: string }>;

const place = makePlace();
let ledger: Ledger;
let feed: Feed;

const secret = 'Wolkenkuckucksheim';

beforeAll(async () => {
  ledger = await startLedger(place);
  await recordPages(ledger.store);
  await recordInstrument(ledger.store, 'charter', 'Bylaws');
  await recordSchool(ledger.store, 'school-1');
  const spanish = { motionId: 'calendario', bodyId: 'council', title: 'Educación y calendario: 1.234 niños' };
  await recordDecision(ledger.store, spanish, { at: '2026-01-16', lang: 'es' });
  for (let i = 0; i < 25; i++)
    await recordDecision(
      ledger.store,
      { motionId: `b-${i}`, bodyId: 'board', title: `Bridge ${i}` },
      { at: '2026' },
    );
  await recordEvents(
    ledger.store,
    'claim-claim-1',
    [
      {
        type: 'ClaimRecorded',
        subject: 'council',
        predicate: 'number of schools',
        value: 4711,
        sourceId: 's-1',
        sourceRevision: 1,
        locator: 'p. 3',
      },
    ],
    { at: '2026' },
  );
  const closed = { motionId: 'closed', bodyId: 'council', title: secret };
  await recordDecision(ledger.store, closed, { at: '2026', visibility: 'closed_session' });
  await ledger.whenPublished();
  feed = await startFeed(place, { env: { MINUTEBOOK_RATE_LIMIT: '100000' } });
  await feed.whenAt(await ledger.store.head());
});
afterAll(async () => {
  await feed.close();
  await ledger.close();
  await place.remove();
});

const textOf = async (path: string): Promise<string> => (await fetch(feed.url + path)).text();
const find = async (q: string, more = ''): Promise<Answer> =>
  JSON.parse(await textOf(`/search?q=${encodeURIComponent(q)}${more}`)) as Answer;
const found = async (q: string, more = '') =>
  (await find(q, more)).items.map(({ kind, thing }) => `${kind} ${thing}`);

describe('GET /search', () => {
  it.each([
    ['a title', '"Two trees"', ['decision trees:v-1', 'motion bench', 'motion trees']],
    ['the text of a motion', '"and a bench"', ['motion bench']],
    ['the beginning of a word', 'calend', ['decision calendario:v-1', 'motion calendario']],
    ['words without their accents', 'educacion ninos', ['decision calendario:v-1', 'motion calendario']],
    ['a number', '4711', ['claim claim-1']],
    ['a number in a text', '1.234', ['decision calendario:v-1', 'motion calendario']],
    ['a clause', 'greenhouse', ['instrument charter']],
    ['a correction', 'owned union-2', ['decision trees:v-1']],
    ['how it came out, in English', '"adopted this" trees', ['decision trees:v-1']],
    ['how it came out, in Spanish', 'aprobada trees', ['decision trees:v-1']],
    ['a ruling', '"in order"', ['meeting meeting-1']],
  ])('finds %s', async (_what, q, things) => {
    expect(await found(q)).toEqual(expect.arrayContaining(things));
  });

  it('finds all words only, of a kind, of a body', async () => {
    expect(await found('calendario bridge')).toEqual([]);
    expect(await found('calendario', '&kind=motion')).toEqual(['motion calendario']);
    expect(await found('bridge', '&body=council')).toEqual([]);
    expect(await found('documento', '&kind=school')).toEqual([]);
    expect(await found('donaudampf', '&kind=school')).toContain('school school-1');
  });

  it('leads from page to page through everything, and to the alerts', async () => {
    const first = await find('bridge');
    expect([first.total, first.items.length]).toEqual([50, 20]);
    const items = [...first.items];
    for (let { next } = first; next !== undefined;) {
      const page = JSON.parse(await textOf(next.slice(feed.url.length))) as Answer;
      items.push(...page.items);
      next = page.next;
    }
    expect(new Set(items.map(({ url }) => url)).size).toBe(50);
    const { headers } = await fetch(`${feed.url}/search?q=bridge`);
    expect(headers.get('link')).toContain(
      `<${feed.url}/search.ics?q=bridge>; rel="alternate"; type="text/calendar"`,
    );
  });

  it.each([
    '"',
    '*',
    'NEAR(a b)',
    'a OR',
    'title:x',
    '-',
    '""',
    'a"b',
    "';--",
    '\u0000',
    '{x} : y',
    '^a',
    'AND',
    '   ',
  ])('takes %j for words, never for an operator', async (q) => {
    expect((await fetch(`${feed.url}/search?q=${encodeURIComponent(q)}`)).status).toBe(200);
  });

  it('finds nothing that is not public', async () => {
    expect(await found(secret)).toEqual([]);
  });

  it('refuses what no address asks for', async () => {
    for (const search of ['kind=person', `q=${'a'.repeat(201)}`, 'page=0', 'order=x'])
      expect((await fetch(`${feed.url}/search?${search}`)).status).toBe(400);
  });
});

describe('the sitemap', () => {
  it('is valid, and leads to pages that are there', async () => {
    const index = checkXml(await textOf('/sitemap.xml'), 'sitemap');
    expect(index.complaints).toEqual([]);
    expect(index.texts('//a:loc')).toEqual([`${feed.url}/sitemap/1.xml`]);
    const map = checkXml(await textOf('/sitemap/1.xml'), 'sitemap');
    expect(map.complaints).toEqual([]);
    const places = map.texts('//a:loc');
    expect(places).toContain(`${feed.url}/es/decisions/trees:v-1`);
    expect(new Set(places).size).toBe(places.length);
    for (const url of places.filter((one) => one.includes('/en/') && !one.includes('/b-')))
      expect([url, (await fetch(url)).status]).toEqual([url, 200]);
    expect((await fetch(`${feed.url}/sitemap/2.xml`)).status).toBe(404);
    expect(await textOf('/robots.txt')).toContain(`Sitemap: ${feed.url}/sitemap.xml`);
  });
});

describe('the same query', () => {
  it('is a valid feed, the latest first, with new things as they come', async () => {
    const json = JSON.parse(await textOf('/search.json?q=bridge')) as {
      items: { id: string; date_published: string }[];
    };
    expect(jsonFeedComplaints(json)).toEqual([]);
    expect(json.items.map(({ date_published: at }) => at)).toEqual(
      json.items
        .map(({ date_published: at }) => at)
        .toSorted()
        .toReversed(),
    );
    const atom = checkXml(await textOf('/search.atom?q=bridge'), 'atom');
    expect(atom.complaints).toEqual([]);
    expect(atom.texts('/a:feed/a:entry/a:id')).toEqual(json.items.map(({ id }) => id));
    await recordDecision(
      ledger.store,
      { motionId: 'late', bodyId: 'board', title: 'A late bridge' },
      { at: '2026' },
    );
    await feed.whenAt(await ledger.store.head());
    expect(await textOf('/search.atom?q=bridge')).toContain('A late bridge');
  });

  it('is valid with hostile words and things', async () => {
    const q = encodeURIComponent('owned <b>"]]>&');
    expect(checkXml(await textOf(`/search.atom?q=${q}`), 'atom').complaints).toEqual([]);
    expect(
      checkXml(await textOf('/search.atom?q=owned'), 'atom').texts('/a:feed/a:entry/a:id').length,
    ).toBeGreaterThan(4);
    const calendar = new ICAL.Component(ICAL.parse(await textOf(`/search.ics?q=${q},%0AX:1`)) as unknown[]);
    expect(calendar.getFirstProperty('x')).toBeNull();
    expect(icsComplaints(await textOf('/search.ics?q=owned'))).toEqual([]);
  });

  it('is a calendar of the meetings that it finds', async () => {
    const calendar = new ICAL.Component(ICAL.parse(await textOf('/search.ics?q=comments')) as unknown[]);
    const urls = calendar.getAllSubcomponents('vevent').map((event) => event.getFirstPropertyValue('url'));
    expect(urls).toEqual([`${feed.url}/meetings/meeting-1`]);
  });

  it.each(['', '.json', '.atom', '.ics'])('/search%s is not sent twice', async (form) => {
    const url = `${feed.url}/search${form}?q=bridge`;
    const etag = (await fetch(url)).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await fetch(url, { method: 'HEAD' })).headers.get('etag')).toBe(etag);
  });

  it('has another address in another language, with the same things', async () => {
    const spanish = checkXml(await textOf('/es/search.atom?q=bridge'), 'atom');
    expect(spanish.complaints).toEqual([]);
    const english = checkXml(await textOf('/search.atom?q=bridge'), 'atom');
    expect(spanish.texts('//a:id')).toEqual(english.texts('//a:id'));
    expect(spanish.texts('/a:feed/a:title')).toEqual(['Búsqueda: bridge']);
    expect(spanish.texts("/a:feed/a:link[@hreflang='en']/@href")).toEqual([
      `${feed.url}/search.atom?q=bridge`,
    ]);
    const meetings = await textOf('/es/search.ics?q=comments');
    expect(meetings).toContain('X-WR-CALNAME:Sesiones: comments');
    const answer = await fetch(`${feed.url}/en/search.atom?q=bridge`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([308, '/search.atom?q=bridge']);
  });

  it('is linked from the page, which marks what it found', async () => {
    const html = await textOf('/en/search?q=greenhouse');
    expect(html).toContain('<mark>greenhouse</mark>');
    expect(html).toContain(
      `type="application/atom+xml" title="Be told of what is new" href="${feed.url}/search.atom?q=greenhouse"`,
    );
  });
});
