import { createHash } from 'node:crypto';
import { isEmbedded } from '../index.ts';
import type { Engine } from '../index.ts';

type Environment = Readonly<Record<string, string>>;

/**
 * Where tests keep events: in files, or in the database that `MINUTEBOOK_STORE` names. There, what belongs to one
 * data folder has streams of its own, also after the process was started again.
 */
export function storeOf(data: string): Environment {
  const { MINUTEBOOK_STORE: store = 'sqlite' } = process.env;
  if (store === 'sqlite') return {};
  const digest = createHash('sha256').update(data).digest('hex').slice(0, 12);
  return { MINUTEBOOK_STORE: store, MINUTEBOOK_STORE_PREFIX: `t${digest}_` };
}

/** Whether tests keep events in files. */
export const embedded = isEmbedded({ store: process.env.MINUTEBOOK_STORE ?? 'sqlite' });

/** For tests of what only files have, or promise: whether they run, and a line that says that they do not. */
export function inFiles(tests: string): boolean {
  if (!embedded) process.stderr.write(`SKIPPED: ${tests}: only where events are kept in files\n`);
  return embedded;
}

export const engineOf = (data: string): Engine => {
  const { MINUTEBOOK_STORE: store = 'sqlite', MINUTEBOOK_STORE_PREFIX: storePrefix = '' } = storeOf(data);
  return { store, storePrefix };
};

/** Takes the streams of a data folder out of the database; its files are for whoever made it to remove. */
export async function removeStreams(data: string): Promise<void> {
  const { store, storePrefix } = engineOf(data);
  if (store === 'sqlite') return;
  const { deletePrefixed } = await import('../../../event-store-kurrentdb/src/testing/database.ts');
  await deletePrefixed(store, storePrefix);
}
