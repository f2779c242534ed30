import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { SqliteEventStore } from '#event-store-sqlite';
import { parseNote, parseVerifier } from '#tlog';
import { keyFileReader, openCheckpoints, readKeyFile, Sealer } from '#transparency-log';
import { publish, sealAll, texts } from '#transparency-log/testing';
import { dataFolder } from '../data-folder.ts';
import type { DataFolder } from '../data-folder.ts';
import { Failure } from '../failure.ts';
import { generateLogKey, listLogKeys, retireLogKey, rotateLogKey } from './log-keys.ts';

let data: string;
let folder: DataFolder;
let printed: string[];
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'minutebook-log-keys-'));
  folder = dataFolder(data);
  mkdirSync(join(data, 'public'));
  printed = [];
  jest.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => rmSync(data, { recursive: true }));

const origin = 'records.example.org/board';
const signers = () => keyFileReader(folder.logKeys);

async function withStore<T>(use: (store: SqliteEventStore) => Promise<T>): Promise<T> {
  const store = await SqliteEventStore.open({ file: folder.publicStore, pollInterval: 1 });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

const seal = (entries: number) =>
  withStore(async (store) => {
    await publish(store, entries - 1, texts(entries - 1, 1));
    await sealAll(store, join(data, 'tree'), entries, { signers: signers() });
  });

describe('the keys of the log', () => {
  it('are readable by their owner only, or not used at all', async () => {
    await generateLogKey({ data, origin });
    expect(parseVerifier(printed[0] ?? '').name).toBe(origin);
    expect(statSync(folder.logKeys).mode & 0o777).toBe(0o600);
    await expect(generateLogKey({ data, origin })).rejects.toThrow(Failure);
    chmodSync(folder.logKeys, 0o640);
    expect(() => readKeyFile(folder.logKeys)).toThrow(/mode 640.*chmod 600/);
    await expect(rotateLogKey({ data })).rejects.toThrow(Failure);
  });

  it('are not made anew where the log has begun', async () => {
    await generateLogKey({ data, origin });
    await seal(1);
    rmSync(folder.logKeys);
    await expect(generateLogKey({ data, origin })).rejects.toThrow(/restore/);
  });

  it('overlap while a ledger runs: both sign at once, then the new one alone', async () => {
    await generateLogKey({ data, origin });
    await seal(1);
    const stop = new AbortController();
    await withStore(async (store) => {
      const notes: string[] = [];
      const sealer = new Sealer({
        store,
        folder: join(data, 'tree'),
        signers: signers(),
        interval: 0,
        onPublished: ({ note }) => notes.push(note),
      });
      const running = sealer.run(stop.signal);
      const names = async (count: number) => {
        while (notes.length < count) await new Promise(setImmediate);
        return parseNote(notes[count - 1] ?? '').signatures.map(({ keyId }) => keyId.toString('hex'));
      };
      await rotateLogKey({ data });
      const [old = '', next = ''] = printed.map((vkey) => vkey.split('+')[1] ?? '');
      expect(await names(1)).toEqual([old, next]);
      await retireLogKey(old, { data });
      expect(await names(2)).toEqual([next]);
      stop.abort();
      await running;
      expect((await openCheckpoints(store)).state.published?.size).toBe(1);
      expect(readKeyFile(folder.logKeys)).toHaveLength(1);
      await expect(retireLogKey(next, { data })).rejects.toThrow(/only key/);
      await expect(retireLogKey(old, { data })).rejects.toThrow(/no key/);
    });
    printed = [];
    await listLogKeys({ data });
    expect(printed).toEqual([
      expect.stringMatching(/^[0-9a-f]{8}\t20\S+Z\t20\S+Z\trecords/),
      expect.stringMatching(/^[0-9a-f]{8}\t20\S+Z\tsigns\trecords/),
    ]);
  });
});
