import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore, NewEvent } from '#event-store';
import { SqliteEventStore } from '#event-store-sqlite';
import { uuidV7 } from '#recording';
import { openForWriting } from '../../libs/event-store-sqlite/src/schema.ts';
import { alternate, perSecond, rate } from './measure.ts';
import type { Measured } from './measure.ts';

/** Appends at the same time, which is also how many rows the bare loop puts into one transaction. */
const inFlight = 64;
const eventsPerRound = 60 * inFlight;
const rounds = 15;
/** Rounds before those that are measured: a store with a history has deeper indexes than a new one. */
const roundsOfHistory = 10;

type Row = Readonly<{ stream: string; event: NewEvent }>;

const streams = Array.from({ length: 500 }, () => `motion-${uuidV7()}`);
const text = 'A motion to recommend the school as proposed. '.repeat(4);

/** About 500 bytes each, in the order in which time-ordered ids come. */
const rowsOfRound = (): readonly Row[] =>
  Array.from({ length: eventsPerRound }, () => ({
    stream: streams[Math.floor(Math.random() * streams.length)] ?? '',
    event: {
      id: uuidV7(),
      type: 'BallotRecorded',
      data: JSON.stringify({ seatId: 'seat-7', option: 'yes', text }),
      metadata: JSON.stringify({ schemaVersion: 1, commandId: uuidV7(), recordedBy: 'secretary', text }),
    },
  }));

async function appendAll(store: EventStore, rows: readonly Row[]): Promise<void> {
  const queue = rows.values();
  const appender = async () => {
    for (const { stream, event } of queue) await store.append(stream, 'any', [event]);
  };
  await Promise.all(Array.from({ length: inFlight }, appender));
}

/** Inserts rows and does nothing else: streams, revisions and positions are known beforehand. */
function bareLoop(file: string) {
  const db = openForWriting(file, 0);
  const newStream = db.prepare('INSERT INTO streams (id, name) VALUES (?, ?)');
  const insert = db.prepare(
    `INSERT INTO events (position, stream, revision, append_size, id, type, recorded_at, data, metadata)
     VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?)`,
  );
  streams.forEach((name, i) => newStream.run(i + 1, name));
  const revisions = streams.map(() => 0);
  const recordedAt = new Date().toISOString();
  let position = 0;

  const plan = (rows: readonly Row[]) =>
    rows.map(({ stream, event }) => {
      const index = streams.indexOf(stream);
      const revision = revisions[index] ?? 0;
      revisions[index] = revision + 1;
      const { id, type, data, metadata } = event;
      return [++position, index + 1, revision, id, type, recordedAt, data, metadata] as const;
    });
  const store = db.transaction((rows: readonly (readonly unknown[])[]) => {
    for (const row of rows) insert.run(...row);
  });
  return {
    plan,
    store: (rows: readonly (readonly unknown[])[]) => store.immediate(rows),
    close: () => db.close(),
  };
}

/** Durable appends of one event each, many at a time, by a bare loop that inserts the same rows in the same batches. */
export async function storeBench(): Promise<readonly Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'minutebook-bench-'));
  const store = await SqliteEventStore.open({ file: join(folder, 'store.sqlite') });
  const bare = bareLoop(join(folder, 'bare.sqlite'));
  try {
    const ours = (rows: readonly Row[]) => rate(eventsPerRound, () => appendAll(store, rows));
    const bareOnes = (rows: readonly Row[]) => {
      const planned = bare.plan(rows);
      return rate(eventsPerRound, () => {
        for (let i = 0; i < planned.length; i += inFlight) bare.store(planned.slice(i, i + inFlight));
      });
    };
    for (let round = 0; round < roundsOfHistory; round++) {
      const rows = rowsOfRound();
      await ours(rows);
      await bareOnes(rows);
    }
    let rows: readonly Row[] = [];
    const { ratio, ...rates } = await alternate(
      rounds,
      () => ours((rows = rowsOfRound())),
      () => bareOnes(rows),
    );
    const detail = `${perSecond(rates.ours)} appends with ${inFlight} in flight, bare loop ${perSecond(rates.bare)}`;
    return [{ name: 'store: durable grouped appends', ratio, target: 0.7, detail }];
  } finally {
    bare.close();
    await store.close();
    await rm(folder, { recursive: true });
  }
}

if (import.meta.main) console.log(await storeBench());
