import Database from 'better-sqlite3';
import type { Recorded } from '#governance';
import { readsOn } from '../runtime/reads.ts';
import type { ReadModel, Reads } from '../runtime/index.ts';

/** What queries see after some events went through read models: in memory, without the runtime. */
export function projected(models: readonly ReadModel[], events: readonly Recorded[]): Reads {
  const db = new Database(':memory:');
  for (const { tables } of models) db.exec(tables);
  const projectors = models.map(({ project }) => project(db));
  for (const recorded of events) for (const project of projectors) project(recorded);
  return readsOn(db);
}
