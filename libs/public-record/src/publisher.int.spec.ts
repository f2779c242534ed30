import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SqliteEventStore } from '#event-store-sqlite';
import { entriesAfter } from './entries.ts';
import { Publisher } from './publisher.ts';
import {
  allEntries,
  anyLedgerEvent,
  publicEvent,
  publishAll,
  record,
  whenPublished,
} from './testing/index.ts';

let folder: string;
let ledger: SqliteEventStore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-publisher-'));
  ledger = await SqliteEventStore.open({ file: join(folder, 'ledger.sqlite') });
});

afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true });
});

const publicFile = () => join(folder, 'public.sqlite');
const openPublic = (readOnly = false) =>
  SqliteEventStore.open({ file: publicFile(), readOnly, pollInterval: 1 });

const program = fileURLToPath(new URL('./testing/publisher-process.ts', import.meta.url));
const startPublisher = () =>
  spawn(process.execPath, ['--conditions=source', program, join(folder, 'ledger.sqlite'), publicFile()], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });

/** Starts a publisher and kills it as soon as there are so many entries. */
async function publishUntilKilled(publicStore: SqliteEventStore, entries: number): Promise<void> {
  const publisher = startPublisher();
  for await (const batch of entriesAfter(publicStore, -1, { signal: new AbortController().signal }))
    if ((batch.at(-1)?.index ?? 0) + 1 >= entries) break;
  publisher.kill('SIGKILL');
  await once(publisher, 'exit');
}

describe('a publisher of SQLite stores', () => {
  it('neither repeats nor forgets anything when it is killed again and again', async () => {
    const total = 3000;
    for (let i = 0; i < 30; i++) {
      const { stream } = publicEvent();
      await ledger.append(
        stream,
        'noStream',
        Array.from({ length: 100 }, () => publicEvent().event),
      );
    }
    await (await openPublic()).close();
    const publicStore = await openPublic(true);
    for (const entries of [1, 600, 1300, 2600]) await publishUntilKilled(publicStore, entries);
    await publicStore.close();
    const survivor = await openPublic();
    await publishAll(ledger, survivor);
    const positions = (await allEntries(survivor)).map(({ position }) => position);
    expect(positions).toEqual(Array.from({ length: total }, (_, i) => i + 1));
    await survivor.close();
  }, 60_000);

  it('shares its work with others without harm', async () => {
    const stores = [await openPublic(), await openPublic(), await openPublic()] as const;
    const stop = new AbortController();
    const running = stores.map((publicStore) => new Publisher({ ledger, publicStore }).run(stop.signal));
    for (let i = 0; i < 100; i++) await record(ledger, [publicEvent()]);
    await whenPublished(stores[0], 100);
    stop.abort();
    await Promise.all(running);
    expect((await allEntries(stores[0])).map(({ position }) => position)).toEqual(
      Array.from({ length: 100 }, (_, i) => i + 1),
    );
    await Promise.all(stores.map((store) => store.close()));
  });
});

describe('the public file', () => {
  it('holds no byte of what is not public', async () => {
    const events = fc.sample(anyLedgerEvent, 300);
    await record(ledger, events);
    const publicStore = await openPublic();
    await publishAll(ledger, publicStore);
    const bytes = () =>
      Buffer.concat(
        readdirSync(folder)
          .filter((name) => name.startsWith('public.sqlite'))
          .map((name) => readFileSync(join(folder, name))),
      );
    const searched = bytes();
    await publicStore.close();
    const closed = bytes();
    for (const { mayBePublic, secrets } of events)
      for (const secret of mayBePublic ? secrets.slice(0, 1) : secrets)
        for (const file of [searched, closed]) expect(file.includes(secret)).toBe(mayBePublic);
  });
});
