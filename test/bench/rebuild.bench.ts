import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { SqliteEventStore } from '#event-store-sqlite';
import { quick } from './measure.ts';
import type { Measured } from './measure.ts';
import { fillRecord } from './rebuild-record.ts';

/** More in `MINUTEBOOK_BENCH_EVENTS`, up to a million. */
const events = Number(process.env.MINUTEBOOK_BENCH_EVENTS ?? (quick ? 2_000 : 200_000));

async function makeRecord(folder: string): Promise<void> {
  const store = await SqliteEventStore.open({ file: join(folder, 'ledger.sqlite') });
  await fillRecord(store, events);
  await store.close();
}

const rounds = join(import.meta.dirname, `rebuild-rounds${extname(import.meta.filename)}`);

async function measure(folder: string): Promise<Measured> {
  const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, rounds, folder]);
  return JSON.parse(stdout) as Measured;
}

/** All read models of a ledger from an empty folder, beside a scan of the same file that builds nothing. */
export async function rebuildBench(): Promise<readonly Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'minutebook-bench-'));
  try {
    await makeRecord(folder);
    return [await measure(folder)];
  } finally {
    await rm(folder, { recursive: true });
  }
}

if (import.meta.main) console.log(await rebuildBench());
