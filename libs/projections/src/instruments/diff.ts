import { diffWordsWithSpace } from 'diff';
import type { instrument } from '#governance';
import { longestIncreasing } from './longest-increasing.ts';
import type { ClauseChange, ClauseDiff, WordChange } from './views.ts';

type Clauses = readonly instrument.Clause[];

const written = ({ versionId: _versionId, ...clause }: instrument.Clause): instrument.ClauseText => clause;

const byId = (clauses: Clauses): ReadonlyMap<string, instrument.Clause> =>
  new Map(clauses.map((clause) => [clause.clauseId, clause]));

/** Word for word (Myers' algorithm, as jsdiff has it). */
export const wordChanges = (before: string, after: string): readonly WordChange[] =>
  diffWordsWithSpace(before, after).map(({ value, added, removed }): WordChange => {
    if (added) return { text: value, change: 'inserted' };
    return removed ? { text: value, change: 'deleted' } : { text: value };
  });

/** Clauses that left their place among those that are in both texts: the fewest that explain the new order. */
function movedIds(before: Clauses, after: Clauses): ReadonlySet<string> {
  const places = new Map(before.map(({ clauseId }, i) => [clauseId, i]));
  const common = after.flatMap(({ clauseId }) => {
    const place = places.get(clauseId);
    return place === undefined ? [] : [{ clauseId, place }];
  });
  const stayed = new Set(longestIncreasing(common.map(({ place }) => place)));
  return new Set(common.filter((_one, i) => !stayed.has(i)).map(({ clauseId }) => clauseId));
}

function changesOf(
  before: instrument.Clause,
  after: instrument.Clause,
  moved: boolean,
): readonly ClauseChange[] {
  return [
    ...(before.text === after.text ? [] : ['substituted' as const]),
    ...(before.heading === after.heading ? [] : ['headed' as const]),
    ...(before.number === after.number && before.level === after.level ? [] : ['renumbered' as const]),
    ...(moved ? ['moved' as const] : []),
  ];
}

function changed(before: instrument.Clause, after: instrument.Clause, moved: boolean): readonly ClauseDiff[] {
  const changes = changesOf(before, after, moved);
  if (changes.length === 0) return [];
  const words = changes.includes('substituted') ? wordChanges(before.text, after.text) : undefined;
  const { clauseId } = after;
  return [{ clauseId, changes, before: written(before), after: written(after), ...(words && { words }) }];
}

const inserted = (clause: instrument.Clause): ClauseDiff => ({
  clauseId: clause.clauseId,
  changes: ['inserted'],
  after: written(clause),
});

const repealed = (clause: instrument.Clause): ClauseDiff => ({
  clauseId: clause.clauseId,
  changes: ['repealed'],
  before: written(clause),
});

/** Repealed clauses by the clause behind which they stood, which is in both texts; '' at the beginning. */
function repealedBehind(before: Clauses, after: Clauses): ReadonlyMap<string, readonly ClauseDiff[]> {
  const there = byId(after);
  const behind = new Map<string, ClauseDiff[]>();
  let last = '';
  for (const clause of before) {
    if (there.has(clause.clauseId)) last = clause.clauseId;
    else behind.set(last, [...(behind.get(last) ?? []), repealed(clause)]);
  }
  return behind;
}

/** What differs between two texts, clause by clause, in the order of the second. */
export function clauseDiffs(before: Clauses, after: Clauses): readonly ClauseDiff[] {
  const [old, moved] = [byId(before), movedIds(before, after)];
  const gone = repealedBehind(before, after);
  const kept = after.flatMap((clause) => {
    const earlier = old.get(clause.clauseId);
    const own = earlier ? changed(earlier, clause, moved.has(clause.clauseId)) : [inserted(clause)];
    return [...own, ...(gone.get(clause.clauseId) ?? [])];
  });
  return [...(gone.get('') ?? []), ...kept];
}
