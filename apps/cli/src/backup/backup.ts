import { randomUUID } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isEmbedded } from '#engines';
import type { DataFolder } from '../data-folder.ts';
import { Failure } from '../failure.ts';
import { chosenLedger } from '../ledger-store.ts';
import { copyDatabase, makeEmptyFolder, sync } from './files.ts';
import { writeManifest } from './manifest.ts';
import { parts } from './parts.ts';
import type { Halves, Part } from './parts.ts';
import { checkRecord } from './record-state.ts';
import type { RecordFiles, RecordState } from './record-state.ts';

export type BackupOptions = Readonly<{ data?: string; secrets?: string }>;

/** Both halves under one folder, where no other place is named for the secrets. */
export const halvesOf = (folder: string, secrets?: string): Halves => ({
  record: resolve(folder, 'record'),
  secrets: secrets === undefined ? resolve(folder, 'secrets') : resolve(secrets),
});

export const recordFiles = ({ record, secrets }: Halves): RecordFiles => ({
  events: join(record, 'events.sqlite'),
  publicStore: join(record, 'public.sqlite'),
  blobs: [join(record, 'blobs.sqlite'), join(record, 'public-blobs.sqlite')].filter((file) =>
    existsSync(file),
  ),
  keys: join(secrets, 'log.key'),
});

function copyPart({ name, half, of, isText }: Part, folder: DataFolder, halves: Halves): void {
  const [from, to] = [of(folder), join(halves[half], name)];
  // A ledger makes its files when it needs them first.
  if (!existsSync(from)) return;
  if (isText) copyFileSync(from, to);
  else copyDatabase(from, to);
  chmodSync(to, 0o600);
  sync(to);
}

/** Copies everything, and checks the copies. @throws Failure with nothing left of what was begun */
async function copyAll(folder: DataFolder, halves: Halves): Promise<RecordState> {
  const startedAt = new Date().toISOString();
  const backup = randomUUID();
  for (const part of parts) copyPart(part, folder, halves);
  const state = await checkRecord(recordFiles(halves));
  // The record's last: with its manifest, the backup is whole.
  for (const half of ['secrets', 'record'] as const)
    await writeManifest(halves[half], { backup, half, startedAt, state });
  return state;
}

const advice = (halves: Halves): string =>
  `Keep ${halves.secrets} apart from ${halves.record}: whoever has both reads every name and can sign in the log's name. ` +
  'Backups remember: when somebody is erased, delete the secrets of all backups from before.';

/** `minutebook backup FOLDER`: with and without a running ledger. @throws Failure */
export async function backupCommand(to: string, { data, secrets }: BackupOptions): Promise<void> {
  const { config, folder } = chosenLedger({ ...(data !== undefined && { data }) });
  if (!isEmbedded(config))
    throw new Failure(
      'events are in a database of their own: back it up by its own means, and the data folder',
    );
  for (const file of [folder.ledgerStore, folder.publicStore])
    if (!existsSync(file))
      throw new Failure(`there is no ledger in ${folder.dir}: give its folder with --data`);
  const halves = halvesOf(to, secrets);
  makeEmptyFolder(resolve(to));
  for (const half of Object.values(halves)) makeEmptyFolder(half);
  try {
    const { position, entries, checkpoint } = await copyAll(folder, halves);
    const signed = checkpoint ? `, signed up to entry ${checkpoint.size} at ${checkpoint.publishedAt}` : '';
    console.log(
      `Backed up and verified: events up to position ${position}, ${entries} public entries${signed}.`,
    );
    console.error(advice(halves));
  } catch (error) {
    for (const half of Object.values(halves)) rmSync(half, { recursive: true });
    throw error;
  }
}
