import Database from 'better-sqlite3';
import type { Recorded } from '#governance';
import { readsOn } from '../runtime/reads.ts';
import type { ReadModel, Reads } from '../runtime/index.ts';

/**
 * What queries see after some events went through read models, in batches of some sizes (by default all in
 * one): in memory, without the runtime.
 */
export function projected(
  models: readonly ReadModel[],
  events: readonly Recorded[],
  batchSizes: readonly number[] = [],
): Reads {
  const db = new Database(':memory:');
  for (const { tables } of models) db.exec(tables);
  const flushes: (() => void)[] = [];
  const projectors = models.map(({ project }) => project(db, (flush) => flushes.push(flush)));
  const sizes = batchSizes.values();
  let left = sizes.next().value ?? Infinity;
  for (const recorded of events) {
    for (const project of projectors) project(recorded);
    if (--left > 0) continue;
    for (const flush of flushes) flush();
    left = sizes.next().value ?? Infinity;
  }
  for (const flush of flushes) flush();
  return readsOn(db);
}
