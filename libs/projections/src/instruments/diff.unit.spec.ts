import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { instrument } from '#governance';
import { clauseDiffs, wordChanges } from './diff.ts';
import { longestIncreasing } from './longest-increasing.ts';

const clauses = (...ids: readonly string[]): readonly instrument.Clause[] =>
  ids.map((clauseId) => ({ clauseId, text: `Text of ${clauseId}.`, versionId: 'v' }));

const changes = (before: readonly string[], after: readonly string[]) =>
  clauseDiffs(clauses(...before), clauses(...after)).map(({ clauseId, changes: [change] }) => [
    clauseId,
    change,
  ]);

describe('differences of clauses', () => {
  it('name the fewest clauses that moved', () => {
    expect(changes(['a', 'b', 'c', 'd'], ['b', 'c', 'd', 'a'])).toEqual([['a', 'moved']]);
    expect(changes(['a', 'b', 'c'], ['a', 'x', 'b', 'c'])).toEqual([['x', 'inserted']]);
  });

  it('show a repealed clause where it stood', () => {
    expect(changes(['a', 'b', 'c'], ['b', 'c'])).toEqual([['a', 'repealed']]);
    expect(changes(['a', 'b', 'c', 'd'], ['a', 'd', 'x'])).toEqual([
      ['b', 'repealed'],
      ['c', 'repealed'],
      ['x', 'inserted'],
    ]);
  });

  it('are each told once, whatever the order, and none where nothing differs', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdefgh'));
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const told = changes(before, after);
        expect(new Set(told.map(([id]) => id)).size).toBe(told.length);
        expect(told.filter(([, change]) => change === 'repealed').length).toBe(
          before.filter((id) => !after.includes(id)).length,
        );
        expect(changes(before, before)).toEqual([]);
      }),
    );
  });
});

describe('changes of words', () => {
  it('lead from one text to the other', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 30 }), fc.lorem({ maxCount: 30 }), (before, after) => {
        const told = wordChanges(before, after);
        const without = (left: string) =>
          told
            .filter(({ change }) => change !== left)
            .map(({ text }) => text)
            .join('');
        expect([without('inserted'), without('deleted')]).toEqual([before, after]);
      }),
    );
  });
});

describe('a longest increasing subsequence', () => {
  /** By another road: the best of all that end at each place. */
  const lengthOf = (numbers: readonly number[]): number => {
    const best = numbers.map(() => 1);
    numbers.forEach((number, i) => {
      for (let j = 0; j < i; j++)
        if ((numbers[j] ?? Infinity) < number) best[i] = Math.max(best[i] ?? 1, (best[j] ?? 0) + 1);
    });
    return Math.max(0, ...best);
  };

  it('increases, and none is longer', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(100)), (numbers) => {
        const found = longestIncreasing(numbers);
        const values = found.map((index) => numbers[index] ?? NaN);
        expect([...found].sort((a, b) => a - b)).toEqual(found);
        expect([...values].sort((a, b) => a - b)).toEqual(values);
        expect(found.length).toBe(lengthOf(numbers));
      }),
    );
  });
});
