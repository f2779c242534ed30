import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '#public-record';
import type { EventEntry } from '#public-record';

const samples = join(import.meta.dirname, '../../../../test/verifier-samples');

/** Entries of a record that a ledger made, as they stand in its log. */
export const recordOf = (name: string): readonly string[] =>
  readFileSync(join(samples, 'records', `${name}.ndjson`), 'utf8')
    .trimEnd()
    .split('\n');

const hiddenEntries = 460;

/** The same with a long hidden part after it: three bundles, and tiles of two levels. */
export function longRecord(): readonly string[] {
  const entries = recordOf('corrected');
  const { recordedAt } = draftOf(entries.at(-1) ?? '');
  const hidden = Array.from({ length: hiddenEntries }, (_, n) =>
    entryText({
      v: 1,
      kind: 'commitment',
      position: entries.length + n + 1,
      recordedAt,
      streamClass: 'access',
      typeClass: 'administration',
      commitment: hash('sha256', `hidden ${n}`),
    }),
  );
  return [...entries, ...hidden];
}

/** An entry whose fields a test may change. */
export type Draft = { -readonly [F in keyof EventEntry]: EventEntry[F] } & { data: Record<string, unknown> };

export const draftOf = (entry: string): Draft => JSON.parse(entry) as Draft;
export const entryText = (draft: object): string => canonicalJson(draft);

/** A record with one entry changed; the entry's place is as it was. */
export const withChanged = (
  entries: readonly string[],
  index: number,
  change: (draft: Draft) => void,
): readonly string[] => {
  const draft = draftOf(entries[index] ?? '');
  change(draft);
  return entries.with(index, entryText(draft));
};

/** Indices of the events of a type, among the entries. */
export const indicesOf = (entries: readonly string[], type: string): readonly number[] =>
  entries.flatMap((entry, index) => ((JSON.parse(entry) as { type?: string }).type === type ? [index] : []));
