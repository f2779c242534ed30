import { describe, expect, it } from '@jest/globals';
import { largestFactor } from './comparison.ts';
import type { DecisionRule, QuorumTest } from './rule.ts';
import { quorumProblems, ruleProblems, ruleProblemsFor } from './rule-problems.ts';
import { eightAndEight } from './testing/committee.ts';
import { bodyMajority, concurrent, eachMajority, fullQuorum, ruleOf } from './testing/rules.ts';

const fixed = { scope: 'body', base: 'fixed', num: 1, den: 1, cmp: 'gte' } as const;
/** As a rule arrives in a request: any number or word. */
const withTest = (change: object): DecisionRule => ruleOf([{ ...bodyMajority, ...change }]);

describe('a rule that can be evaluated', () => {
  it.each([
    ['a concurrent majority with a full quorum', ruleOf(concurrent, { quorum: fullQuorum })],
    ['any aye at all', withTest({ num: 0 })],
    ['a fixed number', ruleOf([{ ...fixed, n: 8 }])],
    ['the largest numbers', ruleOf([{ ...fixed, n: largestFactor, num: largestFactor, den: largestFactor }])],
    [
      'a seat or an office that must be there',
      ruleOf(concurrent, { quorum: [{ mandatorySeats: ['seat-1', 'chair'] }] }),
    ],
  ])('%s', (_name, rule) => {
    expect(ruleProblems(rule)).toEqual([]);
  });
});

describe('a rule that cannot', () => {
  it.each([
    ['no alternatives', { ...ruleOf([]), passIfAny: [] }, 'passIfAny'],
    ['an empty alternative', { ...ruleOf([]), passIfAny: [[bodyMajority], []] }, 'passIfAny[1]'],
    ['a denominator of zero', withTest({ den: 0 }), 'passIfAny[0][0].den'],
    ['a negative denominator', withTest({ den: -2 }), 'passIfAny[0][0].den'],
    ['a negative numerator', withTest({ num: -1 }), 'passIfAny[0][0].num'],
    ['a fraction instead of two numbers', withTest({ num: 0.5 }), 'passIfAny[0][0].num'],
    ['no number at all', withTest({ num: Number.NaN }), 'passIfAny[0][0].num'],
    ['a number too large to be exact', withTest({ den: largestFactor + 1 }), 'passIfAny[0][0].den'],
    ['a fixed base without its number', ruleOf([fixed]), 'passIfAny[0][0].n'],
    ['a fixed base of nothing', ruleOf([{ ...fixed, n: 0 }]), 'passIfAny[0][0].n'],
    ['a number for another base', withTest({ n: 8 }), 'passIfAny[0][0].n'],
    ['half an aye', withTest({ minimumYes: 0.5 }), 'passIfAny[0][0].minimumYes'],
    ['an unknown base', withTest({ base: 'attendance' }), 'passIfAny[0][0].base'],
    ['an unknown scope', withTest({ scope: 'everyone' }), 'passIfAny[0][0].scope'],
    ['an unknown comparison', withTest({ cmp: 'lt' }), 'passIfAny[0][0].cmp'],
    [
      'no seat to be mandatory',
      ruleOf(concurrent, { quorum: [{ mandatorySeats: [] }] }),
      'quorum[0].mandatorySeats',
    ],
    [
      'a selector without a name',
      ruleOf(concurrent, { quorum: [{ mandatorySeats: [''] }] }),
      'quorum[0].mandatorySeats[0]',
    ],
    [
      'an office without a side',
      ruleOf(concurrent, { quorum: [{ mandatorySeats: ['co_chair:'] }] }),
      'quorum[0].mandatorySeats[0]',
    ],
    [
      'an unknown office',
      ruleOf(concurrent, { quorum: [{ mandatorySeats: ['boss:UTLA'] }] }),
      'quorum[0].mandatorySeats[0]',
    ],
    [
      'a recusal that is present and is not',
      ruleOf(concurrent, {
        recusal: { countsForQuorum: true, reducesSeatBase: false, reducesPresentBase: true },
      }),
      'recusal.reducesPresentBase',
    ],
  ])('%s', (_name, rule, path) => {
    expect(ruleProblems(rule).map((each) => each.path)).toEqual([path]);
  });

  it.each(['votes_cast', 'members_present'])('a quorum measured on %s', (base) => {
    const test = { ...fixed, base } as QuorumTest;
    expect(quorumProblems([test])).toEqual([
      { path: 'quorum[0].base', problem: 'must be one of: seats_filled, seats_authorized, fixed' },
    ]);
  });

  it.each(['abstention', 'emptyBase', 'tie'])('an unknown convention: %s', (name) => {
    const rule = { ...ruleOf(concurrent), [name]: 'whatever' } as DecisionRule;
    expect(ruleProblems(rule).map(({ path }) => path)).toEqual([name]);
  });

  it('says what must be there instead', () => {
    expect(ruleProblems(withTest({ den: 0 }))).toEqual([
      { path: 'passIfAny[0][0].den', problem: 'must be a whole number from 1 to 67108864' },
    ]);
  });
});

describe('a rule for a body', () => {
  const withoutSides = { ...eightAndEight, constituencyIds: [] };
  it('cannot ask constituencies that are not there', () => {
    expect(ruleProblemsFor(ruleOf([eachMajority]), eightAndEight)).toEqual([]);
    expect(ruleProblemsFor(ruleOf([eachMajority]), withoutSides)).toHaveLength(1);
    expect(ruleProblemsFor(ruleOf([bodyMajority], { quorum: fullQuorum }), withoutSides)).toHaveLength(1);
    expect(ruleProblemsFor(ruleOf([bodyMajority]), withoutSides)).toEqual([]);
  });
  it('cannot be measured on seats that cannot be counted exactly', () => {
    const vast = { ...eightAndEight, authorized: { ...eightAndEight.authorized, body: 2 ** 40 } };
    expect(ruleProblemsFor(ruleOf([bodyMajority]), vast).map(({ path }) => path)).toEqual(['authorized']);
  });
});
