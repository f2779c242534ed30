import fc from 'fast-check';
import { votingRights } from '../../body/events.ts';
import type { VotingRight } from '../../body/events.ts';
import type { EligibleSeat, Eligibility } from '../electorate.ts';
import type { RollCallEntry } from '../roll-call.ts';
import { bases, comparisons } from '../rule.ts';
import type { DecisionRule, DecisionTest, QuorumTest } from '../rule.ts';
import { voteOptions } from '../trace.ts';
import { entry } from './committee.ts';

const constituencyIds = ['A', 'B', 'C'] as const;
const scope = fc.constantFrom('body' as const, 'each_constituency' as const);
const mostly = <T>(usual: T, ...others: readonly T[]) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(usual, ...others) },
  );

type Called = Readonly<{ seat: EligibleSeat; entry: RollCallEntry | undefined }>;

const called: fc.Arbitrary<Called> = fc
  .record({
    constituencyId: fc.constantFrom(...constituencyIds, undefined),
    votingRight: mostly<VotingRight>('full', ...votingRights),
    filled: mostly(true, false),
    option: fc.option(fc.constantFrom(...voteOptions), { nil: undefined, freq: 12 }),
    there: fc.boolean(),
  })
  .map(({ constituencyId, votingRight, filled, option, there }) => {
    const where = constituencyId === undefined ? {} : { constituencyId };
    const seat = { seatId: '', label: '', ...where, votingRight, filled, roles: [] };
    const present = option === 'paired' || option === 'recused' ? there : undefined;
    return { seat, entry: option && entry('', option, constituencyId, present) };
  });

export type Ballot = Readonly<{ electorate: Eligibility; rollCall: readonly RollCallEntry[] }>;

/** A body of one to three constituencies with seats of every kind, and how each seat stands in a roll call. */
export const ballot: fc.Arbitrary<Ballot> = fc
  .record({
    seats: fc.array(called, { maxLength: 16 }),
    sides: fc.integer({ min: 1, max: 3 }),
    vacancies: fc.array(fc.nat({ max: 3 }), { minLength: 4, maxLength: 4 }),
  })
  .map(({ seats, sides, vacancies }) => {
    const ids = constituencyIds.slice(0, sides);
    const named = seats.map((each, i) => ({
      seat: { ...each.seat, seatId: `seat-${i}` },
      entry: each.entry && { ...each.entry, seatId: `seat-${i}` },
    }));
    const size = (id?: string): number =>
      named.filter(({ seat }) => id === undefined || seat.constituencyId === id).length;
    return {
      electorate: {
        constituencyIds: ids,
        seats: named.map(({ seat }) => seat),
        authorized: {
          body: size() + vacancies.reduce((sum, n) => sum + n, 0),
          constituencies: ids.map((id, i) => ({ constituencyId: id, seats: size(id) + (vacancies[i] ?? 0) })),
        },
      },
      rollCall: named.flatMap((each) => each.entry ?? []),
    };
  });

/** A fraction that can be reached: below one, or one with "at least". */
const fraction = fc
  .record({
    den: fc.integer({ min: 1, max: 12 }),
    part: fc.nat({ max: 11 }),
    cmp: fc.constantFrom(...comparisons),
  })
  .map(({ den, part, cmp }) => ({
    den,
    num: cmp === 'gte' ? Math.min(part, den) : Math.min(part, den - 1),
    cmp,
  }));

export const decisionTest: fc.Arbitrary<DecisionTest> = fc
  .record({
    scope,
    base: fc.constantFrom(...bases),
    n: fc.integer({ min: 1, max: 20 }),
    fraction,
    minimumYes: fc.option(fc.nat({ max: 1 }), { nil: undefined }),
  })
  .map(({ scope, base, n, fraction, minimumYes }) => ({
    scope,
    base,
    ...(base === 'fixed' && { n }),
    ...fraction,
    ...(minimumYes !== undefined && { minimumYes }),
  }));

const quorumTest: fc.Arbitrary<QuorumTest> = fc
  .record({
    scope,
    base: fc.constantFrom('seats_filled' as const, 'seats_authorized' as const, 'fixed' as const),
    n: fc.integer({ min: 1, max: 8 }),
    fraction,
  })
  .map(({ scope, base, n, fraction }) => ({ scope, base, ...(base === 'fixed' && { n }), ...fraction }));

/** Any rule that can be evaluated. */
export const rule: fc.Arbitrary<DecisionRule> = fc.record({
  ruleId: fc.constant('rule-1'),
  quorum: fc.array(quorumTest, { maxLength: 2 }),
  passIfAny: fc.array(fc.array(decisionTest, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  abstention: fc.constantFrom('excluded' as const, 'counts_in_base' as const),
  recusal: fc
    .record({ countsForQuorum: fc.boolean(), reducesSeatBase: fc.boolean(), present: fc.boolean() })
    .map(({ countsForQuorum, reducesSeatBase, present }) => ({
      countsForQuorum,
      reducesSeatBase,
      ...(present && !countsForQuorum && { reducesPresentBase: true }),
    })),
  emptyBase: fc.constantFrom('fail' as const, 'pass' as const, 'skip' as const),
  tie: fc.constantFrom('fails' as const, 'mediation' as const),
});
