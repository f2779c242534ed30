import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { recordingModes, settle } from '../kernel/index.ts';
import { adopted } from '../motion/testing/cited.ts';
import { decider } from './index.ts';
import type { CohortEvent, CohortSize, Command } from './index.ts';
import { applied, define, facts, on, openCall } from './testing/cohorts.ts';

const schoolId = fc.constantFrom(...'abcdefgh');
const size: fc.Arbitrary<CohortSize> = fc.oneof(
  fc.integer({ min: 1, max: 5 }),
  fc.constant('unknown' as const),
);
const command: fc.Arbitrary<Command> = fc.oneof(
  size.map((plannedSize): Command => ({ ...define, plannedSize })),
  fc.constant(openCall),
  fc.constant<Command>({ type: 'ExtendApplicationCall', closesAt: on('2026-10') }),
  fc.constant<Command>({ type: 'CloseApplicationCall' }),
  size.map((plannedSize): Command => ({ type: 'ReviseCohortSize', plannedSize })),
  fc
    .array(schoolId, { minLength: 1, maxLength: 4 })
    .map((schoolIds): Command => ({ type: 'ApproveCohortSelection', motionId: 'selection', schoolIds })),
  fc.constant<Command>({ type: 'CloseCohort' }),
);
const attempt = fc.record({
  command,
  mode: fc.constantFrom(...recordingModes),
  status: fc.constantFrom('adopted' as const, 'rejected' as const),
  signedOff: fc.boolean(),
});

/** Counted from the events alone. */
function countedFrom(events: readonly CohortEvent[]) {
  let capacity: CohortSize = 'unknown';
  const selected: string[] = [];
  for (const event of events) {
    if (event.type === 'CohortDefined') capacity = event.plannedSize;
    if (event.type === 'CohortSizeRevised') capacity = event.to;
    if (event.type === 'CohortSelectionApproved') selected.push(...event.schools.map((one) => one.schoolId));
    if (capacity !== 'unknown') expect(selected.length).toBeLessThanOrEqual(capacity);
  }
  return selected;
}

describe('under any sequence of commands, in any mode', () => {
  it('selections never exceed a known capacity, no school is selected twice, and replay equals live state', () => {
    fc.assert(
      fc.property(fc.array(attempt, { minLength: 1, maxLength: 30 }), (attempts) => {
        const events: CohortEvent[] = [];
        let state = decider.initialState;
        for (const { command: tried, mode, status, signedOff } of [
          { command: define, mode: 'live' as const, status: 'adopted' as const, signedOff: true },
          ...attempts,
        ]) {
          const applications = new Map([...'abcdefgh'].map((id) => applied(id, { signedOff })));
          const given = facts({ motion: adopted('selection', { status }), applications });
          const outcome = settle(decider.decide(state, tried, given), mode, given);
          if (!outcome.accepted) continue;
          events.push(...outcome.events);
          state = outcome.events.reduce((s, event) => decider.evolve(s, event, given.at), state);
        }
        const selected = countedFrom(events);
        expect(new Set(selected).size).toBe(selected.length);
        expect(state.selected).toEqual(new Set(selected));
        const replayed = events.reduce(
          (s, event) => decider.evolve(s, event, facts().at),
          decider.initialState,
        );
        expect(replayed).toEqual(state);
      }),
      { numRuns: 300 },
    );
  });
});
