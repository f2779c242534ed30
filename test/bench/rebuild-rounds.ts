import { join } from 'node:path';
import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { SqliteEventStore } from '#event-store-sqlite';
import { eventStoreSource, ledgerReadModels, rebuild } from '#projections';
import { keepHeapSmall } from '../../apps/cli/src/heap.ts';
import { alternate, perSecond, rate } from './measure.ts';
import type { Measured } from './measure.ts';

/*
 * `rebuild-rounds FOLDER`: rebuilds the read models of the record in `FOLDER/ledger.sqlite`, again and again. A
 * process of its own, so that its memory is that of a rebuild.
 */

const rounds = 5;
const megabyte = 1024 * 1024;

type Row = Readonly<{ position: number; data: string; metadata: string }>;

/** What any reader of the whole record must do at least: every event with its stream, every byte of JSON. */
function bareScan(file: string): number {
  const db = new Database(file, { readonly: true });
  const page = db.prepare<[number], Row>(
    `SELECT e.*, s.name FROM events e JOIN streams s ON s.id = e.stream
     WHERE position > ? ORDER BY position LIMIT 1000`,
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

async function measure(folder: string): Promise<Measured> {
  const file = join(folder, 'ledger.sqlite');
  const store = await SqliteEventStore.open({ file, readOnly: true });
  const head = await store.head();
  const place = { folder: join(folder, 'read-models'), models: ledgerReadModels };
  const source = eventStoreSource(store);
  const fromNothing = (): Promise<number> => {
    rmSync(place.folder, { recursive: true, force: true });
    return rebuild({ ...place, source });
  };
  await fromNothing();
  const memory = peakMemory();
  const { ratio, ...rates } = await alternate(
    rounds,
    () => rate(head, fromNothing),
    () => rate(head, () => bareScan(file)),
  );
  await store.close();
  const detail =
    `${perSecond(rates.ours)} of ${head.toLocaleString('en-US')} events, bare scan ${perSecond(rates.bare)}; ` +
    `one rebuild takes ${memory} MB at most (target: below 300 at a million events)`;
  return { name: 'rebuild: all read models', ratio, target: 0.3, detail };
}

// As the command does.
keepHeapSmall();
console.log(JSON.stringify(await measure(process.argv[2] ?? '')));
