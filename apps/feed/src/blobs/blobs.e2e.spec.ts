import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainEvent, Visibility } from '#governance';
import { makePlace, startFeed, startLedger } from '../testing/running-feed.ts';
import type { Feed, Ledger } from '../testing/running-feed.ts';
import { recordEvents } from '../testing/scenario.ts';

const place = makePlace();
let ledger: Ledger;
let feed: Feed;

async function post(text: string, visibility: Visibility): Promise<string> {
  const sha256 = await ledger.blobs.put(Buffer.from(text), 'text/markdown; charset=utf-8');
  const event: DomainEvent = { type: 'AgendaPosted', postingId: text, places: [], itemIds: [], sha256 };
  await recordEvents(ledger.store, `meeting-${visibility}`, [event], { at: '2026-01-14', visibility });
  return sha256;
}

let open: string;
let closed: string;
let both: string;
let unused: string;
beforeAll(async () => {
  ledger = await startLedger(place);
  open = await post('# Agenda', 'public');
  closed = await post('# Closed session', 'closed_session');
  both = await post('# Reported out', 'sealed');
  await post('# Reported out', 'public');
  unused = await ledger.blobs.put(Buffer.from('nobody refers to it'), 'text/plain');
  feed = await startFeed(place);
  await feed.whenAt(await ledger.store.head());
});
afterAll(async () => {
  await feed.close();
  await ledger.close();
  await place.remove();
});

const ask = (sha256: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${feed.url}/blobs/${sha256}`, { headers, method });

describe('GET /blobs/{sha256}', () => {
  it('serves what a public event refers to, for ever', async () => {
    const answer = await ask(open);
    expect([answer.status, await answer.text()]).toEqual([200, '# Agenda']);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/markdown; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      etag: `"${open}"`,
      'content-length': '8',
      'access-control-allow-origin': '*',
    });
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(await (await ask(both)).text()).toBe('# Reported out');
  });

  it('does not send again what the reader has', async () => {
    const answer = await ask(open, { 'if-none-match': `"${open}"` });
    expect([answer.status, await answer.text()]).toEqual([304, '']);
    expect((await ask(open, { 'if-none-match': `"${closed}"` })).status).toBe(200);
    const head = await ask(open, {}, 'HEAD');
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, `"${open}"`, '']);
  });

  it.each([
    ['that only an event of a closed session refers to', () => closed],
    ['that no event refers to', () => unused],
    ['that is unknown', () => '0'.repeat(64)],
    ['whose name is none', () => '..%2Fpublic.sqlite'],
  ])('knows nothing of a text %s', async (_text, name) => {
    const answer = await ask(name());
    expect([answer.status, await answer.json()]).toEqual([
      404,
      expect.objectContaining({ code: 'NOT_FOUND' }),
    ]);
    expect((await ask(name(), { 'if-none-match': '*' })).status).toBe(404);
  });

  it('takes no parameters', async () => {
    expect((await ask(`${open}?x=1`)).status).toBe(400);
  });
});
