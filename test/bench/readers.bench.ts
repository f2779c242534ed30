import { execFileSync, fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { makePlace, startLedger } from '../../apps/feed/src/testing/running-feed.ts';
import type { Ledger, Place } from '../../apps/feed/src/testing/running-feed.ts';
import { recordBody, recordDecision } from '../../apps/feed/src/testing/scenario.ts';
import type { Memory } from './feed-server.ts';
import { median, quick } from './measure.ts';
import type { Bench, Measured } from './measure.ts';
import type { FromReaders, ToOpen } from './readers-client.ts';

const readers = quick ? 200 : 5_000;
const processes = 4;
const rounds = quick ? 2 : 11;
/** Milliseconds within which the last reader is to have a decision. */
const within = 1_000;

/** The feed needs a file for each reader, and a few for itself. @throws Error where it may not have them */
function checkFiles(): void {
  const allowed = execFileSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }).trim();
  if (allowed !== 'unlimited' && Number(allowed) < readers + 500)
    throw new Error(
      `${readers} readers need that many open files, and this shell allows ${allowed}: ulimit -n ${readers + 500}`,
    );
}

type Feed = Readonly<{ port: number; memory: () => Promise<Memory>; stop: () => Promise<void> }>;

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function startFeed({ data }: Place): Promise<Feed> {
  const env = {
    ...process.env,
    MINUTEBOOK_DATA: data,
    MINUTEBOOK_RATE_LIMIT: '100000000',
    MINUTEBOOK_LOG_LEVEL: 'warn',
  };
  const server = fork(new URL('./feed-server.js', import.meta.url), { env, execArgv: ['--expose-gc'] });
  const [{ feed }] = (await once(server, 'message')) as [{ feed: string }];
  while (!(await fetch(`${feed}/health/ready`)).ok) await setTimeout(20);
  const memory = async (): Promise<Memory> => {
    server.send('memory');
    return ((await once(server, 'message')) as [Memory])[0];
  };
  return { port: Number(new URL(feed).port), memory, stop: () => stopped(server) };
}

class Readers {
  readonly #children: readonly ChildProcess[];

  constructor() {
    this.#children = Array.from({ length: processes }, () =>
      fork(new URL('./readers-client.js', import.meta.url)),
    );
  }

  async open(port: number): Promise<void> {
    const opened = this.#each((message) => 'open' in message);
    const toOpen: ToOpen = { port, readers: readers / processes };
    for (const child of this.#children) child.send(toOpen);
    await opened;
  }

  /** When each reader had an entry, the first first. */
  async have(id: number): Promise<readonly number[]> {
    const told = await this.#each((message) => 'id' in message && message.id === id);
    return told.flatMap((message) => ('at' in message ? message.at : [])).sort((a, b) => a - b);
  }

  async leave(): Promise<void> {
    await Promise.all(this.#children.map(stopped));
  }

  /** The message that is waited for, from each process. */
  #each(isWanted: (message: FromReaders) => boolean): Promise<readonly FromReaders[]> {
    const from = (child: ChildProcess): Promise<FromReaders> =>
      new Promise((resolve, reject) => {
        const listen = (message: FromReaders): void => {
          if (!isWanted(message)) return;
          child.off('message', listen).off('exit', gone);
          resolve(message);
        };
        const gone = (): void => reject(new Error('readers ended: see what they wrote'));
        child.on('message', listen).on('exit', gone);
      });
    return Promise.all(this.#children.map(from));
  }
}

const told = (values: readonly number[]): string => `${Math.round(median(values))} ms`;
const mebibytes = (bytes: number): number => bytes / 1024 / 1024;

/** Decisions one after the other: how long after each was recorded the first, the median and the last reader had it. */
async function decide(
  { store }: Ledger,
  reading: Readers,
): Promise<Readonly<Record<'first' | 'middle' | 'last', number[]>>> {
  const times = { first: [] as number[], middle: [] as number[], last: [] as number[] };
  for (let round = 0; round <= rounds; round++) {
    const vote = { motionId: `live-${round}`, bodyId: 'council', title: `Decision ${round}` };
    const outcome = (await store.head()) + 4;
    const arrivals = reading.have(outcome);
    const begun = performance.timeOrigin + performance.now();
    await recordDecision(store, vote, { at: '2026-01-14' });
    const at = (await arrivals).map((time) => time - begun);
    // The first one warms up.
    if (round === 0) continue;
    times.first.push(at[0] ?? NaN);
    times.middle.push(median(at));
    times.last.push(at.at(-1) ?? NaN);
  }
  return times;
}

async function measure(ledger: Ledger, feed: Feed, reading: Readers): Promise<Measured> {
  const before = await feed.memory();
  await reading.open(feed.port);
  const { first, middle, last } = await decide(ledger, reading);
  const after = await feed.memory();
  const each = (after.rss - before.rss) / 1024 / readers;
  const detail = [
    `a decision of 5 entries reaches the first after ${told(first)}, the median after ${told(middle)}`,
    `the last after ${told(last)} (at worst ${Math.round(Math.max(...last))} ms), from before it is recorded`,
    `the feed holds ${Math.round(mebibytes(after.rss))} MiB, ${Math.round(mebibytes(before.rss))} before: ${each.toFixed(1)} KiB a reader`,
  ];
  const name = `${readers.toLocaleString('en-US')} readers of /events`;
  return { name, ratio: within / median(last), target: 1, detail: detail.join('; ') };
}

/** How long a new decision takes to everybody who reads along, and what they cost. The ratio is of one second. */
export const readersBench: Bench = async () => {
  checkFiles();
  const place = makePlace();
  const ledger = await startLedger(place);
  const reading = new Readers();
  try {
    await recordBody(ledger.store, 'council', 'Council', { at: '2019' });
    await ledger.whenPublished();
    const feed = await startFeed(place);
    try {
      return [await measure(ledger, feed, reading)];
    } finally {
      await reading.leave();
      await feed.stop();
    }
  } finally {
    await reading.leave();
    await ledger.close();
    await place.remove();
  }
};
