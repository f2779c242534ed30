import type { AuthorizedSeats } from '../body/roster.ts';
import type { DecisionTest, Proportion, QuorumProportion, QuorumTest } from './rule.ts';

/** Why the parts of a rule cannot hold together, or say something that never decides. */
export type Inconsistency = Readonly<{ kind: 'impossible' | 'idle'; explanation: string }>;

/** The fewest that meet a proportion of a base. */
const fewest = ({ num, den, cmp }: Proportion, base: number): number =>
  cmp === 'gte' ? Math.ceil((base * num) / den) : Math.floor((base * num) / den) + 1;

/** Of a base that is known before anybody sits; seats that happen to be filled are not. */
function needed(test: QuorumProportion, seats: number): number {
  if (test.base === 'fixed') return fewest(test, test.n ?? 0);
  return test.base === 'seats_authorized' ? fewest(test, seats) : 0;
}

const most = (numbers: readonly number[]): number => Math.max(0, ...numbers);

const isScoped =
  (scope: QuorumProportion['scope']) =>
  (test: QuorumTest): test is QuorumProportion =>
    'scope' in test && test.scope === scope;

/** Seats and offices that the rule names one by one: `co_chair:LAUSD` is one of LAUSD. */
const selectorsOf = (tests: readonly QuorumTest[]): readonly string[] => [
  ...new Set(tests.flatMap((test) => ('mandatorySeats' in test ? test.mandatorySeats : []))),
];

const namedOf = (selectors: readonly string[], constituencyId: string): number =>
  selectors.filter((selector) => selector.endsWith(`:${constituencyId}`)).length;

/**
 * What a quorum needs by the sum of its parts, against what it states and against the seats there are. The clause
 * "six present, both co-chairs, and three more of each side" of a committee of four and four needs all eight: its
 * six never decides, and nobody may be away (meeting rule SP-03).
 */
export function lintQuorum(
  tests: readonly QuorumTest[],
  { body, constituencies }: AuthorizedSeats,
): readonly Inconsistency[] {
  const selectors = selectorsOf(tests);
  const sides = constituencies.map(({ constituencyId, seats }) => {
    const stated = most(tests.filter(isScoped('each_constituency')).map((test) => needed(test, seats)));
    return { constituencyId, seats, needs: Math.max(stated, namedOf(selectors, constituencyId)) };
  });
  const stated = most(tests.filter(isScoped('body')).map((test) => needed(test, body)));
  const parts = Math.max(
    sides.reduce((sum, { needs }) => sum + needs, 0),
    selectors.length,
  );
  const tooMany = sides
    .filter(({ needs, seats }) => needs > seats)
    .map(({ constituencyId, needs, seats }): Inconsistency => ({
      kind: 'impossible',
      explanation: `${constituencyId} would need ${needs} seats present and has ${seats}`,
    }));
  const idle: Inconsistency = {
    kind: 'idle',
    explanation: `${stated} of the body never are enough: the other parts need ${parts} of its ${body} seats`,
  };
  const beyond: Inconsistency = {
    kind: 'impossible',
    explanation: `${stated} seats would have to be present, and the body has ${body}`,
  };
  return [
    ...tooMany,
    ...(stated > body ? [beyond] : []),
    ...(stated > 0 && parts > stated && isFixed(tests) ? [idle] : []),
  ];
}

/** A number that the clause states was meant to decide; a share of the seats is often met by the parts anyway. */
const isFixed = (tests: readonly QuorumTest[]): boolean =>
  tests.some((test) => isScoped('body')(test) && test.base === 'fixed');

/** A test of a vote that no vote can meet: more than all. */
export const lintTests = (tests: readonly Proportion[]): readonly Inconsistency[] =>
  tests
    .filter(({ num, den, cmp, base }) => base !== 'fixed' && (num > den || (num === den && cmp === 'gt')))
    .map(({ num, den, base }) => ({
      kind: 'impossible',
      explanation: `more than all of ${base} can never be reached: ${num}/${den}`,
    }));

/** Ayes that a vote never has: a stated number, or a least number, above the seats that there are. */
export const lintAyes = (
  tests: readonly DecisionTest[],
  { body, constituencies }: AuthorizedSeats,
): readonly Inconsistency[] =>
  tests.flatMap((test) => {
    const places = test.scope === 'body' ? [{ constituencyId: 'the body', seats: body }] : constituencies;
    const stated = test.base === 'fixed' ? fewest(test, test.n ?? 0) : 0;
    const ayes = Math.max(stated, test.minimumYes ?? 0);
    return places
      .filter(({ seats }) => ayes > seats)
      .map(({ constituencyId, seats }): Inconsistency => ({
        kind: 'impossible',
        explanation: `${ayes} ayes of ${constituencyId} can never be reached: it has ${seats} seats`,
      }));
  });
