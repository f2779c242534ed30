import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compare, largestFactor } from './comparison.ts';
import { evaluateTests } from './decision-tests.ts';
import type { RollCallEntry } from './roll-call.ts';
import { comparisons } from './rule.ts';
import type { DecisionRule } from './rule.ts';
import { ruleProblems } from './rule-problems.ts';
import { tally } from './tally.ts';
import { ballot, decisionTest, rule } from './testing/arbitraries.ts';
import type { Ballot } from './testing/arbitraries.ts';
import type { Tally } from './trace.ts';

const relabelled = (id: string): string => `side-${id}`;
const relabel = <T extends Readonly<{ constituencyId?: string }>>(one: T): T =>
  one.constituencyId === undefined ? one : { ...one, constituencyId: relabelled(one.constituencyId) };

/** The same body with other names for its constituencies, in the opposite order. */
const withOtherNames = ({ electorate, rollCall }: Ballot): Ballot => ({
  electorate: {
    constituencyIds: electorate.constituencyIds.map(relabelled).reverse(),
    seats: electorate.seats.map(relabel),
    authorized: {
      body: electorate.authorized.body,
      constituencies: electorate.authorized.constituencies.map(relabel).reverse(),
    },
  },
  rollCall: rollCall.map(relabel),
});

const change = (entries: readonly RollCallEntry[], seatId: string, to: Partial<RollCallEntry>) =>
  entries.map((entry) => (entry.seatId === seatId ? { ...entry, ...to } : entry));

const eachPartsOf = ({ alternatives }: Tally) =>
  alternatives.map(({ tests }) => tests.filter((test) => test.scope === 'each_constituency'));

