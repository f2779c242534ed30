import { endOfTime } from '#governance';
import type { When } from '#governance';
import type { Reads } from '../runtime/index.ts';
import { factsKnownAt } from './facts.ts';
import type { FactKind } from './facts.ts';

/** What is seen on a seating chart: seats, who sits in them, and the offices. */
const shown: ReadonlySet<FactKind> = new Set(['seat', 'seating', 'role', 'voting_right']);

const inTime = (a: When, b: When): number =>
  a.earliest === b.earliest ? (a.latest < b.latest ? -1 : 1) : a.earliest < b.earliest ? -1 : 1;

/** When something changed in who sits in a body, the earliest first; without what is not known at all. */
export function compositionChanges(reads: Reads, bodyId: string, knownAt = endOfTime): readonly When[] {
  const times = factsKnownAt(reads, bodyId, knownAt)
    .filter(({ kind }) => shown.has(kind))
    .flatMap(({ term }) => [term.start, ...(term.end ? [term.end] : [])])
    .filter(({ precision }) => precision !== 'unknown');
  const distinct = new Map(times.map((when) => [`${when.earliest} ${when.latest}`, when]));
  return [...distinct.values()].sort(inTime);
}
