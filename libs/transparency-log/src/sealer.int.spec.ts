import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SqliteEventStore } from '#event-store-sqlite';
import { parseNote, verifyNote } from '#tlog';
import { addKey, keyFileReader } from './key-file.ts';
import { checkpointRecords, newFolder, origin, publish, rootOf, sealAll, texts } from './testing/index.ts';

let folder: string;
let store: SqliteEventStore;
beforeEach(async () => {
  folder = newFolder();
  store = await SqliteEventStore.open({ file: join(folder, 'public.sqlite'), pollInterval: 1 });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const program = fileURLToPath(new URL('./testing/sealer-process.ts', import.meta.url));
const keys = () => join(folder, 'log.key');
const startSealer = (place: string) =>
  spawn(
    process.execPath,
    ['--conditions=source', program, join(folder, 'public.sqlite'), join(folder, place), keys()],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );

/** A pseudo-random number below a limit, the same for the same step. */
const some = (step: number, limit: number): number => (step * 7919 + 104_729) % limit;

describe('signers of a SQLite store', () => {
  it('sign one log, two at a time, killed at any instant', async () => {
    const { verifier } = addKey(keys(), origin);
    let size = 2;
    await publish(store, 0, texts(0, 2));
    for (let step = 0; step < 4; step++) {
      const signers = ['a', step % 3 === 0 ? 'a' : 'b'].map(startSealer);
      const enough = (await checkpointRecords(store)).length + 5 + some(step, 9);
      // Whatever is stored is answered with more entries, until it is enough.
      for await (const _ of store.subscribe({ after: 0, signal: new AbortController().signal })) {
        if ((await checkpointRecords(store)).length >= enough) break;
        await publish(store, size, texts(size, 2));
        size += 2;
      }
      for (const signer of signers) {
        signer.kill('SIGKILL');
        await once(signer, 'exit');
      }
    }
    await sealAll(store, join(folder, 'a'), size, {
      signers: keyFileReader(keys()),
    });
    const records = await checkpointRecords(store);
    expect(records.length).toBeGreaterThanOrEqual(20);
    let [reserved, published] = [0, 0];
    for (const record of records) {
      expect(record).toMatchObject({ root: await rootOf(store, record.size) });
      if (record.type === 'CheckpointReserved') {
        expect(record.size).toBeGreaterThan(reserved);
        reserved = record.size;
      } else if (record.type === 'CheckpointPublished') {
        expect(record.size).toBe(reserved);
        expect(record.size).toBeGreaterThanOrEqual(published);
        published = record.size;
        expect(verifyNote(parseNote(record.note), [verifier])).toHaveLength(1);
      }
    }
    expect(published).toBe(size);
  }, 180_000);
});
