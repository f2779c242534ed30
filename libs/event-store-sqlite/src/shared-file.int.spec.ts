import { fork } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { StoreUnavailable, start } from '#event-store';
import type { EventStore, RecordedEvent } from '#event-store';
import { collect, newEvents, newStream } from '#event-store/testing';
import { contend } from './testing/contend.ts';
import type { Answered } from './testing/contend.ts';
import { openedStores, temporaryFolder } from './testing/temporary.ts';

const { newFile } = await temporaryFolder();
const open = openedStores();

const place = ({ stream, id, revision, position }: RecordedEvent): Answered => ({
  stream,
  id,
  revision,
  position,
});

const byPosition = (answers: readonly Answered[]) => answers.toSorted((a, b) => a.position - b.position);

/** Starts another process that contends for a stream; what it answers comes when it is done. */
async function contender(file: string, stream: string, appends: number) {
  const child = fork(new URL('./testing/contender.ts', import.meta.url), [file, stream, String(appends)], {
    execArgv: ['--conditions=source'],
  });
  await once(child, 'message');
  const answers = once(child, 'message').then(([answered]) => answered as readonly Answered[]);
  return { answers, ended: once(child, 'exit') };
}

async function expectOneOrder(store: EventStore, answers: readonly Answered[]): Promise<void> {
  const all = await store.readAll({ limit: 10_000 });
  expect(all.map(place)).toEqual(byPosition(answers));
  expect(all.map(({ position }) => position)).toEqual(all.map((_, i) => i + 1));
  expect(all.map(({ revision }) => revision)).toEqual(all.map((_, i) => i));
  const times = all.map(({ recordedAt }) => recordedAt);
  expect(times).toEqual(times.toSorted());
}

describe('two processes that write to one file', () => {
  it('make it together, and every revision is won once', async () => {
    const [file, stream] = [newFile(), newStream()];
    const others = await Promise.all([contender(file, stream, 60), contender(file, stream, 60)]);
    const store = await open({ file });
    const answers = await Promise.all([contend(store, stream, 60), ...others.map((other) => other.answers)]);
    await expectOneOrder(store, answers.flat());
    await Promise.all(others.map(({ ended }) => ended));
  }, 20_000);

  it('see in their subscriptions what the other one appends', async () => {
    const [file, stream] = [newFile(), newStream()];
    const store = await open({ file, pollInterval: 5 });
    const subscriber = collect(store);
    const other = await contender(file, stream, 20);
    const answers = byPosition(await other.answers);
    await subscriber.reached(answers.at(-1)?.position ?? NaN);
    await subscriber.stop();
    expect(subscriber.received.map(place)).toEqual(answers);
    await other.ended;
  });
});

describe('two stores of one process on one file', () => {
  it('contend for a stream as processes do', async () => {
    const [file, stream] = [newFile(), newStream()];
    const stores = [await open({ file }), await open({ file })] as const;
    const answers = await Promise.all(stores.map((store) => contend(store, stream, 40)));
    await expectOneOrder(stores[1], answers.flat());
  });

  it('tell at once to which streams the other one has appended', async () => {
    const [file, stream] = [newFile(), newStream()];
    const [writer, reader] = [await open({ file }), await open({ file, readOnly: true })];
    expect(reader.placesAfter(start)).toEqual([]);
    for (let revision = 0; revision < 20; revision++) {
      const { position } = await writer.append(stream, 'any', newEvents(1));
      expect(reader.placesAfter(position - 1)).toEqual([{ stream, revision, position }]);
      expect(reader.placesAfter(position)).toEqual([]);
    }
    expect(reader.placesAfter(start)).toHaveLength(20);
  });

  it('tell each other of commits without waiting for the next look', async () => {
    const file = newFile();
    const [writer, reader] = [
      await open({ file }),
      await open({ file, readOnly: true, pollInterval: 3_600_000 }),
    ];
    const subscriber = collect(reader);
    for (let i = 0; i < 20; i++)
      await subscriber.reached((await writer.append(newStream(), 'any', newEvents(1))).position);
    await subscriber.stop();
    expect(subscriber.received).toHaveLength(20);
  });
});

describe('a file that somebody else has locked', () => {
  it('is made as soon as it is free', async () => {
    const file = newFile();
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    const opening = open({ file });
    await open({ file: newFile() });
    other.exec('COMMIT');
    other.close();
    expect(await (await opening).head()).toBe(0);
  });

  it('is made once by many', async () => {
    const file = newFile();
    const stores = await Promise.all(Array.from({ length: 5 }, () => open({ file })));
    await Promise.all(stores.map((store) => store.append(newStream(), 'noStream', newEvents(1))));
    expect(await Promise.all(stores.map((store) => store.head()))).toEqual(Array(5).fill(5));
  });

  it('makes appends wait', async () => {
    const [file, stream] = [newFile(), newStream()];
    const store = await open({ file });
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    const append = store.append(stream, 'any', newEvents(1));
    expect(await store.readStream(stream)).toEqual([]);
    other.exec('COMMIT');
    other.close();
    expect(await append).toMatchObject({ firstRevision: 0 });
  });

  it('refuses them after a while, and takes them again when they are repeated', async () => {
    const [file, stream, events] = [newFile(), newStream(), newEvents(2)];
    const store = await open({ file, busyTimeout: 20 });
    await store.append(stream, 'noStream', newEvents(1));
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    const appends = [store.append(stream, 0, events), store.append(newStream(), 'any', newEvents(1))];
    for (const append of appends) await expect(append).rejects.toThrow(StoreUnavailable);
    other.exec('COMMIT');
    other.close();
    expect(await store.append(stream, 0, events)).toMatchObject({ firstRevision: 1, repeated: false });
  });
});
