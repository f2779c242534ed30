import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { betweenChanges, ofState } from './of-state.ts';
import { holdsAt } from './term.ts';
import type { Term } from './term.ts';
import type { Precision, When } from './when.ts';

const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString();

/** Few days, so that bounds and times meet. */
const whens: fc.Arbitrary<When> = fc
  .record({
    from: fc.nat(12),
    length: fc.nat(4),
    precision: fc.constantFrom<Precision>('instant', 'day', 'month', 'unknown'),
  })
  .map(({ from, length, precision }) => ({
    literal: `${from}`,
    precision,
    earliest: day(from),
    latest: day(precision === 'instant' ? from : from + length),
  }));

const terms: fc.Arbitrary<Term> = fc.record({ start: whens, end: whens }, { requiredKeys: ['start'] });

type State = Readonly<{ seats: ReadonlyMap<string, readonly Term[]> }>;
const states: fc.Arbitrary<State> = fc
  .array(fc.array(terms, { maxLength: 3 }), { maxLength: 3 })
  .map((all) => ({ seats: new Map(all.map((one, i) => [`seat-${i}`, one])) }));

const told = ({ seats }: State, at: When): string =>
  [...seats.values()].map((one) => one.map((term) => holdsAt(term, at)).join(' ')).join('; ');

describe('what follows from a state', () => {
  it('is worked out once for a state, and anew for another', () => {
    let times = 0;
    const size = ofState(({ seats }: State) => ++times && seats.size);
    const [one, other] = [{ seats: new Map() }, { seats: new Map([['a', []]]) }];
    expect([size(one), size(one), size(other)]).toEqual([0, 0, 1]);
    expect(times).toBe(2);
  });

  it('is what it would be without memory, whatever was asked before', () => {
    fc.assert(
      fc.property(states, fc.array(whens, { maxLength: 30 }), (state, asked) => {
        const known = betweenChanges(told);
        for (const at of asked) expect(known(state, at)).toBe(told(state, at));
      }),
      { numRuns: 500 },
    );
  });

  it('is worked out once for all times between two bounds', () => {
    let times = 0;
    const known = betweenChanges((state: State, at) => `${++times} ${told(state, at)}`);
    const at = (n: number): When => ({ literal: '', precision: 'instant', earliest: day(n), latest: day(n) });
    const state = { seats: new Map([['a', [{ start: at(3), end: at(9) }]]]) };
    for (const n of [3, 4, 8]) expect(known(state, at(n))).toBe('1 certain');
    expect(known(state, at(9))).toBe('2 no');
    expect(known(state, at(2))).toBe('3 no');
  });
});
