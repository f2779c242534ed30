import { describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { Problem } from '#platform';
import { DocumentCache } from './document-cache.ts';
import { cursor, date, id, oneOf, wholeNumber } from './parameters.ts';
import { json, listCaching } from './resource.ts';
import type { Resource } from './resource.ts';
import { serveResource } from './serve-resource.ts';

type Query = Readonly<{
  body?: string;
  from?: string;
  outcome?: 'adopted' | 'rejected';
  cursor?: string;
  limit?: number;
}>;

/** A feed with one resource, which says what it was asked and how often it was rendered. */
function feedWith(holdsFor?: number, showsNames?: true) {
  const state = { position: 1, names: 1, rendered: 0, ready: true };
  const resource: Resource<Query> = {
    path: '/things/:id',
    parameters: {
      body: id,
      from: date,
      outcome: oneOf('adopted', 'rejected'),
      cursor,
      limit: wholeNumber(1, 200),
    },
    mediaType: json,
    cacheControl: listCaching,
    ...(holdsFor !== undefined && { holdsFor }),
    ...(showsNames && { showsNames }),
    render: ({ id: thing, query }) => {
      state.rendered++;
      return thing === 'none'
        ? undefined
        : { body: { thing, query, padding: 'x'.repeat(2000), at: state.position } };
    },
  };
  const position = () => {
    if (!state.ready) throw new Problem('UNAVAILABLE');
    return state.position;
  };
  const record = { position, read: <T>(query: (reads: never) => T) => query(undefined as never) };
  const app = fastify();
  app.setErrorHandler((error, _request, reply) =>
    error instanceof Problem
      ? reply.code(error.status).send(error.toDocument())
      : reply.code(500).send(error),
  );
  serveResource(app, resource, {
    record,
    names: { find: () => undefined, version: () => state.names },
    log: { coverageOf: () => undefined, countersigningOf: () => undefined },
    cache: new DocumentCache(1e6),
    publicUrl: () => 'https://feed.example',
    languages: ['en', 'es'],
  });
  const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
  return { app, state, get };
}

describe('a resource', () => {
  it('is rendered once for each state of the record', async () => {
    const { get, state } = feedWith();
    const first = await get('/things/a');
    expect(first.statusCode).toBe(200);
    expect((await get('/things/a')).headers.etag).toBe(first.headers.etag);
    expect(state.rendered).toBe(1);
    state.position = 2;
    expect((await get('/things/a')).headers.etag).not.toBe(first.headers.etag);
    expect(state.rendered).toBe(2);
  });

  it('is rendered anew when a name was published or forgotten, where it shows names', async () => {
    for (const [showsNames, times] of [
      [true, 2],
      [undefined, 1],
    ] as const) {
      const { get, state } = feedWith(undefined, showsNames);
      await get('/things/a');
      state.names = 2;
      await get('/things/a');
      expect(state.rendered).toBe(times);
    }
  });

  it('answers 304 to who has the representation that would be sent, and to nobody else', async () => {
    const { get } = feedWith();
    const plain = await get('/things/a');
    const br = await get('/things/a', { 'accept-encoding': 'br' });
    const known = (etag: unknown, encoding: string) =>
      get('/things/a', { 'if-none-match': String(etag), 'accept-encoding': encoding });
    const unchanged = await known(br.headers.etag, 'br');
    expect(unchanged.statusCode).toBe(304);
    expect(unchanged.rawPayload).toHaveLength(0);
    expect(unchanged.headers).toMatchObject({ etag: br.headers.etag, vary: 'accept-encoding' });
    expect(unchanged.headers['cache-control']).toBe(br.headers['cache-control']);
    expect((await known(plain.headers.etag, 'br')).statusCode).toBe(200);
    expect((await known(plain.headers.etag, 'identity')).statusCode).toBe(304);
  });

  it('answers HEAD with the headers of GET and nothing else', async () => {
    const { app, get } = feedWith();
    for (const encoding of ['identity', 'br', 'gzip']) {
      const headers = { 'accept-encoding': encoding };
      const [asked, head] = [
        await get('/things/a', headers),
        await app.inject({ method: 'HEAD', url: '/things/a', headers }),
      ];
      expect(head.rawPayload).toHaveLength(0);
      expect({ ...head.headers, date: '' }).toEqual({ ...asked.headers, date: '' });
      expect(head.headers['content-length']).toBe(String(asked.rawPayload.length));
    }
  });

  it('gives parameters as they are meant', async () => {
    const { get } = feedWith();
    const answer = await get('/things/a?from=2019-fall&outcome=adopted&limit=5&body=cssc');
    expect(answer.json()).toMatchObject({
      query: { from: '2019-fall', outcome: 'adopted', limit: 5, body: 'cssc' },
    });
  });

  it.each([
    ['?colour=red', '/colour', 'body, from, outcome, cursor, limit'],
    ['?outcome=maybe', '/outcome', 'adopted, rejected'],
    ['?outcome=', '/outcome', 'adopted, rejected'],
    ['?from=yesterday', '/from', '2019-fall'],
    ['?from=unknown', '/from', '2019-fall'],
    ['?limit=0', '/limit', '1 to 200'],
    ['?limit=1e1', '/limit', '1 to 200'],
    ['?body=A%20B', '/body', 'lower-case'],
    ['?body=a&body=b', '/body', 'twice'],
    ['?__proto__=a', '/__proto__', 'no such parameter'],
  ])('refuses %s and says what is accepted', async (search, pointer, accepted) => {
    const answer = await feedWith().get(`/things/a${search}`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ pointer }] });
    expect(answer.json<{ detail: string }>().detail).toContain(accepted);
  });

  it('that is not there is a 404, and one that cannot be had as asked a 406', async () => {
    const { get } = feedWith();
    expect((await get('/things/none')).statusCode).toBe(404);
    expect((await get('/things/a', { 'accept-encoding': 'zstd, identity;q=0' })).statusCode).toBe(406);
  });

  it('is not served from memory while the record is not ready', async () => {
    const { get, state } = feedWith();
    await get('/things/a');
    state.ready = false;
    expect((await get('/things/a')).statusCode).toBe(503);
  });
});