describe('any rule on any roll call', () => {
  it('generated rules can be evaluated', () => {
    fc.assert(fc.property(rule, (rule) => expect(ruleProblems(rule)).toEqual([])));
  });

  it('the order of the ballots changes nothing', () => {
    const shuffled = ballot.chain((one) =>
      fc.record({
        one: fc.constant(one),
        rollCall: fc.shuffledSubarray([...one.rollCall], { minLength: one.rollCall.length }),
      }),
    );
    fc.assert(
      fc.property(rule, shuffled, (rule, { one, rollCall }) => {
        expect(tally(rule, one.electorate, rollCall)).toEqual(tally(rule, one.electorate, one.rollCall));
      }),
    );
  });

  it('other names for the constituencies permute the group results and nothing else', () => {
    fc.assert(
      fc.property(rule, ballot, (rule, one) => {
        const other = withOtherNames(one);
        const before = tally(rule, one.electorate, one.rollCall);
        const after = tally(rule, other.electorate, other.rollCall);
        expect([...after.groupResults].reverse()).toEqual(before.groupResults.map(relabel));
        expect(after.result).toBe(before.result);
        expect(after.reason).toBe(before.reason);
        expect(after.alternatives.map(({ pass }) => pass)).toEqual(
          before.alternatives.map(({ pass }) => pass),
        );
      }),
    );
  });

  it('one more yes never turns pass into fail', () => {
    fc.assert(
      fc.property(rule, ballot, fc.nat(), (rule, { electorate, rollCall }, n) => {
        const entry = rollCall[n % Math.max(1, rollCall.length)];
        const before = tally(rule, electorate, rollCall);
        fc.pre(entry !== undefined && before.result === 'pass');
        const more = change(rollCall, entry.seatId, { option: 'yes', present: true });
        expect(tally(rule, electorate, more).result).toBe('pass');
      }),
      { numRuns: 500 },
    );
  });

  it('one more yes never turns pass into fail: by proxy', () => {
    fc.assert(
      fc.property(rule, ballot, fc.boolean(), fc.nat(), (rule, { electorate, rollCall }, counts, n) => {
        const terms: DecisionRule = { ...rule, absentee: 'proxy', proxy: { countsForQuorum: counts } };
        const away = rollCall.filter(({ option }) => option === 'absent' || option === 'excused');
        const giver = away[n % Math.max(1, away.length)];
        fc.pre(giver !== undefined && tally(terms, electorate, rollCall).result === 'pass');
        const proxied = change(rollCall, giver.seatId, { option: 'yes', by: 'proxy', proxySeatId: 'holder' });
        expect(tally(terms, electorate, proxied).result).toBe('pass');
      }),
      { numRuns: 300 },
    );
  });

  it('one more yes never turns pass into fail: of a whole bloc', () => {
    const inBloc = fc.constantFrom('no' as const, 'abstain' as const);
    fc.assert(
      fc.property(rule, ballot, inBloc, (rule, { electorate, rollCall }, option) => {
        const says = (to: 'yes' | 'no' | 'abstain') =>
          rollCall.map((entry): RollCallEntry =>
            entry.constituencyId === 'A' && entry.present && entry.option !== 'recused'
              ? { ...entry, option: to, bloc: true }
              : entry,
          );
        const terms: DecisionRule = { ...rule, absentee: 'bloc' };
        fc.pre(tally(terms, electorate, says(option)).result === 'pass');
        expect(tally(terms, electorate, says('yes')).result).toBe('pass');
      }),
      { numRuns: 300 },
    );
  });

  it('an absence in place of an abstention never changes a test on votes cast', () => {
    const onVotesCast = decisionTest.map(({ n: _n, ...test }) => ({ ...test, base: 'votes_cast' as const }));
    fc.assert(
      fc.property(fc.array(onVotesCast), rule, ballot, (tests, rule, { electorate, rollCall }) => {
        const conventions = { ...rule, abstention: 'excluded' as const };
        const away = rollCall.map((entry) =>
          entry.option === 'abstain' ? { ...entry, option: 'absent' as const, present: false } : entry,
        );
        expect(evaluateTests(tests, { electorate, rollCall: away, conventions })).toEqual(
          evaluateTests(tests, { electorate, rollCall, conventions }),
        );
      }),
    );
  });

  it('correcting a vote and correcting it back restores the identical tally', () => {
    fc.assert(
      fc.property(rule, ballot, fc.nat(), (rule, { electorate, rollCall }, n) => {
        const entry = rollCall[n % Math.max(1, rollCall.length)];
        fc.pre(entry !== undefined);
        const corrected = change(rollCall, entry.seatId, { option: entry.option === 'no' ? 'yes' : 'no' });
        const restored = change(corrected, entry.seatId, { option: entry.option });
        expect(tally(rule, electorate, restored)).toEqual(tally(rule, electorate, rollCall));
      }),
    );
  });

  it('the body cannot pass when a constituency fails in every alternative', () => {
    fc.assert(
      fc.property(rule, ballot, (rule, { electorate, rollCall }) => {
        const outcome = tally(rule, electorate, rollCall);
        const failsEverywhere = eachPartsOf(outcome).every((tests) => tests.some(({ pass }) => !pass));
        if (failsEverywhere) expect(outcome.result).toBe('fail');
      }),
      { numRuns: 500 },
    );
  });

  it('the result follows from the quorum and the alternatives, and a failure always has its reason', () => {
    fc.assert(
      fc.property(rule, ballot, (rule, { electorate, rollCall }) => {
        const { result, reason, quorum, alternatives } = tally(rule, electorate, rollCall);
        const passes = quorum.pass && alternatives.some(({ tests }) => tests.every(({ pass }) => pass));
        expect(result).toBe(passes ? 'pass' : 'fail');
        expect(reason === undefined).toBe(passes);
      }),
    );
  });

  it('survives a store: the tally as JSON is the tally', () => {
    fc.assert(
      fc.property(rule, ballot, (rule, { electorate, rollCall }) => {
        const outcome = tally(rule, electorate, rollCall);
        expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
      }),
    );
  });
});

describe('comparison', () => {
  const factor = (min: number) => fc.integer({ min, max: largestFactor });
  it('is exact up to the largest factors', () => {
    fc.assert(
      fc.property(
        factor(0),
        factor(0),
        factor(0),
        factor(1),
        fc.constantFrom(...comparisons),
        (count, baseValue, num, den, cmp) => {
          const lhs = BigInt(count) * BigInt(den);
          const rhs = BigInt(baseValue) * BigInt(num);
          const traced = compare(count, baseValue, { base: 'fixed', num, den, cmp });
          expect([BigInt(traced.lhs), BigInt(traced.rhs)]).toEqual([lhs, rhs]);
          expect(traced.holds).toBe(cmp === 'gt' ? lhs > rhs : lhs >= rhs);
        },
      ),
      { examples: [[largestFactor, largestFactor, largestFactor, largestFactor, 'gt']] },
    );
  });
});
