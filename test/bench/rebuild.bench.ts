import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { SqliteEventStore } from '#event-store-sqlite';
import { eventStoreSource, ledgerReadModels, rebuild } from '#projections';
import { alternate, perSecond, rate } from './measure.ts';
import type { Measured } from './measure.ts';
import { fillRecord } from './rebuild-record.ts';

/** More in `MINUTEBOOK_BENCH_EVENTS`, up to a million. */
const events = Number(process.env.MINUTEBOOK_BENCH_EVENTS ?? 200_000);
const rounds = 3;
const megabyte = 1024 * 1024;

type Row = Readonly<{ position: number; data: string; metadata: string }>;

/** What any reader of the whole record must do at least: every event with its stream, every byte of JSON. */
function bareScan(file: string): number {
  const db = new Database(file, { readonly: true });
  const page = db.prepare<[number], Row>(
    'SELECT * FROM events WHERE position > ? ORDER BY position LIMIT 1000',
  );
  let [after, parsed] = [0, 0];
  for (let rows = page.all(after); rows.length > 0; rows = page.all(after)) {
    for (const { data, metadata } of rows)
      if (JSON.parse(data) !== null && JSON.parse(metadata) !== null) parsed++;
    after = rows.at(-1)?.position ?? after;
  }
  db.close();
  return parsed;
}

/** Resident set at its highest since the process began, in megabytes. */
const peakMemory = (): number => Math.round((process.resourceUsage().maxRSS * 1024) / megabyte);

/** All read models of a ledger from an empty folder, beside a scan of the same file that builds nothing. */
export async function rebuildBench(): Promise<readonly Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'minutebook-bench-'));
  const file = join(folder, 'ledger.sqlite');
  const store = await SqliteEventStore.open({ file });
  try {
    await fillRecord(store, events);
    const head = await store.head();
    const source = eventStoreSource(store);
    let turn = 0;
    const { ratio, ...rates } = await alternate(
      rounds,
      () => {
        const place = { folder: join(folder, `read-models-${turn++}`), models: ledgerReadModels };
        return rate(head, () => rebuild({ ...place, source }));
      },
      () => rate(head, () => bareScan(file)),
    );
    const detail =
      `${perSecond(rates.ours)} events of ${head}, bare scan ${perSecond(rates.bare)}; ` +
      `at most ${peakMemory()} MB resident`;
    return [{ name: 'rebuild: all read models', ratio, target: 0.3, detail }];
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
}

if (import.meta.main) console.log(await rebuildBench());
