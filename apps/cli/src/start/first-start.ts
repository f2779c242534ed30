import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { actorIdOfApiKey, makeApiKey } from '../../../../libs/platform/src/auth/api-key.ts';
import { referenceFile } from '../checkout.ts';
import type { DataFolder } from '../data-folder.ts';
import { importCommand } from '../import/command.ts';
import { withLedgerStore } from '../ledger-store.ts';
import type { Chosen } from '../ledger-store.ts';
import { accessWriter } from '../keys/access-writer.ts';
import { issue } from '../keys/issue.ts';

/** In this order: instruments name organizations and bodies, claims name the sources. */
export const histories = [
  'los-angeles-and-san-diego.json',
  'los-angeles-and-san-diego-instruments.json',
  'los-angeles-and-san-diego-cohorts.json',
  'los-angeles-and-san-diego-commitments.json',
  'los-angeles-and-san-diego-claims.json',
  'example-meeting.json',
];

/** The key in a file that only its owner may read; made at the first call. */
function keyIn(file: string, actorId: string): string {
  if (!existsSync(file)) writeFileSync(file, `${makeApiKey(actorId).key}\n`, { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}

/**
 * Makes a secretary's key and one for recording the reference history. An interrupted first start is repeated:
 * the keys are in their files before they are in the record, and every step can be done twice.
 *
 * @returns the secretary's key
 */
export async function issueFirstKeys(chosen: Chosen): Promise<string> {
  const { folder } = chosen;
  const firstStart = keyIn(folder.firstStartKey, 'reference-history');
  const secretary = keyIn(folder.secretaryKey, 'secretary');
  await withLedgerStore(chosen, 'write', async (store) => {
    const write = accessWriter(store);
    await issue(write, firstStart, { role: 'secretary', label: 'Reference history, first start' });
    await issue(write, secretary, { role: 'secretary', label: 'Secretary, first start' });
  });
  return secretary;
}

/** Records the reference history and the example meeting through the API. @throws Failure */
export async function recordReferenceHistory(folder: DataFolder, url: string): Promise<void> {
  const key = keyIn(folder.firstStartKey, 'reference-history');
  for (const name of histories) await importCommand(referenceFile(name), { url, key });
}

/** The key of the first start has done its work. */
export async function completeFirstStart(chosen: Chosen): Promise<void> {
  const { folder } = chosen;
  const actorId = actorIdOfApiKey(keyIn(folder.firstStartKey, 'reference-history')) ?? '';
  await withLedgerStore(chosen, 'write', (store) =>
    accessWriter(store)(actorId, { type: 'RevokeKey', reason: 'The first start is complete.' }),
  );
  rmSync(folder.firstStartKey);
}
