import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { certainlyCoincide, recordingModes, settle } from '../kernel/index.ts';
import type { Term } from '../kernel/index.ts';
import { adopted } from '../motion/testing/cited.ts';
import { decider } from './index.ts';
import type { Command, SchoolEvent } from './index.ts';
import { cohort, designate, facts, on, register } from './testing/schools.ts';

const time = fc
  .constantFrom(
    '2019',
    '2019-fall',
    '2020-06-30',
    '2020-21',
    '2021-03',
    '2022',
    '2023-07-01',
    '2024-25',
    'unknown',
  )
  .map(on);
const motionId = 'selection';
const { until: _until, ...withoutTerm } = designate;
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.constant(register),
  { weight: 3, arbitrary: time.map((effectiveFrom): Command => ({ ...withoutTerm, effectiveFrom })) },
  time.map((effectiveFrom): Command => ({ type: 'RenewDesignation', motionId, effectiveFrom })),
  time.map((effectiveFrom): Command => ({
    type: 'SuspendDesignation',
    motionId,
    effectiveFrom,
    reason: 'x',
  })),
  time.map((effectiveFrom): Command => ({ type: 'RestoreDesignation', motionId, effectiveFrom })),
  {
    weight: 3,
    arbitrary: time.map((effectiveFrom): Command => ({ type: 'EndDesignation', effectiveFrom, reason: 'x' })),
  },
  fc.constant<Command>({ type: 'FormSiteBody', kind: 'CSIT', bodyId: 'site' }),
  fc.constant<Command>({ type: 'AssignCoordinator' }),
);
const attempt = fc.record({
  command,
  at: time,
  mode: fc.constantFrom(...recordingModes),
  status: fc.constantFrom('adopted' as const, 'rejected' as const),
  inSelection: fc.boolean(),
});

/** The terms of the designations, from the events alone. */
function termsOf(events: readonly SchoolEvent[]): readonly Term[] {
  const terms: Term[] = [];
  for (const event of events) {
    if (event.type === 'SchoolDesignated') terms.push({ start: event.effectiveFrom });
    if (event.type === 'DesignationEnded') {
      const last = terms.pop();
      if (!last || last.end) throw new Error('an end without a designation');
      terms.push({ ...last, end: event.effectiveFrom });
    }
  }
  return terms;
}

describe('under any sequence of commands, in any mode', () => {
  it('a school never has two active designations, and replay equals live state', () => {
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 30 }), (attempts) => {
        const recorded: { event: SchoolEvent; at: Term['start'] }[] = [];
        let state = decider.initialState;
        const first = {
          command: register,
          at: on('2018'),
          mode: 'live' as const,
          status: 'adopted' as const,
        };
        for (const { command: tried, at, mode, status, inSelection } of [
          { ...first, inSelection: true },
          ...attempts,
        ]) {
          const selected = new Set(inSelection ? ['cedar'] : []);
          const motion = adopted(motionId, { status, since: on('2018') });
          const given = facts({ at, motion, cohort: cohort({ selected, definedAt: on('2019') }) });
          const outcome = settle(decider.decide(state, tried, given), mode, given);
          if (!outcome.accepted) continue;
          recorded.push(...outcome.events.map((event) => ({ event, at })));
          state = outcome.events.reduce((s, event) => decider.evolve(s, event, at), state);
        }
        const terms = termsOf(recorded.map(({ event }) => event));
        expect(terms.slice(0, -1).every(({ end }) => end !== undefined)).toBe(true);
        terms.forEach((a, i) =>
          terms.slice(i + 1).forEach((b) => expect([a, b, certainlyCoincide(a, b)]).toEqual([a, b, false])),
        );
        expect(state.designation !== undefined).toBe(terms.some(({ end }) => end === undefined));
        const replayed = recorded.reduce(
          (s, { event, at }) => decider.evolve(s, event, at),
          decider.initialState,
        );
        expect(replayed).toEqual(state);
      }),
      { numRuns: 500 },
    );
  });
});
