import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import autocannon from 'autocannon';
import { makePlace, startLedger } from '../../apps/feed/src/testing/running-feed.ts';
import type { Place } from '../../apps/feed/src/testing/running-feed.ts';
import { recordBody, recordDecision } from '../../apps/feed/src/testing/scenario.ts';
import type { ToSend } from './feed-server.ts';
import { alternate, perSecond, quick } from './measure.ts';
import type { Bench, Measured } from './measure.ts';

const connections = 64;
const rounds = 7;
const readsPerRound = quick ? 640 : 15_000;
const decisions = quick ? 10 : 200;
/** Milliseconds: autocannon looks so often whether it is done, and by default once a second only. */
const sampleInt = 10;
const seatsPerConstituency = 32;

type Urls = Readonly<{ feed: string; bare: string }>;
type Server = Urls & Readonly<{ process: ChildProcess; stop: () => Promise<void> }>;

/** A public record with a body and decisions of 64 seats each. */
async function publish(place: Place): Promise<void> {
  const ledger = await startLedger(place);
  await recordBody(ledger.store, 'council', 'Council', { at: '2019' });
  for (let n = 0; n < decisions; n++) {
    const vote = { motionId: `m-${n}`, bodyId: 'council', title: `No. ${n}`, seats: seatsPerConstituency };
    await recordDecision(ledger.store, vote, { at: '2026-01-14' });
  }
  await ledger.whenPublished();
  await ledger.close();
}

async function startServer({ data }: Place): Promise<Server> {
  // The limit stays on: it is a part of what is measured.
  const env = {
    ...process.env,
    MINUTEBOOK_DATA: data,
    MINUTEBOOK_RATE_LIMIT: '100000000',
    MINUTEBOOK_LOG_LEVEL: 'warn',
  };
  const server = fork(new URL('./feed-server.js', import.meta.url), { env });
  const [urls] = (await once(server, 'message')) as [Urls];
  while (!(await fetch(`${urls.feed}/health/ready`)).ok) await setTimeout(20);
  const stop = async (): Promise<void> => {
    server.kill('SIGTERM');
    await once(server, 'exit');
  };
  return { ...urls, process: server, stop };
}

type Ask = Readonly<{ path: string; headers: Readonly<Record<string, string>> }>;

const ownHeaders = [
  'content-type',
  'content-encoding',
  'cache-control',
  'etag',
  'vary',
  'last-modified',
  'content-security-policy',
  'content-language',
];

/** What the feed sends, byte for byte, for the bare server to send too. */
async function whatIsSent(url: string, { path, headers }: Ask): Promise<ToSend> {
  const asking = request(url + path, { headers, agent: false }).end();
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`${path} answered ${response.statusCode}`);
  const sent = ownHeaders.flatMap((name) => {
    const value = response.headers[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return { body: (await buffer(response)).toString('base64'), headers: Object.fromEntries(sent) };
}

/** @throws Error when an answer was anything but a success: a refusal is cheaper and would flatter us */
async function rateOf(url: string, headers: Ask['headers']): Promise<number> {
  const result = await autocannon({ url, connections, amount: readsPerRound, headers, sampleInt });
  const good = result['2xx'];
  if (good !== readsPerRound) throw new Error(`${readsPerRound - good} of ${readsPerRound} requests failed`);
  return (good * 1000) / (result.finish.getTime() - result.start.getTime());
}

async function compare(server: Server, name: string, ask: Ask): Promise<Measured> {
  const sent = await whatIsSent(server.feed, ask);
  server.process.send(sent);
  await once(server.process, 'message');
  const { ours, bare, ratio } = await alternate(
    rounds,
    () => rateOf(server.feed + ask.path, ask.headers),
    () => rateOf(`${server.bare}/bytes`, ask.headers),
  );
  const bytes = Buffer.byteLength(sent.body, 'base64');
  const detail = `${perSecond(ours)} against ${perSecond(bare)} of a bare Fastify; ${bytes} bytes, ${connections} connections`;
  return { name, ratio, target: 0.6, detail };
}

/** The feed against a Fastify handler that sends the same bytes. */
export const feedBench: Bench = async () => {
  const place = makePlace();
  try {
    await publish(place);
    const server = await startServer(place);
    try {
      const decision = '/decisions/m-7:v-1';
      return [
        await compare(server, 'Feed /decisions/{id}', { path: decision, headers: {} }),
        await compare(server, 'Feed /decisions/{id}, br', {
          path: decision,
          headers: { 'accept-encoding': 'br' },
        }),
        await compare(server, 'Page /en/decisions/{id}, br', {
          path: `/en${decision}`,
          headers: { 'accept-encoding': 'br', accept: 'text/html' },
        }),
        await compare(server, 'Feed /feed.json, br', {
          path: '/feed.json',
          headers: { 'accept-encoding': 'br' },
        }),
      ];
    } finally {
      await server.stop();
    }
  } finally {
    await place.remove();
  }
};
