import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makePlace, startFeed, startLedger } from '../testing/running-feed.ts';
import type { Feed, Ledger } from '../testing/running-feed.ts';
import { hostileTitle } from '../testing/hostile.ts';
import { recordBody, recordDecision } from '../testing/scenario.ts';

const place = makePlace();
let ledger: Ledger;
let feed: Feed;

beforeAll(async () => {
  ledger = await startLedger(place);
  await recordBody(ledger.store, 'council', 'Council', { at: '2026-01-07', lang: 'en' });
  const vote = { bodyId: 'council', motionId: 'trees', title: 'Two trees' };
  await recordDecision(ledger.store, vote, { at: '2026-01-14', lang: 'es' });
  await recordDecision(
    ledger.store,
    { ...vote, motionId: 'hostile', title: hostileTitle, seats: 3, noes: ['union-1', 'union-2'] },
    { at: '2026-01-15' },
  );
  const withoutVote = [
    { seatId: 'chair', option: 'not voting', present: true },
    { seatId: 'clerk', option: 'absent', present: false },
  ] as const;
  await recordDecision(ledger.store, { ...vote, motionId: 'bench', withoutVote }, { at: '2026-01-16' });
  await ledger.whenPublished();
  feed = await startFeed(place);
  await feed.whenAt(await ledger.store.head());
});
afterAll(async () => {
  await feed.close();
  await ledger.close();
  await place.remove();
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(feed.url + path, { headers, redirect: 'manual' });
const pageOf = async (path: string): Promise<string> => (await get(path)).text();

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const decision = '/decisions/trees:v-1';

it('a page of a decision tells of the seats without a vote that its quorum demands', async () => {
  const inEnglish = await pageOf('/en/decisions/bench:v-1');
  expect(inEnglish).toContain('chair has no vote, and the quorum requires the seat: it was present.');
  expect(inEnglish).toContain('clerk has no vote, and the quorum requires the seat: it was absent.');
  expect(await pageOf('/es/decisions/bench:v-1')).toContain('chair no tiene voto');
  expect(await pageOf('/en/decisions/trees:v-1')).not.toContain('has no vote');
});

describe('the address of a thing', () => {
  it('sends a browser to the page, in the language that it asks for', async () => {
    const answer = await get(decision, { ...browser, 'accept-language': 'es-MX,es;q=0.9' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/es${decision}`);
    expect(answer.headers.get('vary')).toBe('accept, accept-language');
  });

  it('answers programs with JSON, which a cache keeps apart', async () => {
    const answer = await get(decision);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(answer.headers.get('vary')).toBe('accept, accept-encoding');
    expect(await answer.json()).toMatchObject({ decisionId: 'trees:v-1' });
  });

  it('keeps the parameters', async () => {
    const answer = await get('/decisions?outcome=adopted', browser);
    expect(answer.headers.get('location')).toBe('/en/decisions?outcome=adopted');
  });
});

/** Without data for machines, which is in an element that is never run and that nothing in it can end. */
const withoutData = (html: string): string =>
  html.replaceAll(/<script type="application\/ld\+json">[^<]*<\/script>/g, '');

describe('a page', () => {
  it.each([
    ['/motions/trees', /unsafe|script-src|connect-src|https?:|\*/, /<script/g, 0],
    [decision, /unsafe|https?:|\*/, /<script type="module" src="\/assets\/check-[\w-]+\.js">/g, 1],
  ])('%s frames nothing, sets nothing and asks nobody else', async (path, forbidden, script, scripts) => {
    const answer = await get(`/en${path}`);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(forbidden);
    expect(answer.headers.get('set-cookie')).toBeNull();
    const html = withoutData(await answer.text());
    expect(html.match(/<script/g) ?? []).toHaveLength(scripts);
    expect(html.match(script) ?? []).toHaveLength(scripts);
    expect(html).not.toMatch(/style="|<style| on\w+=/);
    const fetched = [
      ...html.matchAll(/<(?:link[^>]*rel="(?:stylesheet|icon)"[^>]*href|(?:img|script)[^>]*src)="([^"]*)"/g),
    ];
    for (const [, url] of fetched) expect(url).toMatch(/^\/assets\//);
  });

  it('of a decision has one script, a file of ours that may ask nobody but the feed', async () => {
    const answer = await get(`/en${decision}`);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/; script-src 'self'; connect-src 'self'$/);
    const [, address = ''] = /<script type="module" src="([^"]*)"/.exec(await answer.text()) ?? [];
    const script = await get(address);
    expect(script.status).toBe(200);
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('is asked for again without being rendered', async () => {
    const first = await get(`/en${decision}`);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"/);
    expect((await get(`/en${decision}`, { 'if-none-match': etag })).status).toBe(304);
    expect((await get(`/es${decision}`, { 'if-none-match': etag })).status).toBe(200);
  });

  it('weighs less than 60 KB compressed, with what it fetches', async () => {
    const html = await pageOf(`/en${decision}`);
    const assets = [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, url]) => url ?? '');
    const sizes = await Promise.all(
      [`/en${decision}`, ...new Set(assets)].map(async (path) => {
        const { headers } = await fetch(feed.url + path, {
          method: 'HEAD',
          headers: { 'accept-encoding': 'gzip' },
        });
        return Number(headers.get('content-length'));
      }),
    );
    expect(Math.min(...sizes)).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(60_000);
  });

  it('keeps its assets for a year under names that hold their hashes', async () => {
    const [, css = ''] = /href="(\/assets\/style-[\w-]{12}\.css)"/.exec(await pageOf('/en/')) ?? [];
    const answer = await get(css);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect((await get(css, { 'if-none-match': answer.headers.get('etag') ?? '' })).status).toBe(304);
  });

  it('shows hostile texts and does nothing that they say', async () => {
    for (const path of ['/en/', '/en/decisions', '/es/decisions/hostile:v-1', '/en/decisions/hostile:v-1']) {
      const html = await pageOf(path);
      expect(html).toContain('&lt;script>document.title=');
      const foreign = withoutData(html).replace(
        /<script type="module" src="\/assets\/check-[\w-]+\.js"><\/script>/,
        '',
      );
      expect(foreign).not.toMatch(/<script|<img src=x|<svg onload|<a href="javascript/);
      expect(/<title>(.*?)<\/title>/s.exec(html)?.[1]).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    }
  });

  it('says what the record says, in its own language, and the rest in that of the page', async () => {
    const html = await pageOf(`/es${decision}`);
    expect(html).toContain('<html lang="es">');
    expect(html).toContain('<bdi lang="es">Two trees</bdi>');
    expect(html).toContain('14 de enero de 2026');
    expect(html).toContain('Council la aprobó. 4 de 4 votos fueron a favor.');
    expect(await pageOf(`/en${decision}`)).toContain('Council adopted this. 4 of 4 votes were in favor.');
  });

  it('tells which side did not agree', async () => {
    expect(await pageOf('/en/decisions/hostile:v-1')).toContain(
      'Council did not adopt this. 4 of 6 votes were in favor, but The union did not agree',
    );
  });

  it('leads to the same page in every language and to its data', async () => {
    const html = await pageOf(`/en${decision}`);
    expect(html).toContain(`href="/es${decision}" lang="es" hreflang="es"`);
    expect(html).toContain(`<link rel="alternate" hreflang="es" href="${feed.url}/es${decision}"/>`);
    expect(html).toContain(`<a href="${decision}" type="application/json">`);
  });
});

describe('the list of decisions', () => {
  it('takes what a form left empty for not given', async () => {
    const html = await pageOf('/en/decisions?body=&outcome=rejected&from=&to=');
    expect(html).toContain('hostile:v-1');
    expect(html).not.toContain('trees:v-1');
    expect(html).toContain('<option value="rejected" selected>');
  });
});

describe('a page that there is not', () => {
  it.each([
    ['/en/decisions/none:v', 404, 'There is no such page'],
    ['/es/decisions/none:v', 404, 'Esta página no existe'],
    ['/en/nothing/at/all', 404, 'There is no such page'],
    ['/es/decisions?color=green', 400, 'Esta dirección pide algo que no existe'],
  ])('%s: %i', async (path, status, words) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await answer.text()).toContain(words);
  });
});
