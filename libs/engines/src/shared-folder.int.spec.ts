import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '#event-store';
import { SqliteVault } from '#privacy';
import type { Vault } from '#privacy';
import { claimSharedPlaces, OtherSharedPlace } from './index.ts';

let folder: string;
let notes: MemoryEventStore;
const opened: Vault[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-shared-'));
  notes = new MemoryEventStore();
});
afterEach(async () => {
  for (const vault of opened.splice(0)) await vault.close();
  rmSync(folder, { recursive: true });
});

const vaultIn = (name: string): Vault => {
  const vault = SqliteVault.open({ file: join(folder, name) });
  opened.push(vault);
  return vault;
};

/** Stands for one in a database: only what it answers matters. */
const database = 'kurrentdb://db:2113';
const claim = (vault: Vault, { name = 'ours', keys = 'sqlite' } = {}) =>
  claimSharedPlaces(
    notes,
    { folderId: join(folder, name), keys, vault: join(folder, 'vault.sqlite') },
    vault,
  );

describe('what the ledgers on a database share', () => {
  it('is the folder of the first: one that is given another is told, however many ask at once', async () => {
    const vault = vaultIn('vault.sqlite');
    await Promise.all([claim(vault), claim(vault)]);
    await claim(vault);
    await expect(claim(vault, { name: 'theirs' })).rejects.toThrow(OtherSharedPlace);
    await expect(claim(vault, { name: 'theirs' })).rejects.toThrow(/MINUTEBOOK_SHARED_DATA/);
  });

  it('is the vault of the first: keys are destroyed where all others look for them', async () => {
    const [inDatabase, inAnother, inFile] = [vaultIn('db'), vaultIn('other-db'), vaultIn('vault.sqlite')];
    await Promise.all([claim(inDatabase, { keys: database }), claim(inDatabase, { keys: database })]);
    await claim(inDatabase, { keys: database });
    await expect(claim(inAnother, { keys: database })).rejects.toThrow(/MINUTEBOOK_VAULT/);
    await expect(claim(inFile)).rejects.toThrow(/MINUTEBOOK_VAULT/);
  });

  it('is a file where it was one before there was a choice', async () => {
    await claim(vaultIn('vault.sqlite'));
    await expect(claim(vaultIn('db'), { keys: database })).rejects.toThrow(/MINUTEBOOK_VAULT/);
  });

  it('is not begun in a database while there are keys in the file that it does not have', async () => {
    const [inDatabase, inFile] = [vaultIn('db'), vaultIn('vault.sqlite')];
    const entries = ['p-1', 'p-2'].map((personId) => ({ personId, key: randomBytes(32) }));
    for (const entry of entries) await inFile.adopt(entry);
    await inFile.destroy('p-3');
    await inDatabase.adopt(entries[0]!);
    const claiming = claim(inDatabase, { keys: database });
    await expect(claiming).rejects.toThrow(
      /^2 keys of persons .* `minutebook copy` .* MINUTEBOOK_VAULT=sqlite/,
    );
    for (const entry of await inFile.entries()) await inDatabase.adopt(entry);
    await claim(inDatabase, { keys: database });
  });
});
