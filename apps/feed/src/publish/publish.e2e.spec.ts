import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import { engineOf } from '#engines/testing';
import { createLogger } from '#platform';
import { recordPages } from '../testing/pages-record.ts';
import { checkedInBrowser, deadLinks, filesOf, timesOf } from '../testing/published-site.ts';
import { makePlace, startFeed, startLedger } from '../testing/running-feed.ts';
import type { Feed, Ledger } from '../testing/running-feed.ts';
import { recordDecision } from '../testing/scenario.ts';
import { recordPlace } from '../record/record-place.ts';
import { publish } from './publish.ts';
import type { PublishedSite } from './publish.ts';

const publicUrl = 'https://minutes.example/records';
const logger = createLogger({ service: 'publish', level: 'silent' });

/** So many that a feed has a page of its archive, and the log a full tile. */
const decisionsOfArchive = 51;

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'long-title': 'off',
    'no-raw-characters': 'off',
  },
});

const place = makePlace();
const temporary = mkdtempSync(join(tmpdir(), 'minutebook-site-'));
const folder = join(temporary, 'site');
let ledger: Ledger;
let feed: Feed;
let first: PublishedSite;

/** As it is configured where the feed runs. */
const recordIn = (data: string) => recordPlace({ data, ...engineOf(data) });
const publishInto = (into: string, data = place.data, more: { live?: string } = {}) =>
  publish({ data, place: recordIn(data), folder: into, publicUrl, logger, ...more });
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const served = async (path: string, headers: Record<string, string> = {}): Promise<string> =>
  (await fetch(feed.url + path, { headers })).text();

beforeAll(async () => {
  ledger = await startLedger(place);
  await recordPages(ledger.store);
  await ledger.whenPublished();
  await ledger.whenSealed();
  feed = await startFeed(place, { env: { MINUTEBOOK_PUBLIC_URL: publicUrl } });
  await feed.whenAt(await ledger.store.head());
  first = await publishInto(folder);
});
afterAll(async () => {
  await feed.close();
  await ledger.close();
  await place.remove();
  rmSync(temporary, { recursive: true });
});

