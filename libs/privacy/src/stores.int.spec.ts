import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { vaultContract } from './testing/index.ts';
import { Directory, DirectoryReader, KeyDestroyed, Mentions, SqliteVault, UnusableFile } from './index.ts';

let folder = '';
let file = '';
const closing: (() => unknown)[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-privacy-'));
  file = join(folder, 'file.sqlite');
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  rmSync(folder, { recursive: true });
});

const opened = <T extends Readonly<{ close: () => unknown }>>(one: T): T => {
  closing.push(() => one.close());
  return one;
};
const onDisk = (): Buffer =>
  Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));

describe('the vault', () => {
  const vault = () => opened(SqliteVault.open({ file }));

  vaultContract(vault);

  it('is for its owner alone', () => {
    vault();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
  it('destroys: no byte of the key is left beside many others, and there is never another one', async () => {
    const keys = vault();
    const ids = Array.from({ length: 60 }, (_, i) => `p-${i}`);
    const made = await Promise.all(ids.map((id) => keys.provide(id)));
    for (const i of [0, 31, 59]) {
      expect(onDisk().includes(made[i] ?? '')).toBe(true);
      await keys.destroy(ids[i] ?? '');
      expect(onDisk().includes((made[i] ?? Buffer.alloc(0)).subarray(0, 8))).toBe(false);
      await expect(keys.provide(ids[i] ?? '')).rejects.toThrow(KeyDestroyed);
      await expect(vault().provide(ids[i] ?? '')).rejects.toThrow(KeyDestroyed);
      expect(await keys.find(ids[i] ?? '')).toBeUndefined();
      await keys.destroy(ids[i] ?? '');
    }
    expect(await keys.find('p-1')).toEqual(made[1]);
    expect(readdirSync(folder)).toEqual(['file.sqlite']);
  });
  it('leaves files alone that are not its own', () => {
    opened(Directory.open({ file }));
    expect(() => SqliteVault.open({ file })).toThrow(UnusableFile);
    writeFileSync(join(folder, 'text'), 'this is no database'.repeat(500));
    expect(() => SqliteVault.open({ file: join(folder, 'text') })).toThrow();
  });
});

describe('the directory', () => {
  const entry = { personId: 'p-1', name: 'Zephyrine Oquendo', salt: '5a'.repeat(32) };

  it('is read by others, and forgets without a trace', () => {
    const reader = opened(new DirectoryReader(file));
    expect([reader.find('p-1'), reader.version()]).toEqual([undefined, 0]);
    const directory = opened(Directory.open({ file }));
    for (let i = 2; i < 60; i++) directory.publish({ ...entry, personId: `p-${i}`, name: `Name ${i}` });
    directory.publish(entry);
    const before = reader.version();
    expect(reader.find('p-1')).toEqual(entry);
    directory.publish({ ...entry, name: 'Another Name' });
    expect(onDisk().includes('Zephyrine')).toBe(false);
    directory.forget('p-1');
    expect(onDisk().includes('Another')).toBe(false);
    expect(onDisk().includes(entry.salt)).toBe(true);
    expect(reader.find('p-1')).toBeUndefined();
    expect(reader.version()).not.toBe(before);
    directory.forget('p-1');
  });
});

describe('mentions', () => {
  it('tell which texts name a person, until they are forgotten', () => {
    const mentions = opened(Mentions.open({ file }));
    mentions.note(['p-1', 'p-2'], ['aa', 'bb']);
    mentions.note(['p-1'], ['bb', 'cc']);
    expect([mentions.of('p-1'), mentions.of('p-2')]).toEqual([
      ['aa', 'bb', 'cc'],
      ['aa', 'bb'],
    ]);
    mentions.forget('p-1');
    expect([mentions.of('p-1'), mentions.of('p-2')]).toEqual([[], ['aa', 'bb']]);
  });
});
