import { hash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isSha256, SqliteBlobStore, UnusableBlobFile } from './index.ts';
import type { SqliteBlobStoreOptions } from './index.ts';

const text = Buffer.from('Article I. The committee has sixteen seats.');
const sha256 = hash('sha256', text);

let folder: string;
let file: string;
const opened: SqliteBlobStore[] = [];
const open = (options: Partial<SqliteBlobStoreOptions> = {}): SqliteBlobStore => {
  const store = SqliteBlobStore.open({ file, ...options });
  opened.push(store);
  return store;
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-blobs-'));
  file = join(folder, 'blobs.sqlite');
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
  rmSync(folder, { recursive: true });
});

/** All bytes of the store's files, the write-ahead log too. */
const onDisk = (): Buffer =>
  Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));

describe('SqliteBlobStore', () => {
  it('names bytes by their SHA-256 and gives them back as they were', async () => {
    const store = open();
    expect(await store.put(text, 'text/plain; charset=utf-8')).toBe(sha256);
    const blob = await store.get(sha256);
    expect({ ...blob, bytes: blob?.bytes.equals(text) }).toEqual({
      sha256,
      mediaType: 'text/plain; charset=utf-8',
      bytes: true,
    });
    expect([await store.has(sha256), await store.has('0'.repeat(64))]).toEqual([true, false]);
    expect(await store.get('0'.repeat(64))).toBeUndefined();
  });

  it('keeps empty bytes, and any bytes', async () => {
    const store = open();
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
    for (const one of [Buffer.alloc(0), bytes]) {
      const name = await store.put(one, 'application/octet-stream');
      expect((await store.get(name))?.bytes.equals(one)).toBe(true);
    }
  });

  it('changes nothing when the same bytes come again', async () => {
    const store = open();
    await store.put(text, 'text/plain');
    expect(await store.put(text, 'text/html')).toBe(sha256);
    expect((await store.get(sha256))?.mediaType).toBe('text/plain');
  });

  it('is there for other connections, at once and after it is closed', async () => {
    const store = open();
    await store.put(text, 'text/plain');
    expect(await open({ readOnly: true }).has(sha256)).toBe(true);
    await store.close();
    expect(await open().has(sha256)).toBe(true);
  });

  it('erases: nothing of the bytes is left in any file', async () => {
    const store = open();
    await store.put(text, 'text/plain');
    expect(onDisk().includes(text)).toBe(true);
    expect(await store.delete(sha256)).toBe(true);
    expect(onDisk().includes(text)).toBe(false);
    expect([await store.has(sha256), await store.delete(sha256)]).toEqual([false, false]);
  });

  it('never takes back what was erased, not even where it comes after the erasing', async () => {
    const store = open();
    expect(await store.isErased(sha256)).toBe(false);
    expect(await store.delete(sha256)).toBe(false);
    await store.put(text, 'text/plain');
    expect([await store.get(sha256), await store.isErased(sha256)]).toEqual([undefined, true]);
    expect(onDisk().includes(text)).toBe(false);
  });

  it('erases what lies on overflow pages', async () => {
    const store = open();
    const long = Buffer.from('one secret sentence. '.repeat(10_000));
    const name = await store.put(long, 'text/plain');
    await store.delete(name);
    expect(onDisk().includes('secret')).toBe(false);
  });

  it('writes nothing where it may only read', async () => {
    await open().put(text, 'text/plain');
    await expect(open({ readOnly: true }).put(Buffer.from('x'), 'text/plain')).rejects.toThrow(/readonly/);
  });

  it('leaves files alone that are not its own', () => {
    writeFileSync(file, 'this is no database'.repeat(500));
    expect(() => open()).toThrow(UnusableBlobFile);
    const other = new Database(join(folder, 'other.sqlite'));
    other.exec('CREATE TABLE t (x)').close();
    expect(() => open({ file: join(folder, 'other.sqlite') })).toThrow(/name another file/);
    expect(() => open({ file: join(folder, 'missing.sqlite'), readOnly: true })).toThrow(UnusableBlobFile);
  });
});

it('knows a SHA-256 when it sees one', () => {
  expect([sha256, sha256.toUpperCase(), sha256.slice(1), 7].map(isSha256)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
