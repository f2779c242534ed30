import { brotliDecompressSync } from 'node:zlib';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makePlace, startFeed, startLedger } from './testing/running-feed.ts';
import type { Feed, Ledger } from './testing/running-feed.ts';
import { recordBody, recordDecision } from './testing/scenario.ts';

type Answer = Readonly<{ status: number; headers: IncomingHttpHeaders; bytes: Buffer }>;

type Ask = Readonly<{ method?: string; headers?: Record<string, string> }>;

/** As it comes over the wire: fetch would decode it. */
const ask = (url: string, { method = 'GET', headers = {} }: Ask = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes: Buffer.concat(chunks),
        }),
      );
    });
    asked.on('error', reject).end();
  });

const jsonOf = <T>({ bytes }: Answer): T => JSON.parse(bytes.toString()) as T;

type Item = Readonly<{ id: string; url: string; title: string; [field: string]: unknown }>;
type JsonFeed = Readonly<{ version: string; title: string; next_url?: string; items: readonly Item[] }>;
type Decisions = Readonly<{ items: readonly { decisionId: string; outcome: string }[]; next?: string }>;

const place = makePlace();
let ledger: Ledger;
let feed: Feed;

const adopted = { motionId: 'agreement', bodyId: 'council', title: 'Agreement on calendars' };
const rejected = { motionId: 'split', bodyId: 'council', title: 'Split', noes: ['union-1', 'union-2'] };

beforeAll(async () => {
  ledger = await startLedger(place);
  await recordBody(ledger.store, 'council', 'Joint Council', { at: '2019-fall' });
  await recordDecision(ledger.store, adopted, { at: '2026-01-14T18:30:00Z', lang: 'en' });
  await recordDecision(ledger.store, rejected, { at: '2026-02-11', illustration: true });
  for (let i = 0; i < 40; i++)
    await recordDecision(
      ledger.store,
      { motionId: `m-${i}`, bodyId: 'council', title: `No. ${i}` },
      { at: '2025' },
    );
  feed = await startFeed(place, { env: { MINUTEBOOK_PUBLIC_URL: 'https://feed.example' } });
  await feed.whenAt(await ledger.store.head());
});

afterAll(async () => {
  await feed.close();
  await ledger.close();
  await place.remove();
});

const get = (path: string, headers: Record<string, string> = {}) => ask(`${feed.url}${path}`, { headers });

describe('what can be read', () => {
  const paths = [
    '/',
    '/feed.json',
    '/feed.atom',
    '/feed/archive/1.atom',
    '/feed/archive/1.json',
    '/bodies/council/feed.json',
    '/bodies/council/feed.atom',
    '/decisions',
    '/decisions/agreement:v-1',
    '/bodies',
    '/bodies/council',
    '/bodies/council?asOf=2026-01-14',
  ];

  it.each(paths)(
    '%s has a strong tag for each coding, is not sent twice, and can be asked for by HEAD',
    async (path) => {
      const plain = await get(path);
      expect(plain.status).toBe(200);
      expect(plain.headers.etag).toMatch(/^"[\w-]+"$/);
      expect(plain.headers['cache-control']).toMatch(/^public, max-age=10/);
      expect(plain.headers.vary).toMatch(/^(accept, )?accept-encoding$/);
      const br = await get(path, { 'accept-encoding': 'gzip, br' });
      const compressed = br.headers['content-encoding'] === 'br';
      expect((compressed ? brotliDecompressSync(br.bytes) : br.bytes).toString()).toBe(
        plain.bytes.toString(),
      );
      expect(br.headers.etag === plain.headers.etag).toBe(!compressed);
      const again = await get(path, {
        'accept-encoding': 'gzip, br',
        'if-none-match': String(br.headers.etag),
      });
      expect([again.status, again.bytes.length]).toEqual([304, 0]);
      const head = await ask(`${feed.url}${path}`, { method: 'HEAD' });
      expect(head.headers.etag).toBe(plain.headers.etag);
      expect(head.headers['content-length']).toBe(String(plain.bytes.length));
      expect(head.bytes).toHaveLength(0);
    },
  );

  it.each([...paths, '/nothing', '/health/live'])('%s may be read by scripts of any origin', async (path) => {
    expect((await get(path)).headers['access-control-allow-origin']).toBe('*');
  });

  it('may be asked for with conditions by scripts of any origin', async () => {
    const headers = {
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'if-none-match',
    };
    const answer = await ask(`${feed.url}/decisions`, { method: 'OPTIONS', headers });
    expect(answer.status).toBe(204);
    expect(answer.headers['access-control-allow-headers']).toContain('if-none-match');
  });

  it.each([...paths, '/events', '/health/ready'])('%s takes no other method', async (path) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const answer = await ask(`${feed.url}${path}`, { method });
      expect(answer.status).toBe(405);
      expect(answer.headers.allow).toBe('GET, HEAD');
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    }
  });

  it.each([
    ['/nothing', 404, 'NOT_FOUND'],
    ['/decisions/none', 404, 'NOT_FOUND'],
    ['/bodies/none', 404, 'NOT_FOUND'],
    ['/decisions?color=red', 400, 'VALIDATION_FAILED'],
    ['/decisions?cursor=what', 400, 'VALIDATION_FAILED'],
    ['/decisions/agreement:v-1?x=1', 400, 'VALIDATION_FAILED'],
    ['/bodies/council?asOf=tomorrow', 400, 'VALIDATION_FAILED'],
    ['/decisions/%', 400, 'MALFORMED_URL'],
  ])('%s is a problem document', async (path, status, code) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(jsonOf(answer)).toMatchObject({ status, code });
  });
});

