import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decode } from '#governance';
import type { EventStore } from '#event-store';
import { canonicalJson, entryOf, numberOf } from '#public-record';

/**
 * With `MINUTEBOOK_KEEP_RECORDS` set to a folder, what a test recorded stays there as the entries of its public
 * record, one a line: records for the samples of the verifier (`test/verifier-samples`).
 */
export async function keepRecord(store: EventStore): Promise<void> {
  const folder = process.env.MINUTEBOOK_KEEP_RECORDS;
  if (folder === undefined) return;
  const events = await store.readAll({ after: 0, limit: 1_000_000 });
  const lines = events.map((event, index) => {
    const recorded = decode({ ...event, position: numberOf(index) });
    return `${canonicalJson(entryOf(recorded))}\n`;
  });
  await writeFile(join(folder, `${process.pid}-${Date.now()}.ndjson`), lines.join(''));
}
