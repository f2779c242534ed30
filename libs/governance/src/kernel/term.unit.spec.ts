import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  atInstant,
  certainlyBefore,
  certainlyCoincide,
  certainlyNotAfter,
  holdsAt,
  inForceAt,
  isVoid,
  parseWhen,
} from './index.ts';
import type { Term, When } from './index.ts';

const at = (literal: string): When => {
  const when = parseWhen(literal, 'America/Los_Angeles');
  if (!when) throw new Error(`${literal} was not read`);
  return when;
};
const term = (start: string, end?: string): Term => ({ start: at(start), ...(end && { end: at(end) }) });

describe('holdsAt', () => {
  it.each([
    ['2019-08-01', undefined, '2019-08-01', 'certain'],
    ['2019-08-01', undefined, '2019-07-31', 'no'],
    ['2019-08-01', undefined, '2019-08-01T06:59:59Z', 'no'],
    ['2019-08-01', undefined, '2019-08-01T07:00:00Z', 'certain'],
    ['2019-08-01T17:00:00Z', undefined, '2019-08-01', 'certain'],
    ['2019-08-01', '2021-06-30', '2021-06-29', 'certain'],
    ['2019-08-01', '2021-06-30', '2021-06-30', 'no'],
    ['2019', undefined, '2018-12-31', 'no'],
    ['2019', undefined, '2019-05-01', 'possible'],
    ['2019', undefined, '2020-01-01', 'certain'],
    ['2019', '2021', '2020-06-30', 'certain'],
    ['2019', '2021', '2021-06-30', 'possible'],
    ['2019', '2021', '2022-01-01', 'no'],
    ['2019', '2019', '2019-05-01', 'possible'],
    ['2024-25', undefined, '2024-12-31', 'possible'],
    ['unknown', undefined, '2024-12-31', 'possible'],
    ['2019', 'unknown', '2024-12-31', 'possible'],
    ['2019-08-01', '2021-06-30', '2020', 'certain'],
    ['2019-08-01', '2021-06-30', '2021', 'possible'],
    ['2019-08-01', '2021-06-30', '2019', 'possible'],
    ['2019-08-01', '2021-06-30', '2018', 'no'],
    ['2019-08-01', '2021-06-30', 'unknown', 'possible'],
  ])('[%s, %s) at %s: %s', (start, end, asOf, expected) => {
    expect(holdsAt(term(start, end), at(asOf))).toBe(expected);
  });
});

describe('comparisons', () => {
  it('says before only where it cannot be otherwise', () => {
    expect(certainlyBefore(at('2019'), at('2020'))).toBe(true);
    expect(certainlyBefore(at('2019'), at('2019-12'))).toBe(false);
    expect(certainlyBefore(at('2019-08-01'), at('2019-08-01T17:00:00Z'))).toBe(true);
    expect(certainlyBefore(at('2019-08-01'), at('2019-08-01'))).toBe(false);
    expect(certainlyNotAfter(at('2019-08-01'), at('2019-08-01'))).toBe(true);
    expect(certainlyNotAfter(at('2019'), at('2019'))).toBe(false);
  });

  it('finds terms void that end before they begin', () => {
    expect(isVoid(term('2026-07-01', '2026-06-15'))).toBe(true);
    expect(isVoid(term('2026', '2026'))).toBe(false);
    expect(isVoid(term('2026'))).toBe(false);
    expect(certainlyCoincide(term('2026-07-01', '2026-06-15'), term('2026-06-01'))).toBe(false);
  });

  it('lets one term follow another', () => {
    expect(certainlyCoincide(term('2019', '2021-06-30'), term('2021-06-30'))).toBe(false);
    expect(certainlyCoincide(term('2019', '2021'), term('2021'))).toBe(false);
    expect(certainlyCoincide(term('2019', '2021'), term('2021', '2022'))).toBe(false);
    expect(certainlyCoincide(term('2019', '2021'), term('2020', '2022'))).toBe(true);
    expect(certainlyCoincide(term('unknown'), term('2024'))).toBe(true);
  });
});

describe('inForceAt', () => {
  const dated = (start: string, value: string) => ({ start: at(start), value });
  const values = [dated('2023', 'c'), dated('2019', 'a'), dated('2021-06-01', 'b')];

  it.each([
    ['2020', 'a'],
    ['2022', 'b'],
    ['2023-06-01', 'b'],
    ['2024', 'c'],
    ['2019-06-01', 'a'],
    ['2018', undefined],
  ])('at %s: %s', (asOf, expected) => {
    expect(inForceAt(values, at(asOf))?.value).toBe(expected);
  });

  it('prefers what was recorded last for the same time', () => {
    expect(inForceAt([...values, dated('2021-06-01', 'b2')], at('2022'))?.value).toBe('b2');
  });
});

/** A small time line, so that every possibility can be tried: hours of one day, and ranges of them. */
const hour = (h: number): string => new Date(Date.UTC(2026, 0, 1, h)).toISOString();
const hours = fc.integer({ min: 0, max: 12 });
const whens: fc.Arbitrary<When> = fc.tuple(hours, hours).map(([a, b]) => {
  const [earliest, latest] = [hour(Math.min(a, b)), hour(Math.max(a, b))];
  return a === b ? atInstant(earliest) : { literal: '~', precision: 'year', earliest, latest };
});
const terms: fc.Arbitrary<Term> = fc.record({ start: whens, end: fc.option(whens, { nil: undefined }) });

const possibleHours = ({ earliest, latest }: When): number[] =>
  Array.from({ length: 13 }, (_, h) => h).filter((h) => earliest <= hour(h) && hour(h) <= latest);

type Hours = readonly [start: number, end: number];
const realisations = ({ start, end }: Term): Hours[] =>
  possibleHours(start).flatMap((s) => (end ? possibleHours(end) : [99]).map((e): Hours => [s, e]));

const holds = ([start, end]: Hours, at: number): boolean => start <= at && at < end;

describe('whatever the boundaries turn out to be', () => {
  it('a term that certainly holds does, one that does not never does', () => {
    fc.assert(
      fc.property(terms, whens, (term, asOf) => {
        const answers = new Set(
          realisations(term).flatMap((hours) => possibleHours(asOf).map((h) => holds(hours, h))),
        );
        const certainty = holdsAt(term, asOf);
        expect(certainty === 'certain').toBe(!answers.has(false));
        if (certainty === 'no') expect(answers).not.toContain(true);
      }),
      { numRuns: 500 },
    );
  });

  it('terms that certainly coincide do, if they last at all', () => {
    fc.assert(
      fc.property(terms, terms, terms, (a, b, c) => {
        if (!certainlyCoincide(a, b, c)) return;
        const lasting = (term: Term) => realisations(term).filter(([start, end]) => start < end);
        for (const x of lasting(a))
          for (const y of lasting(b))
            for (const z of lasting(c))
              expect(Math.max(x[0], y[0], z[0])).toBeLessThan(Math.min(x[1], y[1], z[1]));
      }),
      { numRuns: 500 },
    );
  });

  it('what certainly comes before does', () => {
    fc.assert(
      fc.property(whens, whens, (a, b) => {
        const before = possibleHours(a).every((x) => possibleHours(b).every((y) => x < y));
        expect(certainlyBefore(a, b)).toBe(before);
      }),
    );
  });
});