describe('GET /decisions', () => {
  it('pages through every decision once, the latest decided first', async () => {
    const ids: string[] = [];
    let path: string | undefined = '/decisions?limit=7';
    while (path !== undefined) {
      const answer: Answer = await get(path);
      const { items, next } = jsonOf<Decisions>(answer);
      ids.push(...items.map(({ decisionId }) => decisionId));
      const [, link] =
        /^<https:\/\/feed\.example(.*)>; rel="next"$/.exec(String(answer.headers.link ?? '')) ?? [];
      expect(link === undefined).toBe(next === undefined);
      path = link;
    }
    expect(ids.slice(0, 2)).toEqual(['split:v-1', 'agreement:v-1']);
    expect(new Set(ids).size).toBe(42);
    expect(ids).toHaveLength(42);
  });

  it.each([
    ['?outcome=rejected', ['split:v-1']],
    ['?from=2026-01-02', ['split:v-1', 'agreement:v-1']],
    ['?from=2026-01-14&to=2026-01-31&body=council', ['agreement:v-1']],
    ['?to=2019', []],
    ['?body=none', []],
  ])('%s', async (search, ids) => {
    const { items } = jsonOf<Decisions>(await get(`/decisions${search}`));
    expect(items.map(({ decisionId }) => decisionId)).toEqual(ids);
  });
});

describe('GET /decisions/{id}', () => {
  it('has the roll call, the rule, every test, and where its events stand in the record', async () => {
    const answer = await get('/decisions/split:v-1');
    expect(jsonOf(answer)).toMatchObject({
      outcome: 'rejected',
      reason: 'TIE',
      bodyName: 'Joint Council',
      illustration: true,
      rule: { clauseRef: { clause: '4.2' } },
      counts: { yes: 2, no: 2 },
      constituencies: [
        { constituencyId: 'district', counts: { yes: 2 }, result: 'pass' },
        { constituencyId: 'union', counts: { no: 2 }, result: 'fail' },
      ],
      published: ['MotionDrafted', 'MotionMoved', 'VoteOpened', 'VoteClosed', 'MotionRejected'].map(
        (type, i) => ({
          index: 16 + i,
          type,
        }),
      ),
    });
    expect(Date.parse(String(answer.headers['last-modified']))).toBeGreaterThan(Date.now() - 60_000);
  });
});

describe('GET /bodies/{id}', () => {
  type Body = Readonly<{
    composition: { asOf?: string; seats: readonly { occupancy: string }[]; body: unknown };
  }>;
  const seatsAt = async (search: string) =>
    jsonOf<Body>(await get(`/bodies/council${search}`)).composition.seats.map(({ occupancy }) => occupancy);

  it('says who sits in it', async () => {
    expect(jsonOf(await get('/bodies/council'))).toMatchObject({
      bodyId: 'council',
      name: 'Joint Council',
      composition: { body: { filled: 4 } },
    });
  });

  it('says of a day within a coarsely known date that it may have been so', async () => {
    expect(await seatsAt('?asOf=2019-10-15')).toEqual(Array(4).fill('possibly_filled'));
    expect(await seatsAt('?asOf=2020-01-01')).toEqual(Array(4).fill('filled'));
    expect(jsonOf<Body>(await get('/bodies/council?asOf=2019-10-15')).composition.asOf).toMatchObject({
      literal: '2019-10-15',
    });
  });

  it('says what was known at a time', async () => {
    expect(jsonOf(await get('/bodies/council?asOf=2020-01-01&knownAt=2020-01-01'))).not.toHaveProperty(
      'composition',
    );
  });

  it('is the same document from one moment to the next while nothing changes', async () => {
    const first = await get('/bodies/council');
    await recordDecision(
      ledger.store,
      { motionId: 'later', bodyId: 'other', title: 'Elsewhere' },
      { at: '2001' },
    );
    await feed.whenAt(await ledger.store.head());
    expect((await get('/bodies/council')).headers.etag).toBe(first.headers.etag);
  });
});

