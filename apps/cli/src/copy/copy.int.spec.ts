import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { openLedgerStore, openPublicStore, openVault } from '#engines';
import { engineOf, removeStreams } from '#engines/testing';
import type { EventStore } from '#event-store';
import { closedEvent, publicEvent, publishAll, record } from '#public-record/testing';
import { readEntries } from '#public-record';
import { recordRoot } from '#transparency-log';
import { dataFolder } from '../data-folder.ts';
import { copyCommand } from './command.ts';

const sqlite = { store: 'sqlite', storePrefix: '' };

let root: string;
let printed: string[];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'minutebook-copy-'));
  printed = [];
  jest.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
});
afterEach(async () => {
  await removeStreams(root);
  rmSync(root, { recursive: true });
});

type Stores = Readonly<{ ledger: EventStore; published: EventStore }>;

async function using<T>(folder: string, work: (stores: Stores) => Promise<T>, engine = sqlite): Promise<T> {
  mkdirSync(join(folder, 'ledger'), { recursive: true });
  mkdirSync(join(folder, 'public'), { recursive: true });
  const { ledgerStore, publicStore } = dataFolder(folder);
  const ledger = await openLedgerStore({ ...engine, file: ledgerStore });
  const published = await openPublicStore({ ...engine, file: publicStore });
  try {
    return await work({ ledger, published });
  } finally {
    await ledger.close();
    await published.close();
  }
}

/** Events of every visibility, published; some more of them each time. */
const grow = (folder: string, engine = sqlite) =>
  using(
    folder,
    async ({ ledger, published }) => {
      await record(ledger, [closedEvent(), publicEvent(), publicEvent(), closedEvent()]);
      await publishAll(ledger, published);
    },
    engine,
  );

const all = ({ ledger, published }: Stores) =>
  Promise.all([
    ledger.readAll().then((events) => events.map(({ position: _, ...event }) => event)),
    readEntries(published, 0, 100).then((entries) => entries.map(({ text }) => text)),
    recordRoot(published),
  ]);

describe('minutebook copy', () => {
  it('carries a ledger and its public record over as they stand, and goes on with what is new', async () => {
    const [from, to] = [join(root, 'from'), join(root, 'to')];
    for (const size of [4, 8]) {
      await grow(from);
      await copyCommand({ from: `sqlite:${from}`, to: `sqlite:${to}` });
      expect(await using(to, all)).toEqual(await using(from, all));
      expect(printed.at(-1)).toContain(`Both public records have ${size} entries and the root `);
    }
  });

  it('says that a file of events has no public record', async () => {
    const from = join(root, 'from');
    await grow(from);
    const { ledgerStore } = dataFolder(from);
    await copyCommand({ from: `sqlite:${ledgerStore}`, to: `sqlite:${join(root, 'events.sqlite')}` });
    expect(printed.at(-1)).toContain('The public record was not copied');
  });

  const { store } = engineOf('');
  if (store === 'sqlite') it.todo('carries it to a database and back: needs MINUTEBOOK_STORE');
  else
    it('carries it to a database, where the publisher goes on, and back', async () => {
      const [from, back, engine] = [join(root, 'from'), join(root, 'back'), engineOf(root)];
      const { storePrefix: prefix } = engine;
      await grow(from);
      const keys = (one: string, of = sqlite) =>
        openVault({ ...of, vault: 'store', file: dataFolder(one).vault });
      const before = await keys(from);
      const key = await before.provide('p-1');
      await before.destroy('p-2');
      await before.close();
      await copyCommand({ from: `sqlite:${from}`, to: store, prefix });
      expect(printed).toContain('Keys of persons in both vaults: 1; destroyed in both: 1');
      expect(await using(root, all, engine)).toEqual(await using(from, all));
      await grow(root, engine);
      await copyCommand({ from: store, to: `sqlite:${back}`, prefix });
      const after = await keys(back);
      expect(await after.entries()).toEqual([
        { personId: 'p-1', key },
        { personId: 'p-2', key: undefined },
      ]);
      await after.close();
      expect(await using(back, all)).toEqual(await using(root, all, engine));
      await grow(back);
      expect(await using(back, ({ published }) => recordRoot(published))).toMatchObject({ size: 12 });
    });
});
