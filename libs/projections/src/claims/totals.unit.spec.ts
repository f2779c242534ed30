import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compared, sentencesOf, totalOf } from './totals.ts';
import type { TermView } from './views.ts';

const term = (ordinal: number, size?: number): TermView => ({
  cohortId: `c-${ordinal}`,
  label: `Cohort ${ordinal}`,
  ordinal,
  ...(size === undefined ? { basis: 'unknown' } : { size, basis: 'stated' }),
});
const five = [term(1, 17), term(2, 13), term(3), term(4), term(5, 8)];
const claim = (claimId: string, figure: number, terms: readonly TermView[]) =>
  compared({ claimId, figure }, totalOf(terms));

describe('a derived total', () => {
  it('shows what it knows and what it does not', () => {
    expect(totalOf(five)).toMatchObject({
      text: '17 + 13 + ? + ? + 8',
      known: 38,
      unknownCohortIds: ['c-3', 'c-4'],
    });
    expect(totalOf([])).toMatchObject({ text: '', known: 0, unknownCohortIds: [] });
  });

  it('is what it is, whatever is stated', () => {
    const numbers = fc.array(fc.option(fc.nat(100), { nil: undefined }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(numbers, fc.nat(500), (sizes, figure) => {
        const total = totalOf(sizes.map((size, i) => term(i + 1, size)));
        const { verdict, remainder } = compared({ claimId: 'c', figure }, total);
        expect(total.known + remainder).toBe(figure);
        const isOpen = sizes.includes(undefined);
        if (isOpen) expect(verdict).toBe(remainder < 0 ? 'impossible' : 'needs');
        else expect(verdict).toBe(remainder === 0 ? 'agrees' : 'differs');
      }),
    );
  });
});

it('schools that are on record are the least that a cohort of unknown size comes to', () => {
  const terms = [term(1, 17), { ...term(2), onRecord: 4 }];
  expect(compared({ figure: 20 }, totalOf(terms)).verdict).toBe('impossible');
  expect(compared({ figure: 21 }, totalOf(terms)).verdict).toBe('needs');
});

describe('the report', () => {
  const claims = [
    claim('thirty', 30, five.slice(0, 2)),
    claim('fifty-five', 55, five.slice(0, 4)),
    claim('sixty-three', 63, five),
  ];
  const targets = [compared({ commitmentId: 'seventy', figure: 70 }, totalOf(five))];

  it('says what the unknown cohorts must total', () => {
    expect(sentencesOf({ programId: 'la', derived: totalOf(five), claims, targets })).toEqual([
      'Derived for la: 17 + 13 + ? + ? + 8, of which 38 are known, and the sizes of 2 are unknown.',
      'The claim thirty says 30, and so many are derived: 17 + 13 = 30.',
      'Cohorts 3 and 4 must total 25 for the claims 55 and 63 to hold.',
      'Cohorts 3 and 4 must total 32 for the target 70 to be reached.',
    ]);
  });

  it('says what does not hold, or not together', () => {
    const derived = totalOf(five);
    const report = (...more: typeof claims) =>
      sentencesOf({ programId: 'la', derived, claims: more, targets: [] });
    expect(report(claim('thirty-one', 31, five.slice(0, 2)), claim('twenty', 20, five))).toEqual([
      expect.stringContaining('Derived for la'),
      'The claim thirty-one says 31; derived are 17 + 13 = 30: 1 fewer.',
      'The claim twenty says 20; derived are at least 38: it cannot hold.',
    ]);
    expect(report(claim('a', 60, five), claim('b', 63, five))).toContain(
      'The claims 60 and 63 cannot all hold.',
    );
  });

  it('says where nobody states a total', () => {
    const three = [term(1, 5), term(2, 10), term(3, 10)];
    expect(sentencesOf({ programId: 'sd', derived: totalOf(three), claims: [], targets: [] })).toEqual([
      'Derived for sd: 5 + 10 + 10, of which 25 are known.',
      'No claim states a total of sd.',
    ]);
    expect(sentencesOf({ programId: 'sac', derived: totalOf([]), claims: [], targets: [] })).toEqual([
      'No cohort of sac is on record.',
      'No claim states a total of sac.',
    ]);
  });

  it('takes a target as reached by what is known, and by schools that are on record', () => {
    const verdict = (figure: number, terms: readonly TermView[]) =>
      compared({ commitmentId: 't', figure }, totalOf(terms)).verdict;
    expect([verdict(30, five), verdict(38, five), verdict(39, five)]).toEqual([
      'reached',
      'reached',
      'needs',
    ]);
    expect(verdict(41, [...five.slice(0, 3), { ...term(4), onRecord: 3 }, term(5, 8)])).toBe('reached');
    expect([verdict(17, five.slice(0, 1)), verdict(18, five.slice(0, 1))]).toEqual(['reached', 'differs']);
  });

  it('says how far a target is', () => {
    const at = (figure: number) =>
      sentencesOf({
        programId: 'sd',
        derived: totalOf([term(1, 5)]),
        claims: [],
        targets: [compared({ commitmentId: 't', figure }, totalOf([term(1, 5)]))],
      }).at(-1);
    expect([at(5), at(6)]).toEqual([
      'The target of 5 is reached: 5 makes at least 5.',
      'The target of 6 is not reached: 5 = 5, 1 fewer.',
    ]);
  });
});
