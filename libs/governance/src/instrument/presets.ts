import { motionClasses } from '../motion/procedure/motion-class.ts';
import { presetFor } from '../motion/procedure/presets.ts';
import { orderTables } from '../motion/procedure/rules-of-order.ts';
import type { DecisionRule, DecisionTest, QuorumTest } from '../tally/rule.ts';
import type { RuleTerms } from './bound-rule.ts';

type Share = Pick<DecisionTest, 'base' | 'num' | 'den' | 'cmp'>;

const majority: Share = { base: 'votes_cast', num: 1, den: 2, cmp: 'gt' };
const twoThirds: Share = { base: 'votes_cast', num: 2, den: 3, cmp: 'gte' };
const bothSides = ['body', 'each_constituency'] as const;

const ayes = (share: Share, ...scopes: readonly DecisionTest['scope'][]): DecisionRule['passIfAny'] => [
  scopes.map((scope) => ({ scope, ...share })),
];

/** More than half of the seats there are, filled or not: a vacancy makes no quorum easier. */
const quorum = (...scopes: readonly DecisionTest['scope'][]): readonly QuorumTest[] =>
  scopes.map((scope) => ({ scope, base: 'seats_authorized', num: 1, den: 2, cmp: 'gt' }));

type Requirement = Omit<DecisionRule, 'ruleId'>;

const common = {
  abstention: 'excluded',
  recusal: { countsForQuorum: true, reducesSeatBase: false },
  emptyBase: 'fail',
  tie: 'fails',
} as const;

const named: Readonly<Record<string, Requirement>> = {
  simple_majority: { ...common, quorum: quorum('body'), passIfAny: ayes(majority, 'body') },
  two_thirds: { ...common, quorum: quorum('body'), passIfAny: ayes(twoThirds, 'body') },
  concurrent_majority: {
    ...common,
    quorum: quorum(...bothSides),
    passIfAny: ayes(majority, ...bothSides),
  },
};

/** What the tables of the rules of order ask of each class: `ronr:bringback.rescind`. */
const ofClasses: readonly (readonly [string, Requirement])[] = orderTables
  .flatMap((table) => motionClasses.map((motionClass) => presetFor(table, motionClass)))
  .flatMap((preset) => (preset ? [[preset.ruleId, { ...preset, quorum: quorum('body') }] as const] : []));

const presets: ReadonlyMap<string, Requirement> = new Map([...Object.entries(named), ...ofClasses]);

/** Decision rules that can be bound by their name. */
export const rulePresets: readonly string[] = [...presets.keys()];

/** The terms of a preset under the id of the rule; undefined where there is none of that name. */
export function presetTerms(name: string, ruleId: string): RuleTerms | undefined {
  const requirement = presets.get(name);
  return requirement && { kind: 'decision', decision: { ...requirement, ruleId } };
}
