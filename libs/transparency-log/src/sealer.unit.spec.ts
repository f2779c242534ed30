import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MemoryEventStore } from '#event-store';
import type { EventStore } from '#event-store';
import { parseCheckpoint, parseNote, verifyNote } from '#tlog';
import { checkpointOf } from './log-reader.ts';
import { activeKeys, openLogRecords } from './log-state.ts';
import { LogMismatch } from './mismatch.ts';
import { Sealer } from './sealer.ts';
import { KeysMissing, OriginChanged } from './sealer-errors.ts';
import { checkpointRecords, logSigner, newFolder, publish, rootOf, sealAll, texts } from './testing/index.ts';

const root = newFolder();
let folders = 0;
const folder = () => join(root, String(++folders));
afterAll(() => rmSync(root, { recursive: true }));

/** Whatever happened: one tree a size, never a smaller one after a larger, every signature good and of the entries. */
async function expectOneLog(store: EventStore, keys = [logSigner()]): Promise<void> {
  let [reserved, published] = [0, 0];
  const trees = new Map<number, string>();
  for (const record of await checkpointRecords(store)) {
    if (record.type === 'CheckpointCosigned') continue;
    const { size, root } = record;
    expect(trees.get(size) ?? root).toBe(root);
    trees.set(size, root);
    expect(root).toBe(await rootOf(store, size));
    if (record.type === 'CheckpointReserved') {
      expect(size).toBeGreaterThan(reserved);
      reserved = size;
      continue;
    }
    expect(size).toBeGreaterThanOrEqual(published);
    expect(size).toBe(reserved);
    published = size;
    const note = parseNote(record.note);
    expect(
      verifyNote(
        note,
        keys.map(({ verifier }) => verifier),
      ).length,
    ).toBeGreaterThan(0);
    expect(parseCheckpoint(note.text)).toMatchObject({ size, root: Buffer.from(root, 'base64') });
  }
}

class Crash extends Error {}
type Fate = 'stored' | 'lost' | 'stored, but the answer is lost';
const anyFate = fc.constantFrom<Fate>('stored', 'lost', 'stored, but the answer is lost');

/** A store whose process dies around its n-th append, as the n-th fate says. */
function over(store: EventStore, append: EventStore['append']): EventStore {
  return {
    append,
    readStream: (...args) => store.readStream(...args),
    readAll: (...args) => store.readAll(...args),
    subscribe: (...args) => store.subscribe(...args),
    head: () => store.head(),
    close: () => store.close(),
  };
}

function mortal(store: EventStore, fates: readonly Fate[]): EventStore {
  let appends = 0;
  return over(store, async (...args) => {
    const fate = fates[appends++] ?? 'stored';
    if (fate === 'lost') throw new Crash();
    const appended = await store.append(...args);
    if (fate !== 'stored') throw new Crash();
    return appended;
  });
}

const sealMortally = (store: EventStore, place: string, entries: number) =>
  sealAll(store, place, entries).catch((error: unknown) => {
    if (!(error instanceof Crash)) throw error;
  });

