import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyMode, attemptAll } from '../testing/attempts.ts';
import { stepTime } from '../testing/index.ts';
import { decider } from './index.ts';
import type { Command, MeetingEntryEvent, MeetingEntryState } from './index.ts';

const facts = { at: stepTime(0) };
const command: fc.Arbitrary<Command> = fc
  .record({ entryId: fc.constantFrom('a', 'b', 'c'), line: fc.nat({ max: 11 }) })
  .chain(({ entryId, line }) =>
    fc.constantFrom<Command>(
      {
        ...{ type: 'AcceptMeetingEntry', entryId, meetingId: 'garden-1', bodyId: 'garden' },
        ...{ lines: 12, planSha256: 'ab'.repeat(32) },
      },
      { type: 'CompleteMeetingEntry', entryId },
      { type: 'StopMeetingEntry', entryId, line, code: 'VOTE_NOT_OPEN', inputs: {} },
      { type: 'ResumeMeetingEntry', entryId },
    ),
  );
const attempts = fc.array(fc.record({ command, mode: anyMode }), { maxLength: 40, size: 'max' });

const idsIn = ({ entries }: MeetingEntryState, status: string) =>
  [...entries].filter(([, one]) => one.status === status).map(([id]) => id);

/** An entry is accepted once, then stops and goes on by turns, and is completed once, and never after a stop. */
function checkOrder(events: readonly MeetingEntryEvent[]): void {
  const order = events.map(({ type }) => type.replace('MeetingEntry', '')).join(' ');
  expect(order).toMatch(/^(Accepted( Stopped Resumed)*( Stopped| Completed)?)?$/);
}

describe('the entries of a meeting, under any sequence of commands, in any mode', () => {
  it('come one after another, each to one end; replay equals live state', () => {
    let completed = 0;
    fc.assert(
      fc.property(attempts, (tried) => {
        const steps = attemptAll(
          decider,
          tried.map((one) => ({ ...one, facts })),
        );
        for (const { before, after } of steps) {
          expect(idsIn(after, 'under_way').length).toBeLessThanOrEqual(1);
          for (const id of idsIn(before, 'completed'))
            expect(after.entries.get(id)?.status).toBe('completed');
        }
        const events = steps.flatMap((step) => step.events);
        for (const id of ['a', 'b', 'c']) checkOrder(events.filter(({ entryId }) => entryId === id));
        // Who goes on, goes on from where it stopped.
        events.forEach((event, i) => {
          if (event.type !== 'MeetingEntryResumed') return;
          const stop = events.slice(0, i).findLast((one) => one.entryId === event.entryId);
          expect(stop).toMatchObject({ type: 'MeetingEntryStopped', line: event.line });
        });
        completed += idsIn(steps.at(-1)?.after ?? decider.initialState, 'completed').length;
      }),
      { numRuns: 500 },
    );
    expect(completed).toBeGreaterThan(50);
  });
});
