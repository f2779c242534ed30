import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { StoreUnavailable } from '#event-store';
import { collect, newEvents, newStream } from '#event-store/testing';
import { GroupCommit } from './group-commit.ts';
import { NoStoreFile, UnusableStoreFile } from './index.ts';
import { openForWriting } from './schema.ts';
import { openedStores, temporaryFolder } from './testing/temporary.ts';

const { path, newFile } = await temporaryFolder();
const open = openedStores();

/** A database that somebody made with these statements. */
function databaseOf(statements: string): string {
  const file = newFile();
  new Database(file).exec(statements).close();
  return file;
}

describe('the connection that writes', () => {
  it('waits for the disk at every commit, also in a file that is opened again', () => {
    const file = newFile();
    for (const _ of ['made', 'opened again']) {
      const db = openForWriting(file, 0);
      expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
      expect(db.pragma('synchronous', { simple: true })).toBe(2);
      db.close();
    }
  });

  it('cannot change or remove events', async () => {
    const file = newFile();
    const store = await open({ file });
    await store.append(newStream(), 'any', newEvents(1));
    const db = openForWriting(file, 0);
    expect(() => db.exec("UPDATE events SET data = '{}'")).toThrow('events never change');
    expect(() => db.exec('DELETE FROM events')).toThrow('events never go');
    db.close();
  });

  it('lets go of the file when it is closed', async () => {
    const file = newFile();
    const store = await open({ file });
    await store.append(newStream(), 'any', newEvents(1));
    await store.close();
    await expect(readFile(`${file}-wal`)).rejects.toThrow('ENOENT');
  });
});

describe('the time of recording', () => {
  it('does not go back when the clock does', async () => {
    const file = newFile();
    const store = await open({ file });
    await store.append('clock-1', 'noStream', newEvents(1));
    const db = openForWriting(file, 0);
    db.exec(`INSERT INTO events SELECT 2, stream, 1, 1, '${randomUUID()}', type, '2999-01-01T00:00:00.000Z', '{}', '{}'
             FROM events`);
    db.close();
    await store.append('clock-1', 1, newEvents(2));
    const times = (await store.readAll({ after: 1 })).map(({ recordedAt }) => recordedAt);
    expect(times).toEqual(Array(3).fill('2999-01-01T00:00:00.000Z'));
  });
});

describe('a file that is no event store', () => {
  const foreign = {
    'another database': () => databaseOf('CREATE TABLE t (x)'),
    'a database of another application': () => databaseOf('PRAGMA application_id = 7'),
    'a store of a newer version': () =>
      databaseOf('PRAGMA application_id = 0x4d426573; PRAGMA user_version = 2'),
  };
  it.each(Object.entries(foreign))('is refused and left as it is: %s', async (_, make) => {
    const file = make();
    const before = await readFile(file);
    for (const readOnly of [false, true])
      await expect(open({ file, readOnly })).rejects.toThrow(UnusableStoreFile);
    expect(await readFile(file)).toEqual(before);
  });

  it('is named in the error, with what to do', async () => {
    const text = newFile();
    await writeFile(text, 'no database at all, but long enough to be read as the head of one. '.repeat(20));
    await expect(open({ file: text })).rejects.toThrow(`${text} cannot be opened: file is not a database`);
    await expect(open({ file: join(path, 'nowhere', 'x.sqlite') })).rejects.toThrow('make the folder first');
    await expect(open({ file: foreign['a store of a newer version']() })).rejects.toThrow(
      'schema version 2, this Minutebook knows version 1',
    );
  });
});

describe('a store that is opened to read', () => {
  it('reads and follows, and appends nothing', async () => {
    const [file, stream] = [newFile(), newStream()];
    const writer = await open({ file });
    await writer.append(stream, 'noStream', newEvents(2));
    const reader = await open({ file, readOnly: true });
    await expect(reader.append(stream, 'any', newEvents(1))).rejects.toThrow(StoreUnavailable);
    expect(await reader.readStream(stream)).toHaveLength(2);
    expect(await reader.head()).toBe(2);
  });

  it('can be alone', async () => {
    const file = newFile();
    const writer = await open({ file });
    await writer.append(newStream(), 'any', newEvents(2));
    await writer.close();
    const reader = await open({ file, readOnly: true });
    expect(await reader.readAll()).toHaveLength(2);
  });

  it('does not make the file', async () => {
    const file = newFile();
    await expect(open({ file, readOnly: true })).rejects.toThrow(NoStoreFile);
    await expect(readFile(file)).rejects.toThrow('ENOENT');
    await writeFile(file, '');
    await expect(open({ file, readOnly: true })).rejects.toThrow(NoStoreFile);
  });

  it('waits for the file and its folder when it is told to', async () => {
    const folder = join(path, 'made later');
    const file = join(folder, 'store.sqlite');
    const { signal } = new AbortController();
    const opening = open({ file, readOnly: true, wait: signal, pollInterval: 5 });
    await mkdir(folder);
    const writer = await open({ file });
    const subscriber = collect(await opening);
    await subscriber.reached((await writer.append(newStream(), 'any', newEvents(1))).position);
    await subscriber.stop();
  });

  it('stops waiting when it is told to', async () => {
    const opening = open({ file: newFile(), readOnly: true, wait: AbortSignal.timeout(20), pollInterval: 5 });
    await expect(opening).rejects.toThrow(NoStoreFile);
  });
});

describe('a writer that dies', () => {
  const doNothing = (): void => undefined;
  const deaths = { 'ends by itself': 'process.exit(1)', 'throws an error': "throw new Error('out of luck')" };

  it.each(Object.entries(deaths))(
    'fails the appends under way and all later ones: it %s',
    async (_, death) => {
      const code = `require('node:worker_threads').parentPort.once('message', () => { ${death} })`;
      const commits = new GroupCommit('x.sqlite', () => new Worker(code, { eval: true }));
      const append = () =>
        new Promise((resolve, reject) => {
          commits.append([{ stream: newStream(), expected: 'any', events: newEvents(1) }], resolve, reject);
        });
      const first = append();
      const waiting = append();
      await expect(first).rejects.toThrow(StoreUnavailable);
      await expect(waiting).rejects.toThrow('the writer of x.sqlite has ended');
      await expect(append()).rejects.toThrow(StoreUnavailable);
      await commits.close();
    },
  );

  it.each(Object.values(deaths))('keeps nobody from closing: %s', async (death) => {
    const commits = new GroupCommit('x.sqlite', () => new Worker(death, { eval: true }));
    commits.append([{ stream: newStream(), expected: 'any', events: newEvents(1) }], doNothing, doNothing);
    await commits.close();
  });

  it('is not started before the first append', async () => {
    let started = 0;
    const commits = new GroupCommit('x.sqlite', () => {
      started++;
      return new Worker('process.exit(1)', { eval: true });
    });
    await commits.close();
    expect(started).toBe(0);
  });
});
