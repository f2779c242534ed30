import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '#event-store';
import { chokingAt, countOfPlaces, places, temporaryFolders, TestRecord } from '../testing/index.ts';
import {
  eventStoreSource,
  NoGeneration,
  OtherFingerprint,
  ProjectionFailed,
  ProjectionRunner,
  ReadModelReader,
  ReadModelWriter,
} from './index.ts';

const patient = { timeoutMs: 10_000 };
const newFolder = temporaryFolders();

/** Runs until the record's head is reached, then does something, then stops. */
async function running(
  runner: ProjectionRunner,
  meanwhile: (stop: AbortController) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  const run = runner.run(stop.signal);
  try {
    await meanwhile(stop);
  } finally {
    stop.abort();
    await run.finally(() => runner.close());
  }
}

describe('ProjectionRunner', () => {
  it('projects what was recorded before and what comes while it runs', async () => {
    const [folder, record, models] = [newFolder(), new TestRecord(), [places()]];
    record.addAny(2_500);
    const reported: number[] = [];
    const runner = await ProjectionRunner.open({
      folder,
      models,
      source: record.source,
      onProgress: (position) => reported.push(position),
    });
    await running(runner, async () => {
      record.addAny(3);
      await runner.whenCaughtUp(2_503, patient);
      const reader = ReadModelReader.open({ folder, models });
      expect(reader.read(countOfPlaces)).toBe(2_503);
      expect(reader.position()).toBe(2_503);
      reader.close();
    });
    expect(reported.at(-1)).toBe(2_503);
  });

  it('reads an event store', async () => {
    const [folder, models, store] = [newFolder(), [places()], new MemoryEventStore()];
    const event = { type: 'BodySucceeded', data: '{"successorId":"b"}', metadata: '{}' };
    const runner = await ProjectionRunner.open({ folder, models, source: eventStoreSource(store) });
    await running(runner, async () => {
      const { position } = await store.append('body-a', 'noStream', [
        { ...event, id: '019a0000-0000-7000-8000-000000000001' },
        { ...event, id: '019a0000-0000-7000-8000-000000000002' },
      ]);
      await runner.whenCaughtUp(position, patient);
      expect(runner.position).toBe(2);
    });
    await store.close();
  });

  it('goes on from its checkpoint: nothing twice, nothing left out', async () => {
    const [folder, record, models] = [newFolder(), new TestRecord(), [places()]];
    for (const recorded of [5, 1, 0, 7]) {
      record.addAny(recorded);
      const runner = await ProjectionRunner.open({ folder, models, source: record.source });
      await running(runner, () => runner.whenCaughtUp(record.head, patient));
    }
    const reader = ReadModelReader.open({ folder, models });
    expect(reader.read(countOfPlaces)).toBe(13);
    reader.close();
  });

  it('stops in front of an event that a read model cannot take, and names it', async () => {
    const [folder, record] = [newFolder(), new TestRecord()];
    const models = [places(), chokingAt(4)];
    const runner = await ProjectionRunner.open({ folder, models, source: record.source });
    record.addAny(6);
    const waiting = runner.whenCaughtUp(6, patient);
    const stopped = runner.run(new AbortController().signal);
    const named = { position: 4, stream: 'body-any', type: 'SubcommitteeCharged', model: 'choking' };
    await expect(stopped).rejects.toMatchObject(named);
    await expect(stopped).rejects.toThrow(ProjectionFailed);
    await expect(waiting).rejects.toMatchObject(named);
    runner.close();

    const reader = ReadModelReader.open({ folder, models });
    expect(reader.read(countOfPlaces)).toBe(3);
    expect(reader.position()).toBe(3);
    reader.close();
  });

  it('rebuilds read models of another version before it serves', async () => {
    const [folder, record] = [newFolder(), new TestRecord()];
    record.addAny(5);
    const before = { folder, models: [places(1)] };
    const runner = await ProjectionRunner.open({ ...before, source: record.source });
    runner.close();
    const after = { folder, models: [places(2)] };
    expect(() => ReadModelWriter.open(after)).toThrow(OtherFingerprint);
    expect(() => ReadModelReader.open(after)).toThrow(OtherFingerprint);

    const progress: number[] = [];
    const onRebuild = ({ position }: { position: number }) => progress.push(position);
    const next = await ProjectionRunner.open({ ...after, source: record.source, onRebuild });
    const reader = ReadModelReader.open(after);
    expect(reader.read(countOfPlaces)).toBe(5);
    expect(progress.at(-1)).toBe(5);
    next.close();
    reader.close();
  });

  it('does not trust rows that are ahead of their source', async () => {
    const [folder, models] = [newFolder(), [places()]];
    const [record, restored] = [new TestRecord(), new TestRecord()];
    record.addAny(5);
    (await ProjectionRunner.open({ folder, models, source: record.source })).close();
    restored.addAny(3);
    const runner = await ProjectionRunner.open({ folder, models, source: restored.source });
    expect(runner.position).toBe(3);
    runner.close();
  });

  it.each(['the file is gone', 'the file is damaged'])('rebuilds where %s', async (harm) => {
    const [folder, record, models] = [newFolder(), new TestRecord(), [places()]];
    record.addAny(3);
    const open = () => ProjectionRunner.open({ folder, models, source: record.source });
    (await open()).close();
    const file = join(folder, 'generation-000001.sqlite');
    if (harm === 'the file is gone') rmSync(file);
    else writeFileSync(file, 'no database '.repeat(100));
    (await open()).close();
    const reader = ReadModelReader.open({ folder, models });
    expect(reader.read(countOfPlaces)).toBe(3);
    expect(readdirSync(folder)).not.toContain('generation-000001.sqlite');
    reader.close();
  });

  it('passes over places that hold no event', async () => {
    const [folder, models] = [newFolder(), [places()]];
    const source = {
      head: () => Promise.resolve(0),
      // eslint-disable-next-line @typescript-eslint/require-await
      batches: async function* () {
        yield [{ position: 1 }, { position: 2 }];
      },
    };
    const runner = await ProjectionRunner.open({ folder, models, source });
    await runner.run(new AbortController().signal);
    expect(runner.position).toBe(2);
    runner.close();
    expect(
      (await ProjectionRunner.open({ folder, models, source: { ...source, head: () => Promise.resolve(2) } }))
        .position,
    ).toBe(2);
  });

  it('leaves one generation and the pointer behind', async () => {
    const [folder, record, models] = [newFolder(), new TestRecord(), [places()]];
    (await ProjectionRunner.open({ folder, models, source: record.source })).close();
    expect(readdirSync(folder).sort()).toEqual(['current', 'generation-000001.sqlite', 'rebuild.lock']);
  });
});

describe('opening', () => {
  it('says what to do where nothing was projected yet', () => {
    const place = { folder: newFolder(), models: [places()] };
    expect(() => ReadModelReader.open(place)).toThrow(NoGeneration);
    expect(() => ReadModelWriter.open(place)).toThrow(/rebuild them/);
  });
});
