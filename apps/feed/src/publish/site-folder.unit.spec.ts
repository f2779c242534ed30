import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SiteFolder } from './site-folder.ts';

const manifest = { baseUrl: 'https://x.example', sizes: [1, 1], policy: 'p' } as const;

describe('the folder of a site', () => {
  let folder: string;
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const run = (files: Readonly<Record<string, string>>, order: (path: string) => number = () => 0) => {
    const site = new SiteFolder(folder);
    for (const [path, text] of Object.entries(files)) site.put(path, Buffer.from(text));
    return site.commit(order, manifest);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'minutebook-folder-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('stays as it was until the end of a run', () => {
    const site = new SiteFolder(folder);
    site.put('a/b', Buffer.from('1'));
    expect(readdirSync(folder)).toEqual(['.minutebook']);
    expect(site.commit(() => 0, manifest)).toEqual({ written: ['a/b'], removed: [], unchanged: 0 });
    expect(read('a/b')).toBe('1');
    expect(readdirSync(join(folder, '.minutebook'))).toEqual(['files.json']);
  });

  it('gets its files in the order that is asked for', () => {
    expect(run({ last: '3', b: '1', a: '2' }, (path) => (path === 'last' ? 1 : 0)).written).toEqual([
      'a',
      'b',
      'last',
    ]);
  });

  it('loses what a run wrote and the next has not, with empty folders, and nothing else', () => {
    run({ 'a/b/c': '1', 'a/d': '2', e: '3' });
    writeFileSync(join(folder, 'a/mine'), 'mine');
    expect(run({ e: '3' })).toEqual({ written: [], removed: ['a/b/c', 'a/d'], unchanged: 1 });
    expect(existsSync(join(folder, 'a/b'))).toBe(false);
    expect(read('a/mine')).toBe('mine');
  });

  it('is its own after a run that was cut off while files took their places', () => {
    run({ a: '1', gone: '1' });
    mkdirSync(join(folder, 'm'));
    const site = new SiteFolder(folder);
    for (const path of ['b', 'm', 'z']) site.put(path, Buffer.from('2'));
    expect(() => site.commit(() => 0, manifest)).toThrow(/EISDIR|ENOTEMPTY|directory/);
    expect([existsSync(join(folder, 'b')), existsSync(join(folder, 'z'))]).toEqual([true, false]);
    rmSync(join(folder, 'm'), { recursive: true });
    expect(run({ b: '3', m: '3' })).toEqual({
      written: ['b', 'm'],
      removed: ['a', 'gone', 'z'],
      unchanged: 0,
    });
    expect(readdirSync(folder).toSorted()).toEqual(['.minutebook', 'b', 'm']);
  });

  it('keeps what never changes, if a run wrote it and it is there', () => {
    run({ tile: '1', lost: '1' });
    rmSync(join(folder, 'lost'));
    const site = new SiteFolder(folder);
    expect(['tile', 'lost', 'other'].map((path) => site.keep(path))).toEqual([true, false, false]);
    expect(site.commit(() => 0, manifest)).toEqual({ written: [], removed: ['lost'], unchanged: 1 });
  });

  it('has one thing at a path', () => {
    expect(() => run({ a: '1', 'a/': '2' })).toThrow();
    const site = new SiteFolder(folder);
    site.put('b', Buffer.from('1'));
    expect(() => site.put('b', Buffer.from('1'))).toThrow(/two things would be b/);
  });
});
