import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { SqliteBlobStore } from '#blobs';
import { SqliteEventStore } from '#event-store-sqlite';
import { person } from '#governance';
import { Mentions, SqliteVault } from '#privacy';
import { Publisher } from '#public-record';
import { closedEvent, publicEvent, record, whenPublished } from '#public-record/testing';
import { commandIdFor, occurredAt, StreamWriter } from '#recording';
import type { WriteContext } from '#recording';
import { addKey, keyFileReader, openCheckpoints, Sealer } from '#transparency-log';
import { whenSealed } from '#transparency-log/testing';
import { dataFolder } from '../data-folder.ts';
import { backupCommand } from './backup.ts';
import { restoreCommand } from './restore.ts';

let root: string;
let printed: string[];
const cleanUp: (() => Promise<void>)[] = [];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'minutebook-backup-'));
  printed = [];
  jest.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(async () => {
  for (const clean of cleanUp.splice(0).reverse()) await clean();
  rmSync(root, { recursive: true });
});

const context = (personId: string): WriteContext => ({
  recordedBy: { actorId: 'operator', role: 'admin' },
  mode: 'live',
  commandId: commandIdFor('operator', undefined),
  correlationId: personId,
  visibility: 'members',
});

/** A ledger as far as it writes: its stores, a publisher and a signer. */
async function running(data: string) {
  const folder = dataFolder(data);
  mkdirSync(join(data, 'ledger'), { recursive: true });
  mkdirSync(join(data, 'public'), { recursive: true });
  if (!existsSync(folder.logKeys)) addKey(folder.logKeys, 'records.example.org/board');
  const store = await SqliteEventStore.open({ file: folder.ledgerStore, pollInterval: 1 });
  const publicStore = await SqliteEventStore.open({ file: folder.publicStore, pollInterval: 1 });
  const blobs = SqliteBlobStore.open({ file: folder.blobs });
  const vault = SqliteVault.open({ file: folder.vault });
  const mentions = Mentions.open({ file: folder.mentions });
  const stop = new AbortController();
  const working = [
    new Publisher({ ledger: store, publicStore }).run(stop.signal),
    new Sealer({
      store: publicStore,
      folder: join(data, 'tree'),
      signers: keyFileReader(folder.logKeys),
      interval: 0,
    }).run(stop.signal),
  ];
  let closed: Promise<void> | undefined;
  const end = async () => {
    stop.abort();
    await Promise.all(working);
    for (const one of [store, publicStore, blobs, vault]) await one.close();
    mentions.close();
  };
  const close = () => (closed ??= end());
  cleanUp.push(close);
  const tell = async (personId: string, command: person.Command) => {
    const writing = context(personId);
    await new StreamWriter(store).write(
      person.decider,
      { streamId: personId, command, context: writing },
      () => Promise.resolve({ at: occurredAt(writing, 'UTC'), personId, other: undefined }),
    );
  };
  const sealed = async () => {
    const head = await store.head();
    await whenPublished(publicStore, head);
    await whenSealed(publicStore, head);
  };
  const checkpoint = async () => (await openCheckpoints(publicStore)).state.published?.note ?? '';
  return { folder, store, publicStore, blobs, vault, mentions, tell, sealed, checkpoint, close };
}

const place = (name: string) => join(root, name);
const nothingPublishedSince = true;

describe('a backup while the ledger writes', () => {
  it('is one state of it, and goes on from there', async () => {
    const ledger = await running(place('data'));
    const sha256 = await ledger.blobs.put(Buffer.from('The bylaws.'), 'text/plain');
    await record(ledger.store, [publicEvent('first')]);
    await ledger.sealed();
    let writing = true;
    const load = (async () => {
      while (writing) await record(ledger.store, [publicEvent(), closedEvent()]);
    })();
    await backupCommand(place('backup'), { data: place('data') });
    writing = false;
    await load;
    await ledger.close();

    await restoreCommand(place('backup'), { data: place('new'), nothingPublishedSince });
    expect(printed.at(-1)).toMatch(
      /^Restored and verified in .*new: events up to position \d+, \d+ public entries; 0 erased/,
    );
    const again = await running(place('new'));
    const before = await again.store.head();
    expect(before).toBeGreaterThan(0);
    expect((await again.blobs.get(sha256))?.bytes.toString()).toBe('The bylaws.');
    await record(again.store, [publicEvent('goes on')]);
    await again.sealed();
    expect((await openCheckpoints(again.publicStore)).state.published?.size).toBe(before + 1);
    expect(statSync(again.folder.vault).mode & 0o777).toBe(0o600);
    expect(statSync(again.folder.logKeys).mode & 0o777).toBe(0o600);
  }, 30_000);
});

