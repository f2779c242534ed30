import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SqliteEventStore } from '#event-store-sqlite';
import { access, organization } from '#governance';
import type { When } from '#governance';
import { apiKeyHash, Problem } from '#platform';
import { actorById, eventStoreSource, ledgerReadModels, ProgressWaiter, ReadModelReader } from '#projections';
import { publicRecordStream } from '#public-record';
import { commandIdFor, StreamWriter } from '#recording';
import type { WriteContext } from '#recording';
import { LazyReader } from '../lazy-reader.ts';
import { openDataFolder } from '../data-folder.ts';
import type { DataFolder } from '../data-folder.ts';
import { patience } from '../testing/index.ts';
import { Projector } from './projector.ts';

const at: When = {
  literal: '2026-01-01T00:00:00Z',
  precision: 'instant',
  earliest: '2026-01-01T00:00:00.000Z',
  latest: '2026-01-01T00:00:00.000Z',
};
const context = (visibility: WriteContext['visibility']): WriteContext => ({
  recordedBy: { actorId: 'operator', role: 'admin' },
  mode: 'live',
  commandId: commandIdFor('operator', undefined),
  correlationId: 'test',
  visibility,
});
const timeoutMs = patience / 2;

let root: string;
let folder: DataFolder;
let store: SqliteEventStore;
let writer: StreamWriter;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'minutebook-projector-'));
  folder = openDataFolder(root);
  store = await SqliteEventStore.open({ file: folder.ledgerStore });
  writer = new StreamWriter(store);
});
afterEach(async () => {
  await store.close();
  rmSync(root, { recursive: true });
});

/** A projector on the folder, and what it tells. */
function start() {
  const told: string[] = [];
  const progress = new ProgressWaiter(-1);
  const projector = new Projector({ ...folder, engine: { store: 'sqlite', storePrefix: '' } }, progress, {
    opened: () => told.push('opened'),
    rebuilding: () => told.push('rebuilding'),
  });
  return { told, progress, projector };
}

const registerOrganization = (streamId: string, visibility: WriteContext['visibility']) =>
  writer.write(
    organization.decider,
    { streamId, command: { type: 'RegisterOrganization', name: streamId }, context: context(visibility) },
    () => Promise.resolve({ at }),
  );

const issueKey = (streamId: string) =>
  writer.write(
    access.decider,
    {
      streamId,
      command: { type: 'IssueKey', secretSha256: apiKeyHash(streamId), label: streamId },
      context: context('sealed'),
    },
    () => Promise.resolve({ at }),
  );

const published = async (): Promise<readonly string[]> => {
  const store = await SqliteEventStore.open({ file: folder.publicStore, readOnly: true });
  try {
    return (await store.readStream(publicRecordStream)).map(({ data }) => data);
  } finally {
    await store.close();
  }
};

describe('the projector thread', () => {
  it(
    'makes read models of what was recorded before and while it runs, and tells how far it is',
    async () => {
      await issueKey('before');
      const { projector, progress, told } = start();
      const { position } = await issueKey('while');
      await progress.whenReached(position, { timeoutMs });
      const reader = ReadModelReader.open({ folder: folder.readModels, models: ledgerReadModels });
      const labels = ['before', 'while'].map((id) => reader.read((reads) => actorById(reads, id)?.label));
      reader.close();
      await projector.close();
      expect(labels).toEqual(['before', 'while']);
      expect(told).toContain('opened');
    },
    patience,
  );

  it(
    'publishes what is public, and of the rest only that it is there',
    async () => {
      const { projector, progress } = start();
      await registerOrganization('open', 'public');
      const { position } = await registerOrganization('hidden', 'members');
      await progress.whenReached(position, { timeoutMs });
      await projector.close();
      const again = start();
      const { position: last } = await registerOrganization('later', 'public');
      await again.progress.whenReached(last, { timeoutMs });
      await again.projector.close();
      const entries = await published();
      expect(entries.join()).toContain('open');
      expect(entries.join()).not.toContain('hidden');
    },
    patience,
  );

  it(
    'goes on where it stopped',
    async () => {
      const { position } = await issueKey('first');
      const first = start();
      await first.progress.whenReached(position, { timeoutMs });
      await first.projector.close();
      const second = start();
      await second.progress.whenReached(position, { timeoutMs });
      await second.projector.close();
      expect(second.told).not.toContain('rebuilding');
    },
    patience,
  );

  it(
    'that fails ends loudly, and whoever waits for it is told',
    async () => {
      writeFileSync(folder.publicStore, 'this is no store'.repeat(1000));
      const { projector, progress } = start();
      await expect(projector.ended).rejects.toThrow(/public\.sqlite/);
      await expect(progress.whenReached(1, { timeoutMs })).rejects.toThrow(/public\.sqlite/);
      await projector.close();
    },
    patience,
  );
});

/** The record as it was when it ended there. */
const sourceTo = (position: number) => ({
  ...eventStoreSource(store),
  head: () => Promise.resolve(position),
});

describe('a reader before the thread runs', () => {
  it(
    'reads what an earlier run left, unless that knows more than the record',
    async () => {
      const { position } = await issueKey('before');
      const nothingYet = new LazyReader(folder.readModels);
      expect(await nothingYet.openIfMade(sourceTo(position))).toBe(-1);
      const { projector, progress } = start();
      await progress.whenReached(position, { timeoutMs });
      await projector.close();

      const reader = new LazyReader(folder.readModels);
      expect(await reader.openIfMade(sourceTo(position))).toBe(position);
      expect(reader.read((reads) => actorById(reads, 'before')?.label)).toBe('before');
      reader.close();

      const putBack = new LazyReader(folder.readModels);
      expect(await putBack.openIfMade(sourceTo(position - 1))).toBe(-1);
      expect(() => putBack.read(() => undefined)).toThrow(Problem);
    },
    patience,
  );
});
