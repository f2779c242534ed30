import { expect } from '@jest/globals';
import fc from 'fast-check';
import { recordingModes, settle } from '../kernel/index.ts';
import type { AtFact, Decider, Finding, Outcome, RecordingMode, When } from '../kernel/index.ts';

/** A command that somebody tries, whether or not it is refused. */
export type Attempt<C, F> = Readonly<{ command: C; facts: F; mode: RecordingMode }>;

/** What an accepted attempt recorded, and the state that it left. */
export type Step<S, E, C> = Readonly<{
  command: C;
  events: readonly E[];
  findings: readonly Finding[];
  before: S;
  after: S;
  at: When;
}>;

export const anyMode = fc.constantFrom(...recordingModes);

/** As a store gives it back. */
const stored = <E>(event: E): E => JSON.parse(JSON.stringify(event)) as E;

/**
 * Tries commands one after another on one stream, and goes on where one is refused. Whatever is recorded, the events
 * as a store gives them back make the state that was live.
 */
export function attemptAll<S, E extends Readonly<{ type: string }>, C, F extends AtFact>(
  { decide, evolve, initialState }: Decider<S, E, C, F>,
  attempts: readonly Attempt<C, F>[],
): readonly Step<S, E, C>[] {
  const steps: Step<S, E, C>[] = [];
  let state = initialState;
  for (const { command, facts, mode } of attempts) {
    const outcome: Outcome<E> = settle(decide(state, command, facts), mode, facts);
    if (!outcome.accepted) continue;
    const { events, findings } = outcome;
    const before = state;
    state = events.reduce((s, event) => evolve(s, event, facts.at), state);
    steps.push({ command, events, findings, before, after: state, at: facts.at });
  }
  const replayed = steps
    .flatMap(({ events, at }) => events.map((event) => ({ event: stored(event), at })))
    .reduce((s, { event, at }) => evolve(s, event, at), initialState);
  expect(replayed).toEqual(state);
  return steps;
}

export const eventsOf = <S, E, C>(steps: readonly Step<S, E, C>[]): readonly E[] =>
  steps.flatMap(({ events }) => events);
