import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { quick } from './measure.ts';
import type { Measured } from './measure.ts';
import { writeBenchLog } from './verify-record.ts';

/** More in `MINUTEBOOK_BENCH_ENTRIES`, up to a million. */
const entries = Number(process.env.MINUTEBOOK_BENCH_ENTRIES ?? (quick ? 2_000 : 100_000));

const rounds = join(import.meta.dirname, `verify-rounds${extname(import.meta.filename)}`);

/** A whole verification of a log in a folder, beside a reader of the same bundles that checks nothing. */
export async function verifyBench(): Promise<readonly Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'minutebook-bench-'));
  try {
    await writeBenchLog(folder, entries);
    const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, rounds, folder]);
    return [JSON.parse(stdout) as Measured];
  } finally {
    await rm(folder, { recursive: true });
  }
}

if (import.meta.main) console.log(await verifyBench());
