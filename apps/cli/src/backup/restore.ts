import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { loadConfig } from '../../../../libs/platform/src/config/index.ts';
import { dataFolder } from '../data-folder.ts';
import type { DataFolder } from '../data-folder.ts';
import { Failure } from '../failure.ts';
import { ledgerInFiles, withLedgerStore } from '../ledger-store.ts';
import { halvesOf, recordFiles } from './backup.ts';
import { eraseAgain, erasedIn, recordErasures } from './erasures.ts';
import { checkIntegrity, sync } from './files.ts';
import { readManifest } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { parts } from './parts.ts';
import type { Halves } from './parts.ts';
import { checkRecord } from './record-state.ts';

export type RestoreOptions = Readonly<{
  data?: string;
  secrets?: string;
  checkpoint?: string;
  nothingPublishedSince?: boolean;
  erase?: string;
}>;

/** Inside the target, which may be a mounted volume: everything is there before the first file has its name. */
const stagingName = '.restoring';

/** @throws Failure */
async function readCheckpoint(place: string): Promise<string> {
  try {
    if (!/^https?:\/\//.test(place)) return readFileSync(place, 'utf8');
    const answer = await fetch(place, { signal: AbortSignal.timeout(10_000) });
    if (!answer.ok) throw new Error(`it answers ${answer.status}`);
    return await answer.text();
  } catch (error) {
    throw new Failure(`the checkpoint ${place} cannot be read: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/**
 * What others have seen of the log. Signed on from an older state, the log would say two different things of the
 * same entries, and nobody would believe it again.
 *
 * @throws Failure where nothing is said of it
 */
async function seenByOthers({ state }: Manifest, options: RestoreOptions): Promise<string | undefined> {
  if (options.checkpoint !== undefined) return readCheckpoint(options.checkpoint);
  if (options.nothingPublishedSince || !state.checkpoint) return undefined;
  const { size, publishedAt } = state.checkpoint;
  throw new Failure(
    `this backup is signed up to entry ${size} (${publishedAt}), and the log must never be signed on from less than ` +
      'anybody has seen. Give the newest checkpoint that there is, of a feed, a mirror, a proxy or a witness: ' +
      '--checkpoint https://…/log/checkpoint (or a file); or say that nobody has a newer one: --nothing-published-since',
  );
}

async function readManifests(halves: Halves): Promise<Manifest> {
  const record = await readManifest(halves.record, 'record');
  const secrets = await readManifest(halves.secrets, 'secrets');
  if (record.backup !== secrets.backup)
    throw new Failure(
      `${halves.secrets} is of another backup (${secrets.startedAt}) than ${halves.record} (${record.startedAt})`,
    );
  return record;
}

/** @throws Failure where anything but a restore that was cut off is in it */
function makeStaging(dir: string): string {
  const staging = join(dir, stagingName);
  rmSync(staging, { recursive: true, force: true });
  if (existsSync(dir) && readdirSync(dir).length > 0)
    throw new Failure(`${dir} is not empty: a restore overwrites nothing; name a new folder with --data`);
  mkdirSync(dir, { recursive: true, mode: 0o711 });
  mkdirSync(staging);
  return staging;
}

/** The modes are those of the ledger's own data folder. */
function copyTo(folder: DataFolder, halves: Halves): void {
  mkdirSync(dirname(folder.ledgerStore), { mode: 0o700 });
  mkdirSync(dirname(folder.publicStore), { mode: 0o755 });
  for (const { half, name, of, mode, isText } of parts) {
    const from = join(halves[half], name);
    if (!existsSync(from)) continue;
    copyFileSync(from, of(folder));
    chmodSync(of(folder), mode);
    sync(of(folder));
    if (!isText) checkIntegrity(of(folder));
  }
}

/** One id a line. @throws Failure */
function idsIn(file: string): readonly string[] {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  } catch (error) {
    throw new Failure(`the list of persons ${file} cannot be read: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

async function erase(folder: DataFolder, { startedAt }: Manifest, file: string | undefined): Promise<number> {
  const further = file === undefined ? [] : idsIn(file);
  const basis = `Erased after the backup of ${startedAt}, which was restored.`;
  const erased = await withLedgerStore(
    ledgerInFiles(folder),
    further.length > 0 ? 'write' : 'read',
    async (store) => {
      await recordErasures(store, further, basis);
      return erasedIn(store);
    },
  );
  await eraseAgain(folder, erased);
  return erased.size;
}

function unstage(staging: string, dir: string): void {
  for (const name of readdirSync(staging)) renameSync(join(staging, name), join(dir, name));
  rmSync(staging, { recursive: true });
  sync(dir);
}

/** `minutebook restore FOLDER`: into a data folder that is not there yet, or empty. @throws Failure */
export async function restoreCommand(from: string, options: RestoreOptions): Promise<void> {
  const dir = resolve(options.data ?? loadConfig().data);
  const halves = halvesOf(from, options.secrets);
  const manifest = await readManifests(halves);
  const seen = await seenByOthers(manifest, options);
  const { position, entries } = await checkRecord({ ...recordFiles(halves), seen });
  const staging = makeStaging(dir);
  const folder = dataFolder(staging);
  copyTo(folder, halves);
  const erased = await erase(folder, manifest, options.erase);
  unstage(staging, dir);
  console.log(
    `Restored and verified in ${dir}: events up to position ${position}, ${entries} public entries; ` +
      `${erased} erased ${erased === 1 ? 'person stays' : 'persons stay'} erased.`,
  );
  console.error(
    `The backup is of ${manifest.startedAt}. Whoever was erased after that is back unless --erase named them: erase them again now.`,
  );
}
