import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { NewEvent } from '#event-store';
import { SqliteEventStore } from '#event-store-sqlite';
import { uuidV7 } from '#recording';
import type { LogThreadData } from './log-thread.ts';
import { alternate, perSecond, quick, rate } from './measure.ts';
import type { Measured } from './measure.ts';

/** Appends at the same time. */
const inFlight = 64;
/** Half a second of work or more: checkpoints are made while every round runs. */
const eventsPerRound = (quick ? 10 : 40) * inFlight;
const rounds = 15;

const thread = new URL(`./log-thread${extname(import.meta.filename)}`, import.meta.url);
const execArgv = process.execArgv.filter((arg) => arg.startsWith('--conditions'));

const streams = Array.from({ length: 500 }, () => `motion-${uuidV7()}`);
const at = '2026-09-01T18:00:00.000Z';
const occurredAt = { literal: at, precision: 'instant', earliest: at, latest: at };

/** A public event, as a ledger records it. */
const ballot = (): NewEvent => ({
  id: uuidV7(),
  type: 'BallotRecorded',
  data: JSON.stringify({ voteEventId: uuidV7(), seatId: 'seat-7', option: 'yes', by: 'member' }),
  metadata: JSON.stringify({
    ...{ schemaVersion: 1, occurredAt, recordingMode: 'live', visibility: 'public' },
    ...{ recordedBy: { kind: 'api_key', id: 'bench', role: 'secretary' } },
    ...{ commandId: uuidV7(), $correlationId: uuidV7() },
  }),
});

/** A ledger, and the thread that publishes what is in it. */
class Ledger {
  readonly #store: SqliteEventStore;
  readonly #thread: Worker;
  #events = 0;

  constructor(store: SqliteEventStore, worker: Worker) {
    this.#store = store;
    this.#thread = worker;
    // Whatever fails in it is thrown here.
    worker.once('error', (error) => {
      throw error;
    });
  }

  static async open(folder: string, seals: boolean): Promise<Ledger> {
    await mkdir(folder);
    const store = await SqliteEventStore.open({ file: join(folder, 'ledger.sqlite') });
    const workerData: LogThreadData = { folder, seals };
    return new Ledger(store, new Worker(thread, { workerData, execArgv }));
  }

  /** Appends per second, while the thread publishes and seals; the rest of its work is waited for, uncounted. */
  async round(): Promise<number> {
    const queue = Array.from({ length: eventsPerRound }, ballot).values();
    const appender = async () => {
      for (const event of queue)
        await this.#store.append(streams[Math.floor(Math.random() * streams.length)] ?? '', 'any', [event]);
    };
    const appends = await rate(eventsPerRound, () => Promise.all(Array.from({ length: inFlight }, appender)));
    this.#events += eventsPerRound;
    this.#thread.postMessage(this.#events);
    await once(this.#thread, 'message');
    return appends;
  }

  async close(): Promise<void> {
    this.#thread.postMessage('stop');
    await once(this.#thread, 'exit');
    await this.#store.close();
  }
}

/** Durable appends to a ledger whose record is published and sealed, and to one whose record is only published. */
export async function logBench(): Promise<readonly Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'minutebook-bench-'));
  const [sealed, unsealed] = [
    await Ledger.open(join(folder, 'sealed'), true),
    await Ledger.open(join(folder, 'unsealed'), false),
  ];
  try {
    const { ratio, ...rates } = await alternate(
      rounds,
      () => sealed.round(),
      () => unsealed.round(),
    );
    const detail =
      `${perSecond(rates.ours)} with ${inFlight} in flight while the record is published and sealed, ` +
      `${perSecond(rates.bare)} while it is only published`;
    return [{ name: 'log: durable appends beside sealing', ratio, target: 0.9, detail }];
  } finally {
    await Promise.all([sealed.close(), unsealed.close()]);
    await rm(folder, { recursive: true });
  }
}

if (import.meta.main) console.log(await logBench());
