import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkXml } from '../testing/formats/xml.ts';
import { jsonFeedComplaints } from '../testing/formats/json-feed.ts';
import { recordPages } from '../testing/pages-record.ts';
import { recordInstrument, recordSchool } from '../testing/public-things.ts';
import { makePlace, startFeed, startLedger } from '../testing/running-feed.ts';
import type { Feed, Ledger } from '../testing/running-feed.ts';
import { recordDecision } from '../testing/scenario.ts';

type Item = Readonly<{
  id: string;
  title: string;
  content_text: string;
  date_published: string;
  date_modified?: string;
}>;
type JsonFeed = Readonly<{ title: string; next_url?: string; items: readonly Item[] }>;

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
  await recordInstrument(ledger.store, 'bylaws', 'Bylaws & <rules>');
  await recordSchool(ledger.store, 'school-1');
  await ledger.whenPublished();
  feed = await startFeed(place, { env: { MINUTEBOOK_RATE_LIMIT: '100000' } });
  await feed.whenAt(await ledger.store.head());
});
afterAll(async () => {
  await feed.close();
  await ledger.close();
  place.remove();
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
  '/instruments/bylaws',
  '/schools/school-1',
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
    expect(Date.parse(corrected[0]?.date_modified ?? '')).toBeGreaterThan(
      Date.parse(corrected[0]?.date_published ?? ''),
    );
    const numbers = (id: string) => items.findIndex((item) => item.id === id);
    expect(numbers('urn:minutebook:decision:hostile:v-1')).toBe(0);
    expect(numbers('urn:minutebook:decision:trees:v-1')).toBe(1);
    expect(items[0]).not.toHaveProperty('date_modified');
  });

  it('tells what became of an instrument and of a school', async () => {
    const { items, title } = await jsonOf('/instruments/bylaws/feed.json');
    expect(title).toBe('Bylaws & <rules>: decisions and changes');
    expect(items.map(({ title: said }) => said)).toContain('Bylaws & <rules>: union ratified version v-2026');
    const [designated] = (await jsonOf('/schools/school-1/feed.json')).items;
    expect(designated?.title).toMatch(
      /^\[Illustration\].*: designated in cohort cohort-1, from 2026-07-01$/s,
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