describe('a restored log', () => {
  it('never signs on from less than anybody has seen', async () => {
    const ledger = await running(place('data'));
    await record(ledger.store, [publicEvent(), publicEvent()]);
    await ledger.sealed();
    await backupCommand(place('backup'), { data: place('data'), secrets: place('apart') });
    const secrets = place('apart');
    const atBackup = await ledger.checkpoint();
    await record(ledger.store, [publicEvent()]);
    await ledger.sealed();
    writeFileSync(place('later'), await ledger.checkpoint());
    writeFileSync(place('same'), atBackup);
    writeFileSync(place('forged'), atBackup.replace('\n2\n', '\n1\n'));
    const restoring = (options: object) =>
      restoreCommand(place('backup'), { data: place('new'), secrets, ...options });
    await expect(restoring({})).rejects.toThrow(
      /signed up to entry 2 .* --checkpoint .* --nothing-published-since/,
    );
    await expect(restoring({ checkpoint: place('later') })).rejects.toThrow(
      /tree of 3 entries was signed.*entry 2 and all after it are missing/,
    );
    await expect(restoring({ checkpoint: place('forged') })).rejects.toThrow(/cannot be believed/);
    expect(existsSync(place('new'))).toBe(false);
    await restoring({ checkpoint: place('same') });
    await expect(restoring({ checkpoint: place('same') })).rejects.toThrow(/is not empty/);
  }, 30_000);
});

describe('persons who were erased', () => {
  it('stay erased, also with keys that were copied before', async () => {
    const ledger = await running(place('data'));
    for (const personId of ['p-1', 'p-2', 'p-3']) {
      await ledger.tell(personId, { type: 'RegisterPerson' });
      await ledger.vault.provide(personId);
    }
    const rendition = await ledger.blobs.put(Buffer.from('Minutes that name p-1'), 'text/plain');
    ledger.mentions.note(['p-1'], [rendition]);
    // The record knows it, and the process that would destroy the key has not come to it.
    await ledger.tell('p-1', { type: 'ErasePerson', basis: 'asked for it' });
    await ledger.sealed();
    await backupCommand(place('backup'), { data: place('data') });
    await ledger.close();

    writeFileSync(place('erased'), '# since then\np-2\n');
    await restoreCommand(place('backup'), {
      data: place('new'),
      nothingPublishedSince,
      erase: place('erased'),
    });
    expect(printed.at(-1)).toContain('2 erased persons stay erased');
    const again = await running(place('new'));
    expect(await again.vault.find('p-1')).toBeUndefined();
    expect(await again.vault.find('p-2')).toBeUndefined();
    expect(await again.vault.find('p-3')).toBeDefined();
    expect(await again.blobs.get(rendition)).toBeUndefined();
    const [, second] = await again.store.readStream('person-p-2');
    expect(second?.type).toBe('PersonErased');
  }, 30_000);
});

describe('a backup that cannot be trusted', () => {
  it('is refused: a changed file, a missing half, a folder in use', async () => {
    const ledger = await running(place('data'));
    await record(ledger.store, [publicEvent()]);
    await ledger.sealed();
    await backupCommand(place('backup'), { data: place('data') });
    await expect(backupCommand(place('backup'), { data: place('data') })).rejects.toThrow(/not empty/);
    await expect(backupCommand(place('other'), { data: place('nowhere') })).rejects.toThrow(/no ledger/);
    const restoring = () => restoreCommand(place('backup'), { data: place('new'), nothingPublishedSince });
    appendFileSync(join(place('backup'), 'record', 'events.sqlite'), 'x');
    await expect(restoring()).rejects.toThrow(/events\.sqlite is not as it was written/);
    rmSync(join(place('backup'), 'secrets'), { recursive: true });
    await expect(restoring()).rejects.toThrow();
    await expect(restoreCommand(place('data'), {})).rejects.toThrow(/is no backup/);
    expect(readFileSync(join(place('backup'), 'record', 'manifest.json'), 'utf8')).toContain(
      '"half": "record"',
    );
  }, 30_000);

  it('is not made of stores that do not belong together', async () => {
    const one = await running(place('one'));
    await record(one.store, [publicEvent('one')]);
    await one.sealed();
    await one.close();
    const other = await running(place('other'));
    await record(other.store, [publicEvent('other')]);
    await other.sealed();
    await other.close();
    writeFileSync(one.folder.ledgerStore, readFileSync(other.folder.ledgerStore));
    await expect(backupCommand(place('backup'), { data: place('one') })).rejects.toThrow(
      /different histories/,
    );
    expect(existsSync(join(place('backup'), 'record'))).toBe(false);
  }, 30_000);
});
