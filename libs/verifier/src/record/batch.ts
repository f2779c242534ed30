import type { Bundle } from '../log/bundles.ts';

/** Bundles as threads share them: the bytes of their entries, once for all threads. */
export type Batch = Readonly<{
  bundles: readonly Readonly<{ index: number; lengths: readonly number[] }>[];
  bytes: Uint8Array<SharedArrayBuffer>;
}>;

const absent = -1;

export function batchOf(bundles: readonly Bundle[]): Batch {
  const all = bundles.map(({ index, entries }) => ({
    index,
    lengths: entries.map((entry) => entry?.length ?? absent),
  }));
  const size = bundles.reduce(
    (sum, { entries }) => entries.reduce((length, entry) => length + (entry?.length ?? 0), sum),
    0,
  );
  const bytes = new Uint8Array(new SharedArrayBuffer(size));
  let at = 0;
  for (const { entries } of bundles)
    for (const entry of entries) {
      if (!entry) continue;
      bytes.set(entry, at);
      at += entry.length;
    }
  return { bundles: all, bytes };
}

export function* bundlesOf({ bundles, bytes: { buffer } }: Batch): Generator<Bundle> {
  let at = 0;
  for (const { index, lengths } of bundles) {
    const entries = lengths.map((length) => {
      if (length === absent) return undefined;
      at += length;
      return Buffer.from(buffer, at - length, length);
    });
    yield { index, entries };
  }
}
