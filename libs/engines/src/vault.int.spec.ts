import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from '@jest/globals';
import type { Vault } from '#privacy';
import { vaultContract } from '#privacy/testing';
import { openVault } from './index.ts';
import { engineOf, removeStreams } from './testing/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'minutebook-vault-'));
const opened: Vault[] = [];
afterAll(async () => {
  await Promise.all(opened.map((vault) => vault.close()));
  await removeStreams(folder);
  rmSync(folder, { recursive: true });
});

const file = join(folder, 'vault.sqlite');
const all = await Promise.all(
  Array.from({ length: 12 }, () => openVault({ ...engineOf(folder), vault: 'store', file })),
);
opened.push(...all);

describe('the vault where the events are', () => vaultContract(() => all.pop()!));
