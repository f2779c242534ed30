import type { Roster } from '../body/roster.ts';
import { irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Decision, When } from '../kernel/index.ts';
import {
  eligibilityOf,
  evaluateQuorum,
  quorumObjections,
  quorumProblems,
  quorumRule,
} from '../tally/index.ts';
import type { QuorumTest, QuorumTrace } from '../tally/index.ts';
import type { QuorumEstablished, QuorumLost } from './events.ts';
import type { RegimeFact, RosterFact } from './facts.ts';
import { existingBody, scheduledMeeting } from './guards.ts';
import type { Check } from './guards.ts';
import { presentAt } from './state.ts';
import type { MeetingState } from './state.ts';

/** The tests come from the body's rules (meeting rule SP-03); they are evaluated on presence at that time. */
export type EstablishQuorum = Readonly<{ type: 'EstablishQuorum'; quorum: readonly QuorumTest[] }>;
export type NoteQuorumLost = Readonly<{ type: 'NoteQuorumLost'; quorum: readonly QuorumTest[] }>;

const traceAt = (state: MeetingState, roster: Roster, quorum: readonly QuorumTest[], at: When): QuorumTrace =>
  evaluateQuorum(quorum, eligibilityOf(roster), presentAt(state, at).keys());

function* evaluable(quorum: readonly QuorumTest[]): Check {
  const problems = [...quorumProblems(quorum)];
  if (problems.length > 0) yield* refuse('RULE_NOT_EVALUABLE', { problems });
}

function* quorumAt(
  state: MeetingState,
  quorum: readonly QuorumTest[],
  facts: AtFact & RosterFact,
): Check<QuorumTrace> {
  const { bodyId } = yield* scheduledMeeting(state, facts.at);
  yield* evaluable(quorum);
  return traceAt(state, yield* existingBody(facts, bodyId), quorum, facts.at);
}

/** The chair finds a quorum present, before the call to order or after it. RONR (12th ed.) 40:1, 40:11. */
export function* establishQuorum(
  state: MeetingState,
  { quorum }: EstablishQuorum,
  facts: AtFact & RosterFact & RegimeFact,
): Decision<QuorumEstablished> {
  const trace = yield* quorumAt(state, quorum, facts);
  yield* quorumObjections(trace, quorumRule(facts));
  return [{ type: 'QuorumEstablished', trace }];
}

/** It is noticed that the quorum is gone. RONR (12th ed.) 40:12. */
export function* noteQuorumLost(
  state: MeetingState,
  { quorum }: NoteQuorumLost,
  facts: AtFact & RosterFact,
): Decision<QuorumLost> {
  const trace = yield* quorumAt(state, quorum, facts);
  if (state.quorum !== 'established')
    yield irregular('QUORUM_NOT_ESTABLISHED', { reason: 'there was none to lose', quorum: state.quorum });
  if (trace.pass) yield irregular('QUORUM_NOT_LOST', { trace });
  return [{ type: 'QuorumLost', trace }];
}