describe('a published folder', () => {
  it('has no link and no asset that leads nowhere', () => {
    expect(filesOf(folder)).toHaveLength(first.written.length);
    expect(deadLinks(folder, publicUrl)).toEqual([]);
  });

  it.each([
    ['decisions/trees:v-1/index.json', '/decisions/trees:v-1'],
    ['bodies/council/index.json', '/bodies/council'],
    ['feed.json', '/feed.json'],
    ['feed.atom', '/feed.atom'],
    ['bodies/council/feed.atom', '/bodies/council/feed.atom'],
    ['es/feed.json', '/es/feed.json'],
    ['es/bodies/council/feed.atom', '/es/bodies/council/feed.atom'],
    ['es/bodies/council/calendar.ics', '/es/bodies/council/calendar.ics'],
    ['bodies/council/calendar.ics', '/bodies/council/calendar.ics'],
    ['seats/council:union-2/votes.csv', '/seats/council:union-2/votes.csv'],
    ['open-data/record.ndjson', '/open-data/record.ndjson'],
    ['open-data/popolo.json', '/open-data/popolo.json'],
    ['open-data/votes.csv', '/open-data/votes.csv'],
    ['log/checkpoint', '/log/checkpoint'],
    ['log/policy', '/log/policy'],
    ['proofs/0', '/proofs/0'],
    ['instruments/bylaws/diff/from=v1,to=v2/index.json', '/instruments/bylaws/diff?from=v1&to=v2'],
  ])('%s is what the feed answers', async (file, path) => {
    expect(read(file)).toBe(await served(path));
  });

  it('says on a page what the feed says there', async () => {
    const textOf = (html: string) => /<main.*<\/main>/s.exec(html)?.[0].replaceAll(/<[^>]*>/g, '');
    const path = 'es/decisions/trees:v-1';
    expect(textOf(read(`${path}/index.html`))).toBe(textOf(await served(`/${path}`)));
  });

  it('has pages that link to the address at which a static host finds them', () => {
    const html = read('en/decisions/trees:v-1/index.html');
    expect(html).toContain(`<link rel="canonical" href="${publicUrl}/en/decisions/trees:v-1/"/>`);
    expect(html).toContain('href="/records/es/decisions/trees:v-1/" lang="es"');
    expect(html).toContain('<a href="/records/decisions/trees:v-1/index.json" type="application/json">');
    expect(html).toMatch(
      /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; [^"]*script-src 'self'/,
    );
    expect(read('decisions/trees:v-1/index.html')).toContain(
      `content="0; url=${publicUrl}/en/decisions/trees:v-1/"`,
    );
    expect(read('sitemap/1.xml')).toContain(`<loc>${publicUrl}/es/decisions/trees:v-1/</loc>`);
  });

  it('says where it cannot answer, and asks nothing that only a feed answers', () => {
    for (const path of filesOf(folder).filter((one) => one.endsWith('.html'))) {
      expect(read(path)).not.toContain('<form');
      expect(read(path)).not.toMatch(/href="[^"]*\/(?:events|live)[/?"]/);
    }
    expect(read('es/search/index.html')).toContain('una copia en archivos, que no puede elegir');
    expect(read('es/copy/index.html')).toContain(`las primeras ${first.size} entradas`);
    const { links } = JSON.parse(read('index.json')) as { links: { href: string }[] };
    expect(links.map(({ href }) => href)).not.toContainEqual(expect.stringMatching(/events|search|health/));
  });

  it.each([
    'index.html',
    '404.html',
    'en/copy/index.html',
    'es/search/index.html',
    'es/decisions/trees:v-1/index.html',
    'decisions/hostile:v-1/index.html',
    'en/bodies/council/index.html',
    'en/instruments/bylaws/index.html',
  ])('%s is valid markup', async (path) => {
    const { results } = await validator.validateString(read(path));
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    ).toEqual([]);
  });

  it('has a page for what is not there', () => {
    expect(read('404.html')).toContain('There is no such page');
  });
});

describe('a run after another', () => {
  it('touches no file where nothing is new', async () => {
    const before = timesOf(folder);
    writeFileSync(join(folder, 'CNAME'), 'minutes.example\n');
    const again = await publishInto(folder);
    expect(again).toMatchObject({ written: [], removed: [], unchanged: first.written.length });
    rmSync(join(folder, 'CNAME'));
    expect(timesOf(folder)).toEqual(before);
  });

  it('puts back what was lost or changed', async () => {
    rmSync(join(folder, 'en/motions/trees/index.html'));
    writeFileSync(join(folder, 'feed.json'), '{}');
    const { written } = await publishInto(folder);
    expect(written).toEqual(['feed.json', 'en/motions/trees/index.html']);
  });

  it('touches after one more decision what it changes, and lets go of what is gone', async () => {
    const before = timesOf(folder);
    await recordDecision(
      ledger.store,
      { bodyId: 'council', motionId: 'pond', title: 'A pond' },
      { at: '2026-02-03' },
    );
    await ledger.whenPublished();
    await ledger.whenSealed();
    const { written, removed, size } = await publishInto(folder);
    const changed = [...timesOf(folder)]
      .filter(([path, time]) => before.get(path) !== time)
      .map(([path]) => path);
    expect(changed.toSorted()).toEqual(written.toSorted());
    const places = new Set(written.map((path) => path.replaceAll(/\d+/g, '0').replace(/^(en|es)\//, '')));
    expect([...places].toSorted()).toMatchInlineSnapshot(`
     [
       "bodies/council/feed.atom",
       "bodies/council/feed.json",
       "bodies/council/index.html",
       "copy/index.html",
       "decisions/body=council/index.html",
       "decisions/body=council/index.json",
       "decisions/index.html",
       "decisions/index.json",
       "decisions/pond:v-0/index.html",
       "decisions/pond:v-0/index.json",
       "feed.atom",
       "feed.json",
       "index.html",
       "index.json",
       "log/checkpoint",
       "log/tile/0/0.p/0",
       "log/tile/entries/0.p/0",
       "meetings/meeting-0/index.html",
       "motions/pond/index.html",
       "motions/pond/index.json",
       "open-data/decisions.csv",
       "open-data/index.json",
       "open-data/popolo.json",
       "open-data/record.ndjson",
       "open-data/votes.csv",
       "proofs/0",
       "replay/council/index.html",
       "replay/council/index.json",
       "seats/council:district-0/index.html",
       "seats/council:district-0/index.json",
       "seats/council:district-0/votes.csv",
       "seats/council:union-0/index.html",
       "seats/council:union-0/index.json",
       "seats/council:union-0/votes.csv",
       "sitemap/0.xml",
     ]
    `);
    expect(removed).toEqual([]);
    expect(filesOf(folder)).toContain(`log/tile/0/000.p/${first.size}`);
    expect(deadLinks(folder, publicUrl)).toEqual([]);
    expect(size).toBeGreaterThan(first.size);
  });

  it('has lists and feeds to their ends, and keeps what the checkpoint before needs, and no more', async () => {
    for (let n = 0; n < decisionsOfArchive; n++)
      await recordDecision(
        ledger.store,
        { bodyId: 'hostile', motionId: `m-${n}`, title: `Motion ${n}` },
        { at: '2026-02-04' },
      );
    await ledger.whenPublished();
    await ledger.whenSealed();
    const live = 'https://feed.example';
    const { removed, size } = await publishInto(folder, place.data, { live });
    const files = filesOf(folder);
    expect(removed).toEqual([`log/tile/0/000.p/${first.size}`, `log/tile/entries/000.p/${first.size}`]);
    for (const tile of ['tile/0/000', `tile/0/001.p/${size - 256}`, 'tile/1/000.p/1'])
      expect(files).toContain(`log/${tile}`);
    expect(read('es/decisions/index.html')).toContain(`<a href="${live}/es/decisions">`);
    for (const form of ['json', 'atom']) expect(files).toContain(`bodies/hostile/feed/archive/1.${form}`);
    const listed = files.filter((path) => path.startsWith('en/decisions/'));
    const texts = listed
      .filter((path) => !path.includes(':'))
      .map(read)
      .join('');
    for (let n = 0; n < decisionsOfArchive; n++) expect(texts).toContain(`/decisions/m-${n}:v-1/"`);
    expect(deadLinks(folder, publicUrl)).toEqual([]);
  });

  it('has what the button on a decision asks for, after each run', async () => {
    for (const motion of ['trees', 'pond', 'm-0', `m-${decisionsOfArchive - 1}`])
      expect(await checkedInBrowser(folder, `en/decisions/${motion}:v-1/index.html`)).toBe('yes');
  });
});

describe('a folder into which nothing may be published', () => {
  const copyOf = (name: string): string => {
    const copy = join(temporary, name);
    cpSync(folder, copy, { recursive: true });
    return copy;
  };

  it('is one that holds something else', async () => {
    const other = join(temporary, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'thesis.txt'), 'Years of work.');
    await expect(publishInto(other)).rejects.toThrow(/is not empty/);
    expect(filesOf(other)).toEqual(['thesis.txt']);
  });

  it('is one with a file of others in the way', async () => {
    const copy = copyOf('in-the-way');
    const manifest = join(copy, '.minutebook', 'files.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"feed.json",', ''));
    writeFileSync(join(copy, 'feed.json'), '{}');
    await expect(publishInto(copy)).rejects.toThrow(/feed.json is in the way/);
  });

  it('is one with a larger log, another one, or one that this does not extend; it stays as it is', async () => {
    const copy = copyOf('larger');
    const before = timesOf(copy);
    const checkpoint = join(copy, 'log', 'checkpoint');
    const note = readFileSync(checkpoint, 'utf8');
    const [origin = '', size = '', root = ''] = note.split('\n');
    const refused = async (changed: string, why: RegExp) => {
      writeFileSync(checkpoint, changed);
      await expect(publishInto(copy)).rejects.toThrow(why);
    };
    await refused(note.replace(`\n${size}\n`, `\n${Number(size) + 1}\n`), /never taken back/);
    await refused(note.replace(origin, 'other.example/log'), /holds the log other.example\/log/);
    await refused(note.replace(root, Buffer.alloc(32).toString('base64')), /not the beginning of this log/);
    writeFileSync(checkpoint, note);
    const times = [...timesOf(copy)].filter(([path]) => path !== 'log/checkpoint');
    expect(times).toEqual([...before].filter(([path]) => path !== 'log/checkpoint'));
  });

  it('is any, where there is no record', async () => {
    await expect(publishInto(join(temporary, 'new'), temporary)).rejects.toThrow(/no public record/);
  });
});
