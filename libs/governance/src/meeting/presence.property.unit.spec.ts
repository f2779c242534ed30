import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { settle } from '../kernel/index.ts';
import type { When } from '../kernel/index.ts';
import { facts, hours, inSession, minutes, theDay } from './testing/committee.ts';
import { stateAfter } from '../testing/index.ts';
import { attendanceAt, decider, presenceIntervals } from './index.ts';
import type { Command, MeetingState, PresenceInterval } from './index.ts';

const seats = ['district-1', 'union-1', 'union-2'] as const;
const end = 120;

/** A command at a minute of the meeting, or on the day. */
type Step = Readonly<{ command: Command; at: When; minute: number | undefined }>;

const command = fc.record({
  seatId: fc.constantFrom(...seats),
  kind: fc.constantFrom('member', 'alternate', 'departure'),
});

const commandOf = ({ seatId, kind }: { seatId: string; kind: string }): Command =>
  kind === 'departure'
    ? { type: 'RecordDeparture', seatId }
    : {
        type: 'RecordArrival',
        seatId,
        by: kind === 'member' ? 'member' : 'alternate',
        personId: kind === 'member' ? `person-${seatId}` : `alternate-${seatId}`,
        mode: 'in_person',
      };

const step = (minute: fc.Arbitrary<number | undefined>): fc.Arbitrary<Step> =>
  fc.tuple(command, minute).map(([one, n]) => ({
    command: commandOf(one),
    at: n === undefined ? theDay : minutes(n),
    minute: n,
  }));

const minute = fc.integer({ min: 0, max: end - 1 });
const steps = fc.array(step(minute), { maxLength: 30 });
const vagueSteps = fc.array(step(fc.option(minute, { nil: undefined })), { maxLength: 30 });
const inOrder = steps.map((some) => some.toSorted((a, b) => (a.minute ?? 0) - (b.minute ?? 0)));

const start = stateAfter(decider, inSession);
const adjourn: Step = { command: { type: 'Adjourn' }, at: minutes(end), minute: end };

/** Records what is accepted and leaves out what is refused. */
function record(some: readonly Step[], accepted: Step[] = []): MeetingState {
  return some.reduce<MeetingState>((state, one) => {
    const outcome = settle(decider.decide(state, one.command, facts(one.at)), 'minutes', facts(one.at));
    if (!outcome.accepted) return state;
    accepted.push(one);
    return outcome.events.reduce((s, event) => decider.evolve(s, event, one.at), state);
  }, start);
}

const staysOf = (state: MeetingState, seatId: string): readonly PresenceInterval[] =>
  presenceIntervals(state).filter((stay) => stay.seatId === seatId);

/** Who sits at a minute, without intervals: the last word on a seat no later than that. */
function oracle(accepted: readonly Step[], asked: number): Map<string, string> {
  const sitting = new Map<string, string>();
  for (const { command: one, minute: when = Infinity } of accepted) {
    if (when > asked) continue;
    if (one.type === 'RecordArrival') sitting.set(one.seatId, one.by);
    if (one.type === 'RecordDeparture') sitting.delete(one.seatId);
    if (one.type === 'Adjourn') sitting.clear();
  }
  return sitting;
}

describe('presence, whatever is recorded', () => {
  it('never has two stays of one seat that certainly overlap, and none that ended before it began', () => {
    fc.assert(
      fc.property(vagueSteps, fc.boolean(), (some, ends) => {
        const state = record(ends ? [...some, adjourn] : some);
        for (const seatId of seats) {
          const stays = staysOf(state, seatId);
          for (const { from, to } of stays) expect(!to || to.latest >= from.earliest).toBe(true);
          for (const [i, { from }] of stays.entries())
            for (const { to } of stays.slice(0, i)) expect(to && to.earliest <= from.latest).toBe(true);
        }
      }),
    );
  });

  it('with known minutes, recorded in any order, has stays one after another', () => {
    fc.assert(
      fc.property(steps, (some) => {
        const state = record([...some, adjourn]);
        for (const seatId of seats) {
          const bounds = staysOf(state, seatId).flatMap(({ from, to }) => [
            from.earliest,
            to?.earliest ?? '',
          ]);
          expect(bounds).toEqual(bounds.toSorted());
        }
      }),
    );
  });

  it('recorded in order, is what the last arrival or departure before a time says', () => {
    fc.assert(
      fc.property(inOrder, fc.integer({ min: 0, max: end + 5 }), (some, asked) => {
        const accepted: Step[] = [];
        const state = record([...some, adjourn], accepted);
        const attendance = attendanceAt(state, minutes(asked), { meetingId: 'm', revision: 1 });
        const sitting = [...(attendance?.present ?? [])].map(([seatId, { by }]) => [seatId, by] as const);
        expect(new Map(sitting)).toEqual(oracle(accepted, asked));
        expect(attendance?.inSession).toBe(asked < end);
      }),
    );
  });

  it('is over for everyone after the adjournment', () => {
    fc.assert(
      fc.property(vagueSteps, (some) => {
        const state = record([...some, adjourn]);
        const adjourned = state.session.adjourned !== undefined;
        const present = attendanceAt(state, hours(48), { meetingId: 'm', revision: 1 })?.present.size;
        expect(adjourned ? present : 0).toBe(0);
      }),
    );
  });
});
