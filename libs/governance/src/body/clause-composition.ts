import { citing, governingOf, judgedBy, readable } from '../instrument/governing.ts';
import type { GoverningFact, GoverningRule } from '../instrument/governing.ts';
import type { CompositionTerms } from '../instrument/bound-rule.ts';
import { broken, holdsAt } from '../kernel/index.ts';
import type { AtFact, Check, When } from '../kernel/index.ts';
import type { JudgedBy } from '../motion/bound-rule-pin.ts';
import type { CompositionRuleAdopted, ConstituencySeats } from './events.ts';
import { seatingAt, votingRightAt } from './seat.ts';
import type { Seat } from './seat.ts';
import type { BodyState } from './state.ts';

/** A composition rule that a clause of a governing instrument states (meeting rule SP-01). */
type ClauseRule = Readonly<{ rule: GoverningRule; terms: CompositionTerms }>;

const clauseRules = (facts: GoverningFact): readonly ClauseRule[] =>
  governingOf(facts, 'composition').flatMap((rule) =>
    rule.terms.composition ? [{ rule, terms: rule.terms.composition }] : [],
  );

type Composition = Pick<CompositionRuleAdopted, 'perConstituency' | 'min' | 'max' | 'parity'>;

type Difference = Readonly<{ of: string; adopted: unknown; clause: unknown }>;

const votingOf = (listed: readonly ConstituencySeats[], id: string): number =>
  listed.find(({ constituencyId }) => constituencyId === id)?.voting ?? 0;

/** Advisory seats are compared where the clause counts them. */
function seatDifferences(adopted: Composition, { perConstituency }: CompositionTerms): readonly Difference[] {
  if (perConstituency.length === 0) return [];
  const ids = new Set([...perConstituency, ...adopted.perConstituency].map((one) => one.constituencyId));
  return [...ids].flatMap((id) => {
    const listed = adopted.perConstituency.find(({ constituencyId }) => constituencyId === id);
    const stated = perConstituency.find(({ constituencyId }) => constituencyId === id);
    const voting = [{ of: id, adopted: votingOf(adopted.perConstituency, id), clause: stated?.voting ?? 0 }];
    const advisory =
      stated?.advisory === undefined
        ? []
        : [{ of: `${id} advisory`, adopted: listed?.advisory ?? 0, clause: stated.advisory }];
    return [...voting, ...advisory];
  });
}

/** What the clause does not state, the body may say as it likes. */
const limitDifferences = (adopted: Composition, terms: CompositionTerms): readonly Difference[] =>
  (['min', 'max', 'parity'] as const)
    .filter((of) => terms[of] !== undefined)
    .map((of) => ({ of, adopted: adopted[of], clause: terms[of] }));

/** The composition that the body adopts is the one that the clause in force states. */
export function* asClauseStates(adopted: Composition, facts: GoverningFact): Check<JudgedBy> {
  const rules = clauseRules(facts);
  yield* readable(rules.map(({ rule }) => rule));
  for (const { rule, terms } of rules) {
    const all = [...seatDifferences(adopted, terms), ...limitDifferences(adopted, terms)];
    const differences = all.filter((one) => one.adopted !== one.clause);
    if (differences.length > 0)
      yield broken('SP-01', 'COMPOSITION_CONTRADICTS_CLAUSE', { ...citing(rule), differences });
  }
  return judgedBy(rules.map(({ rule }) => rule));
}

/** Seats of the body at a time that are counted: the open ones, or those of them in which somebody sits. */
type Counted = (seat: Seat, at: When) => boolean;

const isOpen: Counted = ({ open }, at) => holdsAt(open, at) === 'certain';
const isFilled: Counted = (seat, at) => isOpen(seat, at) && seatingAt(seat, at)?.certainty === 'certain';

const votingSeats = ({ seats }: BodyState, counted: Counted, constituencyId: string, at: When): number =>
  [...seats.values()].filter(
    (seat) =>
      seat.constituencyId === constituencyId && votingRightAt(seat, at) === 'full' && counted(seat, at),
  ).length;

type Change = Readonly<{ before: BodyState; after: BodyState; at: When }>;

/** Of which constituencies the change takes the voting seats further away from the number that the clause states. */
function driftOf({ before, after, at }: Change, counted: Counted, { perConstituency }: CompositionTerms) {
  if (perConstituency.length === 0) return [];
  return [...after.constituencies.keys()].flatMap((constituencyId) => {
    const stated = votingOf(perConstituency, constituencyId);
    const was = votingSeats(before, counted, constituencyId, at);
    const is = votingSeats(after, counted, constituencyId, at);
    const worse = (is > stated && is > was) || (is < stated && is < was);
    return worse ? [{ constituencyId, seats: is, stated }] : [];
  });
}

function* drift(change: Change, counted: Counted, facts: GoverningFact): Check<JudgedBy> {
  const rules = clauseRules(facts);
  for (const { rule, terms } of rules)
    for (const { seats, stated, constituencyId } of driftOf(change, counted, terms))
      yield broken('SP-01', seats > stated ? 'SEATS_BEYOND_CLAUSE' : 'SEATS_BELOW_CLAUSE', {
        ...citing(rule),
        constituencyId,
        seats,
        stated,
      });
  return judgedBy(rules.map(({ rule }) => rule));
}

/** Seats are opened up to the number that the clause states, and none of these is closed while the clause stands. */
export const seatsAsClauseStates = (
  before: BodyState,
  after: BodyState,
  facts: AtFact & GoverningFact,
): Check<JudgedBy> => drift({ before, after, at: facts.at }, isOpen, facts);

/** No more voting members sit for a constituency than the clause gives it, whatever seats are open. */
export const membersAsClauseStates = (
  before: BodyState,
  after: BodyState,
  facts: AtFact & GoverningFact,
): Check<JudgedBy> => drift({ before, after, at: facts.at }, isFilled, facts);