describe('GET /feed.json', () => {
  const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

  it('is a JSON Feed 1.1', async () => {
    const answer = await get('/feed.json');
    expect(answer.headers['content-type']).toBe('application/feed+json; charset=utf-8');
    const document = jsonOf<JsonFeed>(answer);
    expect(document).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Decisions',
      home_page_url: 'https://feed.example/',
      feed_url: 'https://feed.example/feed.json',
    });
    for (const item of document.items) {
      expect(item.id).toMatch(/^urn:minutebook:decision:/);
      expect(item.url).toMatch(/^https:\/\/feed\.example\/decisions\//);
      expect(typeof item.content_text).toBe('string');
      expect(item.date_published).toMatch(rfc3339);
      expect(item).not.toHaveProperty('date_modified');
      expect(item.tags).toEqual(expect.arrayContaining([expect.any(String)]));
    }
  });

  it('has every decision once over its pages, the latest recorded first', async () => {
    const items: Item[] = [];
    for (let url: string | undefined = 'https://feed.example/feed.json'; url !== undefined;) {
      const page: JsonFeed = jsonOf<JsonFeed>(await get(url.replace('https://feed.example', '')));
      items.push(...page.items);
      url = page.next_url;
    }
    expect(items.length).toBeGreaterThanOrEqual(42);
    expect(items).toHaveLength(new Set(items.map(({ id }) => id)).size);
    expect(items.slice(-2).map(({ id }) => id)).toEqual([
      'urn:minutebook:decision:split:v-1',
      'urn:minutebook:decision:agreement:v-1',
    ]);
  });

  it('says in plain words what was decided and why, marks illustrations, and names the language', async () => {
    const all = jsonOf<JsonFeed>(await get('/feed.json?body=council'));
    expect(all.title).toBe('Decisions of Joint Council');
    const { items } = all;
    const example = items.find(({ id }) => id.endsWith(':split:v-1'));
    expect(example).toMatchObject({
      title: '[Illustration] Rejected: Split',
      tags: ['Joint Council', 'rejected', 'Illustration'],
      _cogov: {
        illustration: true,
        outcome: 'rejected',
        counts: { yes: 2, no: 2 },
        record_entries: [16, 17, 18, 19, 20],
      },
    });
    expect(example?.content_text).toMatch(/^This is an illustration/);
    expect(example?.content_text).toContain('union: 0 in favor, measured on 2 votes cast.');
    const real = items.find(({ id }) => id.endsWith(':agreement:v-1'));
    expect(real).toMatchObject({
      title: 'Adopted: Agreement on calendars',
      language: 'en',
      _cogov: { illustration: false },
    });
    expect(real?.tags).toEqual(['Joint Council', 'adopted']);
  });
});

describe('GET /', () => {
  it('leads to everything that is here', async () => {
    const { links } = jsonOf<{ links: { href: string }[] }>(await get('/'));
    const plain = links.filter(({ href }) => !href.includes('{') && !href.endsWith('/events'));
    for (const { href } of plain)
      expect((await get(href.replace('https://feed.example', ''))).status).toBe(200);
    expect(links.some(({ href }) => href.endsWith('/events'))).toBe(true);
  });
});

describe('limits', () => {
  it('refuses who asks too often, and says when to come back', async () => {
    const strict = await startFeed(place, { env: { MINUTEBOOK_RATE_LIMIT: '3' } });
    await strict.whenAt(1);
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push(await ask(`${strict.url}/bodies`));
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(Number(statuses[3]?.headers['retry-after'])).toBeGreaterThan(0);
    await strict.close();
  });
});
