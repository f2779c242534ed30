import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { sha256Of, sync } from './files.ts';
import { parts } from './parts.ts';
import type { Half } from './parts.ts';
import type { RecordState } from './record-state.ts';

/** Written last: a folder without it is no backup. */
export type Manifest = Readonly<{
  /** Of this layout. */
  version: 1;
  /** The same in both halves of one backup. */
  backup: string;
  half: Half;
  /** When the copying began: nothing that was recorded before is missing. */
  startedAt: string;
  state: RecordState;
  /** SHA-256 of each file. */
  files: Readonly<Record<string, string>>;
}>;

const fileOf = (folder: string): string => join(folder, 'manifest.json');

export async function writeManifest(
  folder: string,
  manifest: Omit<Manifest, 'version' | 'files'>,
): Promise<void> {
  const files: Record<string, string> = {};
  for (const { half, name } of parts)
    if (half === manifest.half && existsSync(join(folder, name)))
      files[name] = await sha256Of(join(folder, name));
  writeFileSync(fileOf(folder), `${JSON.stringify({ version: 1, ...manifest, files }, undefined, 2)}\n`, {
    mode: 0o600,
  });
  sync(fileOf(folder));
  sync(folder);
}

/** The manifest of a half whose files are as they were written. @throws Failure */
export async function readManifest(folder: string, half: Half): Promise<Manifest> {
  if (!existsSync(fileOf(folder)))
    throw new Failure(
      `${folder} is no backup, or one that was not finished: there is no manifest.json in it`,
    );
  const manifest = JSON.parse(readFileSync(fileOf(folder), 'utf8')) as Manifest;
  if (manifest.version !== 1)
    throw new Failure(`${folder} was made by another version of Minutebook: restore it with that one`);
  if (manifest.half !== half)
    throw new Failure(`${folder} holds the ${manifest.half} of a backup, not the ${half}`);
  for (const [name, sha256] of Object.entries(manifest.files)) {
    const file = join(folder, name);
    if (!existsSync(file)) throw new Failure(`${file} is missing from the backup`);
    if ((await sha256Of(file)) !== sha256)
      throw new Failure(`${file} is not as it was written: take another backup`);
  }
  return manifest;
}
