import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { TreeHead } from './checkpoints.ts';

const fileIn = (folder: string): string => join(folder, 'last-signed');

/**
 * What this signer signed last, noted beside the record: a public record that was put back to an older state does
 * not know of it, and must not be signed in another way from there.
 */
export function lastSigned(folder: string): TreeHead | undefined {
  if (!existsSync(fileIn(folder))) return undefined;
  const [, size = '', root = ''] = /^(\d+) (\S+)\n$/.exec(readFileSync(fileIn(folder), 'utf8')) ?? [];
  return root === '' ? undefined : { size: Number(size), root };
}

/** Before the signature is made. */
export function noteSigned(folder: string, { size, root }: TreeHead): void {
  const temporary = join(folder, `last-signed.${randomBytes(6).toString('hex')}`);
  const descriptor = openSync(temporary, 'wx');
  try {
    writeSync(descriptor, `${size} ${root}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(temporary, fileIn(folder));
}
