import type { Roster } from '../body/roster.ts';
import { quorumOf } from '../instrument/bound-rule.ts';
import { citing, governingOf, judgedBy, readable } from '../instrument/governing.ts';
import type { GoverningFact, GoverningRule } from '../instrument/governing.ts';
import { irregular, notable, refuse } from '../kernel/index.ts';
import type { AtFact, Decision, When } from '../kernel/index.ts';
import type { JudgedBy } from '../motion/bound-rule-pin.ts';
import {
  eligibilityOf,
  evaluateQuorum,
  quorumObjections,
  quorumProblems,
  quorumRule,
  sameTests,
} from '../tally/index.ts';
import type { QuorumTest, QuorumTrace } from '../tally/index.ts';
import type { QuorumEstablished, QuorumLost } from './events.ts';
import type { RegimeFact, RosterFact } from './facts.ts';
import { existingBody, scheduledMeeting } from './guards.ts';
import type { Check } from './guards.ts';
import { quorumInside } from './remote.ts';
import { presentAt } from './state.ts';
import type { MeetingState } from './state.ts';

/**
 * The tests are those that a clause of the body's instruments states and that are in force then (meeting rule SP-03);
 * of a body without such a clause they are told. They are evaluated on presence at that time.
 */
type Told = Readonly<{ quorum?: readonly QuorumTest[] }>;
export type EstablishQuorum = Readonly<{ type: 'EstablishQuorum' }> & Told;
export type NoteQuorumLost = Readonly<{ type: 'NoteQuorumLost' }> & Told;

type QuorumFacts = AtFact & RosterFact & GoverningFact;

const traceAt = (state: MeetingState, roster: Roster, quorum: readonly QuorumTest[], at: When): QuorumTrace =>
  evaluateQuorum(quorum, eligibilityOf(roster), presentAt(state, at).keys());

/** Tests that hold together, and the rules that state them; told tests come from no rule. */
type Source = Readonly<{ rules: readonly GoverningRule[]; tests: readonly QuorumTest[] }>;

const ofClauses = (facts: GoverningFact): Source => {
  const rules = governingOf(facts, 'quorum');
  return { rules, tests: rules.flatMap(({ terms }) => quorumOf(terms)) };
};

function* sourceOf({ quorum }: Told, facts: GoverningFact): Check<Source> {
  const source = ofClauses(facts);
  if (source.rules.length === 0) {
    if (!quorum) return yield* refuse('QUORUM_RULE_REQUIRED');
    const problems = [...quorumProblems(quorum)];
    if (problems.length > 0) yield* refuse('RULE_NOT_EVALUABLE', { problems });
    return { rules: [], tests: quorum };
  }
  yield* readable(source.rules);
  if (quorum && !sameTests(quorum, source.tests))
    yield irregular('QUORUM_NOT_OF_CLAUSE', { told: quorum, clauses: source.rules.map(citing) });
  return source;
}

type Found = Readonly<{ source: Source; roster: Roster; trace: QuorumTrace }>;

function* quorumAt(state: MeetingState, told: Told, facts: QuorumFacts): Check<Found> {
  const { bodyId } = yield* scheduledMeeting(state, facts.at);
  const source = yield* sourceOf(told, facts);
  const roster = yield* existingBody(facts, bodyId);
  return { source, roster, trace: traceAt(state, roster, source.tests, facts.at) };
}

type ObjectionOf = Parameters<typeof quorumObjections>[1];

/** One objection for every test that fails, with the clause that states it. */
function* failures(
  state: MeetingState,
  { source, roster, trace }: Found,
  at: When,
  objection: ObjectionOf,
): Check {
  if (source.rules.length === 0) yield* quorumObjections(trace, objection);
  for (const rule of source.rules) {
    const ofRule = traceAt(state, roster, quorumOf(rule.terms), at);
    yield* quorumObjections(ofRule, (code, inputs) => objection(code, { ...inputs, ...citing(rule) }));
  }
}

/** The chair finds a quorum present, before the call to order or after it. RONR (12th ed.) 40:1, 40:11. */
export function* establishQuorum(
  state: MeetingState,
  command: EstablishQuorum,
  facts: QuorumFacts & RegimeFact,
): Decision<QuorumEstablished> {
  const found = yield* quorumAt(state, command, facts);
  yield* failures(state, found, facts.at, quorumRule(facts));
  const { source, roster } = found;
  const present = presentAt(state, facts.at);
  const isQuorum = (seatIds: readonly string[]): boolean =>
    evaluateQuorum(source.tests, eligibilityOf(roster), seatIds).pass;
  yield* quorumInside(present, [...present.keys()], isQuorum);
  return [{ type: 'QuorumEstablished', trace: found.trace, ...judgedBy(found.source.rules) }];
}

/** It is noticed that the quorum is gone. RONR (12th ed.) 40:12. */
export function* noteQuorumLost(
  state: MeetingState,
  command: NoteQuorumLost,
  facts: QuorumFacts,
): Decision<QuorumLost> {
  const { source, trace } = yield* quorumAt(state, command, facts);
  if (state.quorum !== 'established')
    yield irregular('QUORUM_NOT_ESTABLISHED', { reason: 'there was none to lose', quorum: state.quorum });
  if (trace.pass) yield irregular('QUORUM_NOT_LOST', { trace });
  return [{ type: 'QuorumLost', trace, ...judgedBy(source.rules) }];
}

/**
 * A meeting without a quorum is called to order all the same, to adjourn or to obtain one (RONR 40:6–7, 40:11), and the
 * record says so. Before anybody's arrival is recorded, nothing is known.
 */
export function* quorumAtCall(state: MeetingState, roster: Roster, facts: QuorumFacts): Check<JudgedBy> {
  const source = ofClauses(facts);
  if (presentAt(state, facts.at).size === 0) return {};
  const found = { source, roster, trace: traceAt(state, roster, source.tests, facts.at) };
  yield* failures(state, found, facts.at, notable);
  return judgedBy(source.rules);
}
