import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
} from 'node:fs';
import Database from 'better-sqlite3';
import { Failure } from '../failure.ts';

/** Milliseconds that a copy waits for a transaction of whoever writes meanwhile. */
const busyTimeout = 30_000;

/** Until it would survive a power cut. */
export function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Makes a folder that only its owner may look into. @throws Failure where something is in it already */
export function makeEmptyFolder(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Failure(`${folder} is not empty: nothing is overwritten; name a new folder`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/** @throws Failure where SQLite finds the file damaged */
export function checkIntegrity(file: string): void {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const found = db.pragma('integrity_check(3)', { simple: true });
    if (found !== 'ok') throw new Failure(`${file} is damaged: ${String(found)}`);
  } finally {
    db.close();
  }
}

/**
 * One state of a database, while others read and write: `VACUUM INTO` reads a snapshot, and what was deleted from
 * the file is in no page of the copy (https://sqlite.org/lang_vacuum.html).
 */
export function copyDatabase(from: string, to: string): void {
  const db = new Database(from, { readonly: true, fileMustExist: true, timeout: busyTimeout });
  try {
    db.prepare('VACUUM INTO ?').run(to);
  } finally {
    db.close();
  }
  sync(to);
  checkIntegrity(to);
}