describe('the sealer', () => {
  it('signs one log, however often and wherever it dies, with and without its own files', async () => {
    const life = fc.record({
      entries: fc.integer({ min: 0, max: 300 }),
      fates: fc.array(anyFate, { maxLength: 4 }),
      forgets: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(life, { maxLength: 8 }), async (lives) => {
        const store = new MemoryEventStore();
        const place = folder();
        let size = 0;
        for (const { entries, fates, forgets } of lives) {
          await publish(store, size, texts(size, entries));
          size += entries;
          if (forgets) rmSync(place, { recursive: true, force: true });
          if (size > 0) await sealMortally(mortal(store, fates), place, size);
        }
        if (size > 0) await sealAll(store, place, size);
        await expectOneLog(store);
        expect((await checkpointOf(store, size))?.size).toBe(size === 0 ? undefined : size);
      }),
      { numRuns: 60 },
    );
  });

  it('signs one log with another one at work, in whatever order their appends arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 }),
        fc.scheduler(),
        async (parts, scheduler) => {
          const memory = new MemoryEventStore();
          const slow = over(
            memory,
            scheduler.scheduleFunction((...args: Parameters<EventStore['append']>) => memory.append(...args)),
          );
          const places = [folder(), folder()];
          let size = 0;
          for (const entries of parts) {
            await publish(memory, size, texts(size, entries));
            size += entries;
            await scheduler.waitFor(Promise.all(places.map((place) => sealAll(slow, place, size))));
          }
          await expectOneLog(memory);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('fulfils what was reserved before it reserves more, also for another signer', async () => {
    const store = new MemoryEventStore();
    await publish(store, 0, texts(0, 3));
    // The key's record, then the reservation; the checkpoint is lost.
    await sealMortally(mortal(store, ['stored', 'stored', 'lost']), folder(), 3);
    expect((await checkpointRecords(store)).map(({ type }) => type)).toEqual(['CheckpointReserved']);
    await publish(store, 3, texts(3, 2));
    await sealAll(store, folder(), 5);
    const records = await checkpointRecords(store);
    expect(records.map(({ type, size }) => `${type} ${size}`)).toEqual([
      'CheckpointReserved 3',
      'CheckpointPublished 3',
      'CheckpointReserved 5',
      'CheckpointPublished 5',
    ]);
  });

  it('has nothing to sign while nothing is published', async () => {
    const store = new MemoryEventStore();
    await sealAll(store, folder(), 0);
    expect(await checkpointRecords(store)).toEqual([]);
  });
});

/** The same record, but for one entry, and what was signed of the original. */
async function tampered(entries: readonly string[], signedOf: EventStore): Promise<EventStore> {
  const store = new MemoryEventStore();
  await publish(store, 0, entries);
  const checkpoints = await signedOf.readStream('public-checkpoints');
  await store.append('public-checkpoints', 'noStream', checkpoints);
  return store;
}

describe('what was signed and is not stored any more', () => {
  const signed = async () => {
    const [store, place] = [new MemoryEventStore(), folder()];
    await publish(store, 0, texts(0, 600));
    await sealAll(store, place, 600);
    return { store, place };
  };
  const refusal = async (store: EventStore, place: string) => {
    const error: unknown = await sealAll(store, place, 1_000_000).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(LogMismatch);
    return (error as Error).message;
  };

  it('is refused with the first entry that differs, its hash and what it was', async () => {
    const { store, place } = await signed();
    const entries = texts(0, 600).map((text, i) => (i >= 411 ? text.replace('{', '{ ') : text));
    const changed = await tampered(entries, store);
    const message = await refusal(changed, place);
    expect(message).toContain(`root ${await rootOf(store, 600)}`);
    expect(message).toContain(`make ${await rootOf(changed, 600)}`);
    expect(message).toMatch(/entry 411, whose hash was \S{43}= and is \S{43}=/);
    expect(await checkpointRecords(changed)).toHaveLength(2);
  });

  it('is refused without the hashes of before, too: by the root', async () => {
    const { store } = await signed();
    const changed = await tampered(texts(0, 600).with(7, '{}'), store);
    expect(await refusal(changed, folder())).toContain('the stored entries make');
  });

  it('is refused where entries are missing', async () => {
    const { store, place } = await signed();
    expect(await refusal(await tampered(texts(0, 500), store), place)).toContain(
      'only 500 entries are stored: entry 500 and all after it are missing',
    );
  });

  it('is refused where the whole public store was put back to what it was before', async () => {
    const { place } = await signed();
    const older = new MemoryEventStore();
    await publish(older, 0, texts(0, 100));
    expect(await refusal(older, place)).toContain('the tree of 600 entries was signed');
  });

  it('is not doubted where only our own hashes are damaged: they are made again', async () => {
    const { store, place } = await signed();
    const file = join(place, 'level-0');
    const hashes = readFileSync(file);
    hashes.fill(0, 3200, 3264);
    writeFileSync(file, hashes);
    await publish(store, 600, texts(600, 1));
    await sealAll(store, place, 601);
    await expectOneLog(store);
    expect(
      readFileSync(file)
        .subarray(3200, 3264)
        .every((byte) => byte === 0),
    ).toBe(false);
  });
});

describe('the keys of the log', () => {
  const keyIds = async (store: EventStore) => {
    const record = (await checkpointRecords(store)).at(-1);
    if (record?.type !== 'CheckpointPublished') throw new Error('the last record is no checkpoint');
    return parseNote(record.note).signatures.map(({ keyId }) => keyId.toString('hex'));
  };
  const idOf = (n: number) => logSigner(n).verifier.keyId.toString('hex');

  it('are recorded; a further one signs beside the old one, at once, until that one is retired', async () => {
    const [store, place] = [new MemoryEventStore(), folder()];
    await publish(store, 0, texts(0, 2));
    await sealAll(store, place, 2);
    expect(await keyIds(store)).toEqual([idOf(0)]);
    const signers = () => [logSigner(0), logSigner(1)];
    await new Promise<void>((onPublished) => {
      const stop = new AbortController();
      const sealer = new Sealer({ store, folder: place, signers, onPublished: () => stop.abort() });
      void sealer.run(stop.signal).then(onPublished);
    });
    expect(await keyIds(store)).toEqual([idOf(0), idOf(1)]);
    const log = await openLogRecords(store);
    await log.append({ type: 'LogKeyRetired', vkey: logSigner(0).verifier.vkey, size: 2 });
    await publish(store, 2, texts(2, 1));
    await sealAll(store, place, 3, { signers });
    expect(await keyIds(store)).toEqual([idOf(1)]);
    await log.refresh();
    expect(activeKeys(log.state).map(({ vkey }) => vkey)).toEqual([logSigner(1).verifier.vkey]);
    expect(log.state.keys).toMatchObject([{ until: { size: 2 } }, { since: { size: 2 } }]);
    await expectOneLog(store, [logSigner(0), logSigner(1)]);
  });

  it('that are lost are not replaced in silence, and a log does not change its name', async () => {
    const [store, place] = [new MemoryEventStore(), folder()];
    await publish(store, 0, texts(0, 1));
    await sealAll(store, place, 1);
    const sealWith = (signer: ReturnType<typeof logSigner>) =>
      sealAll(store, place, 2, { signers: () => [signer] });
    await expect(sealWith(logSigner(1))).rejects.toThrow(KeysMissing);
    await expect(sealWith(logSigner(0, 'other.example.org'))).rejects.toThrow(OriginChanged);
  });
});
