import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  chokingAt,
  countOfPlaces,
  killedPast,
  places,
  temporaryFolders,
  TestRecord,
} from '../testing/index.ts';
import {
  ProjectionFailed,
  ProjectionRunner,
  ReadModelReader,
  ReadModelWriter,
  rebuild,
  RebuildUnderWay,
} from './index.ts';
import type { EventSource, RebuildProgress } from './index.ts';

const patient = { timeoutMs: 10_000 };
const newFolder = temporaryFolders();
const models = [places()];

const recordOf = (count: number): TestRecord => {
  const record = new TestRecord();
  record.addAny(count);
  return record;
};

const generations = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => /^generation-\d+\.sqlite$/.test(name));

/** A source that does something after a batch has been projected. */
const interrupted = (source: EventSource, afterBatch: () => Promise<unknown> | void): EventSource => ({
  ...source,
  batches: async function* (after, options) {
    for await (const batch of source.batches(after, { ...options, batchSize: 100 })) {
      yield batch;
      await afterBatch();
    }
  },
});

describe('rebuild', () => {
  it('fills a new generation, swaps it in, and takes the old one away', async () => {
    const [folder, record] = [newFolder(), recordOf(300)];
    await rebuild({ folder, models, source: record.source });
    const reader = ReadModelReader.open({ folder, models });
    record.addAny(50);
    expect(await rebuild({ folder, models, source: record.source })).toBe(350);
    expect(reader.read(countOfPlaces)).toBe(350);
    expect(generations(folder)).toEqual(['generation-000002.sqlite']);
    reader.close();
  });

  it('reports how far it is', async () => {
    const [folder, record, progress] = [newFolder(), recordOf(5_000), [] as RebuildProgress[]];
    await rebuild({ folder, models, source: record.source, onProgress: (one) => progress.push(one) });
    expect(progress[0]).toEqual({ position: 0, head: 5_000, resumedFrom: 0 });
    expect(progress.at(-1)).toEqual({ position: 5_000, head: 5_000, resumedFrom: 0 });
    expect(progress.length).toBeGreaterThan(3);
  });

  it('takes in what is recorded meanwhile', async () => {
    const [folder, record] = [newFolder(), recordOf(200)];
    let late = 3;
    const source = interrupted(record.source, () => {
      if (late-- > 0) record.addAny(10);
    });
    expect(await rebuild({ folder, models, source })).toBe(220);
  });

  it('shows readers the old rows until the new ones are all there', async () => {
    const [folder, record] = [newFolder(), recordOf(500)];
    await rebuild({ folder, models, source: record.source });
    const reader = ReadModelReader.open({ folder, models });
    const seen: number[] = [];
    const source = interrupted(record.source, () => {
      seen.push(reader.read(countOfPlaces));
    });
    await rebuild({ folder, models, source });
    seen.push(reader.read(countOfPlaces));
    expect(new Set(seen)).toEqual(new Set([500]));
    expect(seen.length).toBeGreaterThan(4);
    reader.close();
  });

  it('goes on where an aborted one stopped', async () => {
    const [folder, record] = [newFolder(), recordOf(1_000)];
    const stop = new AbortController();
    const source = interrupted(record.source, () => stop.abort(new Error('interrupted')));
    const aborted = rebuild({ folder, models, source, signal: stop.signal });
    await expect(aborted).rejects.toThrow('interrupted');
    const starts: number[] = [];
    await rebuild({
      folder,
      models,
      source: record.source,
      onProgress: ({ resumedFrom }) => starts.push(resumedFrom),
    });
    expect(starts[0]).toBe(100);
    const reader = ReadModelReader.open({ folder, models });
    expect(reader.read(countOfPlaces)).toBe(1_000);
    reader.close();
  });

  it('goes on where a killed one stopped, and comes to the same rows', async () => {
    const [folder, record] = [newFolder(), recordOf(60_000)];
    await killedPast(45_000, 'rebuild', folder, '45000');
    expect(() => ReadModelReader.open({ folder, models })).toThrow('no read models');
    const starts: number[] = [];
    await rebuild({
      folder,
      models,
      source: record.source,
      onProgress: ({ resumedFrom }) => starts.push(resumedFrom),
    });
    expect(starts[0]).toBe(40_000);
    const reader = ReadModelReader.open({ folder, models });
    expect(reader.read(countOfPlaces)).toBe(60_000);
    expect(generations(folder)).toHaveLength(1);
    reader.close();
  }, 30_000);

  it('does not go on with rows of other read models', async () => {
    const [folder, record] = [newFolder(), recordOf(1_000)];
    const stop = new AbortController();
    const source = interrupted(record.source, () => stop.abort());
    await expect(rebuild({ folder, models, source, signal: stop.signal })).rejects.toThrow();
    const starts: number[] = [];
    const next = [places(2)];
    await rebuild({
      folder,
      models: next,
      source: record.source,
      onProgress: ({ resumedFrom }) => starts.push(resumedFrom),
    });
    expect(starts[0]).toBe(0);
    expect(generations(folder)).toHaveLength(1);
  });

  it('is refused while another one runs', async () => {
    const [folder, record] = [newFolder(), recordOf(300)];
    const refusals: unknown[] = [];
    const source = interrupted(record.source, async () => {
      const second = rebuild({ folder, models, source: record.source });
      refusals.push(await second.catch((error: unknown) => error));
    });
    await rebuild({ folder, models, source });
    expect(refusals.length).toBeGreaterThan(0);
    for (const refusal of refusals) expect(refusal).toBeInstanceOf(RebuildUnderWay);
  });

  it('keeps the old generation where an event cannot be projected', async () => {
    const [folder, record] = [newFolder(), recordOf(300)];
    await rebuild({ folder, models, source: record.source });
    const failing = rebuild({ folder, models: [chokingAt(250)], source: record.source });
    await expect(failing).rejects.toThrow(ProjectionFailed);
    const reader = ReadModelReader.open({ folder, models });
    expect(reader.read(countOfPlaces)).toBe(300);
    reader.close();
  });

  it('says so when its source ends too early', async () => {
    const source = {
      head: () => Promise.resolve(3),
      batches: () => recordOf(0).source.batches(0, { signal: AbortSignal.abort() }),
    };
    await expect(rebuild({ folder: newFolder(), models, source })).rejects.toThrow('position 0 of 3');
  });
});

