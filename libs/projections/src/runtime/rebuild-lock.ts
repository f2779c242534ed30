import { join } from 'node:path';
import Database from 'better-sqlite3';
import { RebuildUnderWay } from './errors.ts';
import { sqliteCode } from './sqlite-code.ts';

/**
 * Held by the one process that fills a generation. The lock is the operating system's, taken through SQLite:
 * a killed process leaves none behind.
 */
export type RebuildLock = Readonly<{ release: () => void }>;

/** @throws RebuildUnderWay */
export function lockForRebuild(folder: string): RebuildLock {
  const db = new Database(join(folder, 'rebuild.lock'), { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    throw sqliteCode(error) === 'SQLITE_BUSY' ? new RebuildUnderWay(folder) : error;
  }
  return { release: () => db.close() };
}
