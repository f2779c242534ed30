import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { SqliteEventStore } from '#event-store-sqlite';
import { accessWriter } from '../../apps/cli/src/keys/access-writer.ts';
import { issue } from '../../apps/cli/src/keys/issue.ts';
import { makeApiKey } from '../../libs/platform/src/auth/api-key.ts';
import { ballotsIn, decide, openVotes, prepareMeeting, seatIds } from './ballots.ts';
import type { Ballot } from './ballots.ts';
import { alternate, median, perSecond, quick } from './measure.ts';
import type { Bench, Measured } from './measure.ts';

const connections = 64;
/** Milliseconds: autocannon looks so often whether it is done, and by default once a second only. */
const sampleInt = 10;
const rounds = 5;
/** Votes of each round; each has a ballot of every seat. */
const votesPerRound = quick ? 4 : 128;
const readsPerRound = quick ? 640 : 10_000;

type Server = Readonly<{
  process: ChildProcess;
  ledger: string;
  bare: string;
  key: string;
  stop: () => Promise<void>;
}>;

async function startLedger(): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'minutebook-bench-'));
  const data = join(folder, 'data');
  await mkdir(join(data, 'ledger'), { recursive: true });
  const { key } = makeApiKey('bench');
  const store = await SqliteEventStore.open({ file: join(data, 'ledger', 'events.sqlite') });
  await issue(accessWriter(store), key, { role: 'secretary', label: 'Bench' });
  await store.close();

  const limits = { MINUTEBOOK_RATE_LIMIT: '0', MINUTEBOOK_LOG_LEVEL: 'warn', MINUTEBOOK_DATA: data };
  const process_ = fork(new URL('./ledger-server.js', import.meta.url), {
    env: { ...process.env, ...limits },
  });
  const [{ ledger, bare }] = (await once(process_, 'message')) as [
    Readonly<{ ledger: string; bare: string }>,
  ];
  const stop = async (): Promise<void> => {
    process_.kill('SIGTERM');
    await once(process_, 'exit');
    await rm(folder, { recursive: true });
  };
  return { process: process_, ledger, bare, key, stop };
}

type Load = Readonly<{ url: string; key: string; requests: readonly Ballot[] }>;
type Loaded = Readonly<{ rate: number; p99: number }>;

/** @throws Error when an answer was anything but a success: a refusal is cheaper and would flatter us */
function checked(result: autocannon.Result, amount: number): Loaded {
  const good = result['2xx'];
  if (good !== amount) throw new Error(`${amount - good} of ${amount} requests failed`);
  return {
    rate: (good * 1000) / (result.finish.getTime() - result.start.getTime()),
    p99: result.latency.p99,
  };
}

async function post({ url, key, requests }: Load): Promise<Loaded> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  let next = 0;
  const setupRequest = (request: autocannon.Request): autocannon.Request => ({
    ...request,
    ...requests[next++],
  });
  const amount = requests.length;
  const result = await autocannon({
    url,
    connections,
    amount,
    sampleInt,
    requests: [{ method: 'POST', headers, setupRequest }],
  });
  return checked(result, amount);
}

async function get(url: string, key: string): Promise<number> {
  const headers = { authorization: `Bearer ${key}` };
  const result = await autocannon({ url, connections, amount: readsPerRound, headers, sampleInt });
  return checked(result, readsPerRound).rate;
}

async function writes({ ledger: url, key }: Server): Promise<Measured> {
  let round = 0;
  const p99s: number[] = [];
  const ours = async (): Promise<number> => {
    const from = votesPerRound * round++;
    await openVotes(url, key, from, votesPerRound);
    const { rate, p99 } = await post({ url, key, requests: ballotsIn(from, votesPerRound) });
    p99s.push(p99);
    return rate;
  };
  const nothing = async (): Promise<number> => {
    const requests = ballotsIn(0, votesPerRound).map(({ body }) => ({
      path: '/v1/nothings/n/record-nothing',
      body,
    }));
    return (await post({ url, key, requests })).rate;
  };
  const result = await alternate(rounds, ours, nothing);
  const p99 = `p99 ${median(p99s.slice(1))} ms`;
  return {
    name: 'HTTP recordBallot, durable',
    ratio: result.ratio,
    target: 0.4,
    detail: `${perSecond(result.ours)} against ${perSecond(result.bare)} that store nothing; ${connections} connections, ${p99}`,
  };
}

async function reads({ process: server, ledger, bare, key }: Server): Promise<Measured> {
  const path = await decide(ledger, key, votesPerRound * (rounds + 2));
  const answer = await fetch(ledger + path, { headers: { authorization: `Bearer ${key}` } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`the decision cannot be read: ${text}`);
  server.send(text);
  await once(server, 'message');
  const decision = ledger + path.split('?')[0];
  const result = await alternate(
    rounds,
    () => get(decision, key),
    () => get(`${bare}/bytes`, key),
  );
  return {
    name: 'HTTP getDecision',
    ratio: result.ratio,
    target: 0.6,
    detail: `${perSecond(result.ours)} against ${perSecond(result.bare)} of a bare Fastify; ${text.length} characters, ${seatIds.length} seats`,
  };
}

/** The ledger against the least that could answer the same requests. */
export const httpBench: Bench = async () => {
  const server = await startLedger();
  try {
    await prepareMeeting(server.ledger, server.key);
    return [await writes(server), await reads(server)];
  } finally {
    await server.stop();
  }
};
