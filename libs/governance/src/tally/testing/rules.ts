import type { DecisionRule, DecisionTest, QuorumTest } from '../rule.ts';

/** A rule with the strictest conventions, to be changed where a test needs it. */
export const ruleOf = (
  tests: readonly DecisionTest[],
  changes: Partial<Omit<DecisionRule, 'passIfAny'>> = {},
): DecisionRule => ({
  ruleId: 'rule-1',
  quorum: [],
  passIfAny: [tests],
  abstention: 'excluded',
  recusal: { countsForQuorum: false, reducesSeatBase: false },
  emptyBase: 'fail',
  tie: 'fails',
  ...changes,
});

const majority = { base: 'votes_cast', num: 1, den: 2, cmp: 'gt' } as const;

export const bodyMajority: DecisionTest = { scope: 'body', ...majority };
export const eachMajority: DecisionTest = { scope: 'each_constituency', ...majority };
export const concurrent: readonly DecisionTest[] = [bodyMajority, eachMajority];

const ofSeats = { base: 'seats_authorized', num: 1, den: 2, cmp: 'gt' } as const;

/** Majorities of the authorized seats, of the body and of each side, with both co-chairs. */
export const fullQuorum: readonly QuorumTest[] = [
  { scope: 'body', ...ofSeats },
  { scope: 'each_constituency', ...ofSeats },
  { mandatorySeats: ['co_chair:LAUSD', 'co_chair:UTLA'] },
];
