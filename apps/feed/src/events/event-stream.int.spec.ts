import { afterEach, describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { MemoryEventStore } from '#event-store';
import type { EventStore } from '#event-store';
import { Problem } from '#platform';
import { readEntries } from '#public-record';
import { closedEvent, publicEvent, publishAll, record } from '#public-record/testing';
import { connect } from '../testing/sse-client.ts';
import type { ServerSentEvent } from '../testing/sse-client.ts';
import { serveEvents } from './event-routes.ts';
import { EventStream } from './event-stream.ts';
import type { EventStreamOptions } from './event-stream.ts';

const cleanUp: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const clean of cleanUp.splice(0)) await clean();
});

type Running = Readonly<{
  url: string;
  stream: EventStream;
  ledger: EventStore;
  publicStore: EventStore;
  publish: (count: number, text?: string) => Promise<void>;
}>;

async function serve(options: Partial<EventStreamOptions> = {}, entries = 0): Promise<Running> {
  const [ledger, publicStore] = [new MemoryEventStore(), new MemoryEventStore()];
  const publish = async (count: number, text?: string) => {
    const events = Array.from({ length: count }, (_, i) => (i % 2 ? closedEvent(text) : publicEvent(text)));
    await record(ledger, events);
    await publishAll(ledger, publicStore);
  };
  await publish(entries);
  const stream = new EventStream(options);
  const app = fastify();
  app.setErrorHandler((error, _request, reply) =>
    error instanceof Problem
      ? reply
          .code(error.status)
          .headers({ ...error.details.headers })
          .send(error.toDocument())
      : reply.code(500).send(error),
  );
  serveEvents(app, stream);
  const stop = new AbortController();
  const following = stream.follow(publicStore, stop.signal);
  const url = `${await app.listen({ host: '127.0.0.1', port: 0 })}/events`;
  cleanUp.push(async () => {
    stream.close();
    stop.abort();
    await following;
    await app.close();
  });
  return { url, stream, ledger, publicStore, publish };
}

const idsOf = (events: readonly ServerSentEvent[]) => events.map(({ id }) => id);
const from0 = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('GET /events', () => {
  it('sends every entry as it is hashed, then each as it comes', async () => {
    const { url, publicStore, publish } = await serve({}, 5);
    const client = await connect(url);
    expect(client.response.headers['content-type']).toMatch(/^text\/event-stream/);
    expect(await client.nextOther()).toBe('retry: 3000');
    const first = await client.take(5);
    await publish(3);
    const events = [...first, ...(await client.take(3))];
    expect(idsOf(events)).toEqual(from0(8));
    expect(events.map(({ data }) => data)).toEqual(
      (await readEntries(publicStore, 0, 100)).map(({ text }) => text),
    );
    client.leave();
  });

  it.each([
    ['?after=2', {}, [3, 4]],
    ['?after=-1', {}, [0, 1]],
    ['', { 'last-event-id': '3' }, [4, 5]],
    ['?after=0', { 'last-event-id': '3' }, [4, 5]],
    ['?after=1', { 'last-event-id': '' }, [2, 3]],
    ['?after=latest', {}, [5, 6]],
    ['?after=5', {}, [6, 7]],
  ])('goes on after the place that is named: %s %j', async (search, headers, ids) => {
    const { url, publish } = await serve({}, 5);
    const client = await connect(`${url}${search}`, headers);
    await client.nextOther();
    await publish(3);
    expect(idsOf(await client.take(2))).toEqual(ids);
    client.leave();
  });

  it.each([
    ['?after=-2', {}],
    ['?after=1.5', {}],
    ['?since=1', {}],
    ['', { 'last-event-id': 'x' }],
  ])('refuses a place that there cannot be: %s %j', async (search, headers) => {
    const { url } = await serve();
    expect((await connect(`${url}${search}`, headers)).response.statusCode).toBe(400);
  });

  it('has neither gaps nor repeats for who comes and goes while entries are published', async () => {
    const { url, publish } = await serve({}, 100);
    const publishing = (async () => {
      for (let i = 0; i < 30; i++) await publish(10);
    })();
    const events: ServerSentEvent[] = [];
    while (events.length < 400) {
      const last = events.at(-1)?.id;
      const client = await connect(url, last === undefined ? {} : { 'last-event-id': String(last) });
      events.push(...(await client.take(Math.min(1 + Math.floor(Math.random() * 60), 400 - events.length))));
      client.leave();
    }
    await publishing;
    expect(idsOf(events)).toEqual(from0(400));
  });

  it('catches up over more than it keeps in memory or sends at a time', async () => {
    const { url, publish } = await serve();
    await publish(300, 'x'.repeat(20_000));
    const client = await connect(url);
    expect(idsOf(await client.take(300))).toEqual(from0(300));
    client.leave();
  });

  it('drops a reader that does not read, and lets it go on where it was', async () => {
    const { url, stream, publish } = await serve({ patience: 50 });
    const slow = await connect(url);
    await publish(600, 'x'.repeat(20_000));
    while (stream.readers > 0) await new Promise(setImmediate);
    const arrived = [...(await slow.take(600))];
    expect(arrived.length).toBeLessThan(600);
    // On a busy machine it is dropped more than once.
    while (arrived.length < 600) {
      const last = arrived.at(-1)?.id;
      const back = await connect(url, last === undefined ? {} : { 'last-event-id': String(last) });
      arrived.push(...(await back.take(600 - arrived.length)));
      back.leave();
    }
    expect(idsOf(arrived)).toEqual(from0(600));
  });

  it('has places for so many readers, and for so many from one address', async () => {
    const { url, stream } = await serve({ maxReaders: 3, maxReadersPerAddress: 2 });
    const readers = [await connect(url), await connect(url)];
    const refused = await connect(url);
    expect(refused.response.statusCode).toBe(429);
    expect(refused.response.headers['retry-after']).toBe('30');
    readers[0]?.leave();
    while (stream.readers > 1) await new Promise(setImmediate);
    expect((await connect(url)).response.statusCode).toBe(200);
    const full = await serve({ maxReaders: 0 });
    expect((await connect(full.url)).response.statusCode).toBe(503);
    for (const reader of readers) reader.leave();
  });

  it('gives signs of life', async () => {
    const { url } = await serve({ heartbeatEvery: 5 });
    const client = await connect(url);
    await client.nextOther();
    expect(await client.nextOther()).toBe(':');
    client.leave();
  });

  it('ends in good order', async () => {
    const { url, stream } = await serve({}, 2);
    const client = await connect(url);
    await client.take(2);
    stream.close();
    expect(await client.take(1)).toEqual([]);
    expect(client.response.complete).toBe(true);
    expect((await connect(url)).response.statusCode).toBe(503);
  });

  it('answers HEAD at once', async () => {
    const { url, stream } = await serve();
    const answer = await fetch(url, { method: 'HEAD' });
    expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(stream.readers).toBe(0);
  });
});

describe('before the record is open', () => {
  it('there is nothing to read', () => {
    const stream = new EventStream();
    expect(() => stream.checkPlace('a')).toThrow(Problem);
    stream.close();
  });
});
