import Database from 'better-sqlite3';
import { currentGeneration, deleteGeneration, fileOf, generationsIn } from './folder.ts';
import { isDamaged } from './generation-file.ts';
import type { GenerationNumber } from './folder.ts';
import { sqliteCode } from './sqlite-code.ts';

/**
 * Whether nobody has the file open. Leaving the write-ahead log needs a database alone, and puts everything
 * into the one file: whoever still opens it by an old pointer finds it whole.
 */
function isUnused(file: string): boolean {
  try {
    const db = new Database(file, { timeout: 0 });
    try {
      return db.pragma('journal_mode = DELETE', { simple: true }) === 'delete';
    } finally {
      db.close();
    }
  } catch (error) {
    if (sqliteCode(error) === '') throw error;
    return isDamaged(error);
  }
}

/** Deletes a generation unless some connection still uses it; then its last user does it later. */
export function removeIfUnused(folder: string, generation: GenerationNumber): void {
  if (isUnused(fileOf(folder, generation))) deleteGeneration(folder, generation);
}

/** Deletes what was current once and is not used any more. */
export function removeSuperseded(folder: string): void {
  const current = currentGeneration(folder) ?? 0;
  for (const generation of generationsIn(folder))
    if (generation < current) removeIfUnused(folder, generation);
}
