import type { DecisionRule, DecisionTest } from '../../tally/index.ts';
import { classRule } from './class-rule.ts';
import type { MotionClass } from './motion-class.ts';
import type { OrderTable, VoteRequired } from './rules-of-order.ts';

type Alternatives = DecisionRule['passIfAny'];

const test = (
  base: DecisionTest['base'],
  num: number,
  den: number,
  cmp: DecisionTest['cmp'],
): DecisionTest => ({
  scope: 'body',
  ...{ base, num, den, cmp },
  minimumYes: 1,
});

const majority: Alternatives = [[test('votes_cast', 1, 2, 'gt')]];
const twoThirds: Alternatives = [[test('votes_cast', 2, 3, 'gte')]];
const entireMembership: Alternatives = [[test('seats_filled', 1, 2, 'gt')]];

type Requirement = Pick<DecisionRule, 'passIfAny' | 'previousNotice'>;

const requirements: Readonly<Partial<Record<VoteRequired, Requirement>>> = {
  majority: { passIfAny: majority },
  two_thirds: { passIfAny: twoThirds },
  // The motion is the objection: two thirds of those who vote are for it, which is against consideration.
  two_thirds_against: { passIfAny: twoThirds },
  // RR-06: two thirds, or a majority of the entire membership, or with notice a majority.
  as_rescind: {
    passIfAny: [...twoThirds, ...entireMembership],
    previousNotice: { required: false, altersTo: [...twoThirds, ...majority, ...entireMembership] },
  },
};

/** A rule that is not bound to a clause and has no quorum yet: what the table asks of a class (RR-04, RR-06). */
export type Preset = Omit<DecisionRule, 'quorum' | 'clauseRef'>;

/** What the rules of order ask of a vote on a class; undefined where no vote decides it. */
export function presetFor(table: OrderTable, motionClass: MotionClass): Preset | undefined {
  const requirement = requirements[classRule({ table }, motionClass).vote];
  return (
    requirement && {
      ruleId: `${table.toLowerCase()}:${motionClass}`,
      ...requirement,
      abstention: 'excluded',
      recusal: { countsForQuorum: true, reducesSeatBase: false },
      emptyBase: 'fail',
      tie: 'fails',
    }
  );
}

const reachesTwoThirds = ({ scope, num, den }: DecisionTest): boolean =>
  scope === 'body' && 3 * num >= 2 * den;

/** What a body may do without a quorum (RR-14). */
export const withoutQuorum: ReadonlySet<MotionClass> = new Set([
  'privileged.fix_time_to_adjourn',
  'privileged.adjourn',
  'privileged.recess',
] as const);

/** Whether a rule asks for less than the two thirds that the table asks for. */
export function asksForLess(table: OrderTable, motionClass: MotionClass, rule: DecisionRule): boolean {
  const { vote } = classRule({ table }, motionClass);
  if (vote !== 'two_thirds' && vote !== 'two_thirds_against') return false;
  return !rule.passIfAny.every((tests) => tests.some(reachesTwoThirds));
}