describe('rebuild beside a running ledger', () => {
  it('is followed by the runner and by readers, who never see the record go back', async () => {
    const [folder, record] = [newFolder(), recordOf(1_000)];
    const runner = await ProjectionRunner.open({ folder, models, source: record.source });
    const reader = ReadModelReader.open({ folder, models });
    const stop = new AbortController();
    const run = runner.run(stop.signal);
    const seen: number[] = [];
    const source = interrupted(record.source, async () => {
      record.addAny(3);
      await runner.whenCaughtUp(record.head, patient);
      seen.push(reader.position());
    });

    await rebuild({ folder, models, source });
    for (let i = 0; i < 3; i++) {
      record.addAny();
      await runner.whenCaughtUp(record.head, patient);
      seen.push(reader.position());
      expect(reader.read(countOfPlaces)).toBe(record.head);
    }

    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(generations(folder)).toEqual(['generation-000002.sqlite']);
    stop.abort();
    await run;
    runner.close();
    reader.close();
  });

  it('catches up with a runner that got ahead of it', async () => {
    const [folder, record] = [newFolder(), recordOf(100)];
    const runner = await ProjectionRunner.open({ folder, models, source: record.source });
    const stop = new AbortController();
    const run = runner.run(stop.signal);
    let late = 6;
    const head = async (): Promise<number> => {
      const position = record.head;
      if (late-- > 0) record.addAny();
      await runner.whenCaughtUp(record.head, patient);
      return position;
    };
    const position = await rebuild({ folder, models, source: { ...record.source, head } });
    expect(position).toBe(106);
    stop.abort();
    await run;
    runner.close();
  });

  it('leaves processes of another version what they have', async () => {
    const [folder, record] = [newFolder(), recordOf(10)];
    const runner = await ProjectionRunner.open({ folder, models, source: record.source });
    const reader = ReadModelReader.open({ folder, models });
    const stop = new AbortController();
    const run = runner.run(stop.signal);

    const next = { folder, models: [places(2)] };
    await rebuild({ ...next, source: record.source });
    record.addAny();
    await runner.whenCaughtUp(11, patient);
    expect(reader.read(countOfPlaces)).toBe(11);
    expect(generations(folder)).toHaveLength(2);

    stop.abort();
    await run;
    runner.close();
    reader.close();
    const successor = await ProjectionRunner.open({ ...next, source: record.source });
    expect(successor.position).toBe(10);
    expect(generations(folder)).toEqual(['generation-000002.sqlite']);
    successor.close();
  });
});

describe('a killed projector', () => {
  it('leaves rows and checkpoint at the same event, wherever it was', async () => {
    const folder = newFolder();
    await rebuild({ folder, models, source: { ...recordOf(0).source } });
    let position = 0;
    for (let kill = 0; kill < 4; kill++) {
      await killedPast(position + 500, 'run', folder);
      const reader = ReadModelReader.open({ folder, models });
      position = reader.position();
      expect(position).toBeGreaterThan(500 * (kill + 1));
      expect(reader.read(countOfPlaces)).toBe(position);
      reader.close();
    }
  }, 60_000);

  it('stores nothing of a batch that fails', async () => {
    const folder = newFolder();
    await rebuild({ folder, models: [chokingAt(2), places()], source: recordOf(0).source });
    const writer = ReadModelWriter.open({ folder, models: [chokingAt(2), places()] });
    const [, second, third] = recordOf(3).events;
    const batch = [second, third].flatMap((recorded) =>
      recorded ? [{ position: recorded.position, recorded }] : [],
    );
    expect(() => writer.apply(batch)).toThrow(ProjectionFailed);
    expect(writer.position).toBe(0);
    writer.close();
  });
});
