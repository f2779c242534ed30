import type { PublicEntry } from '#public-record';
import type { LogSource } from '../log/source.ts';
import { differences } from '../meaning/compare.ts';
import type { Difference } from '../meaning/compare.ts';
import { entryAt, placesOf, sizeOf } from './places.ts';
import type { Place } from './places.ts';

/** How two copies of a record stand to each other. */
export type Comparison = Readonly<{
  /** `extended`: the new copy goes on where the old one ends; `behind`: the other way round. */
  relation: 'same' | 'extended' | 'behind' | 'diverged';
  oldSize: number;
  newSize: number;
  /** Entries that both have, from the first on. */
  common: number;
  /** Where they part, and in which fields. */
  first?: Readonly<{ index: number; old: PublicEntry; new: PublicEntry; fields: readonly Difference[] }>;
  /** What the longer copy has beyond that, by type of event; commitments by `commitment`. */
  more: Readonly<Record<string, number>>;
}>;

const typeOf = (entry: PublicEntry): string => (entry.kind === 'event' ? entry.type : entry.kind);

async function firstDifference(a: AsyncGenerator<Place>, b: AsyncGenerator<Place>) {
  for (let common = 0; ; common++) {
    const [one, other] = [await a.next(), await b.next()];
    if (one.done || other.done) return { common };
    if (!one.value.bytes.equals(other.value.bytes))
      return { common, places: [one.value, other.value] as const };
  }
}

async function counted(source: LogSource, from: number): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for await (const place of placesOf(source, from)) {
    const type = typeOf(entryAt(place, source));
    counts[type] = (counts[type] ?? 0) + 1;
  }
  return counts;
}

function relationOf(oldSize: number, newSize: number): Comparison['relation'] {
  if (oldSize === newSize) return 'same';
  return oldSize < newSize ? 'extended' : 'behind';
}

/**
 * Holds two copies of a record against each other, entry by entry, whatever they are signed with.
 *
 * @throws Unreachable where one of them cannot be read
 */
export async function compareCopies(older: LogSource, newer: LogSource): Promise<Comparison> {
  const [oldSize, newSize] = [await sizeOf(older), await sizeOf(newer)];
  const { common, places } = await firstDifference(placesOf(older), placesOf(newer));
  const sizes = { oldSize, newSize, common };
  if (!places) {
    const longer = oldSize > newSize ? older : newer;
    const more = oldSize === newSize ? {} : await counted(longer, common);
    return { relation: relationOf(oldSize, newSize), ...sizes, more };
  }
  const [one, other] = [entryAt(places[0], older), entryAt(places[1], newer)];
  const first = { index: common, old: one, new: other, fields: differences(one, other) };
  return { relation: 'diverged', ...sizes, first, more: await counted(newer, common) };
}
