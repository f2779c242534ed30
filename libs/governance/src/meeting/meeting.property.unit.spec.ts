import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyMode, attemptAll, eventsOf } from '../testing/attempts.ts';
import { decider } from './index.ts';
import type { RecordingMode } from '../kernel/index.ts';
import type { Command, MeetingEvent } from './index.ts';
import { facts, hours, item, minutes, posted, scheduled } from './testing/committee.ts';

const itemId = fc.constantFrom('1', '2', '3');
const always = (...commands: readonly Command[]) => fc.constantFrom(...commands);
const { type: _type, ...schedule } = scheduled().event as Extract<MeetingEvent, { type: 'MeetingScheduled' }>;
const { type: _posted, ...posting } = posted(hours(-80), '1', '2').event as Extract<
  MeetingEvent,
  { type: 'AgendaPosted' }
>;
const schedules: Command = { type: 'ScheduleMeeting', ...schedule };
const calls: Command = { type: 'CallToOrder', presiding: { kind: 'seat', id: 'district-1' } };

const beforehand: fc.Arbitrary<Command> = fc.oneof(
  always(schedules, { type: 'PostAgenda', ...posting }),
  itemId.map((id): Command => ({ type: 'AddAgendaItem', ...item(id) })),
  itemId.map((id): Command => ({ type: 'RemoveAgendaItem', itemId: id })),
);
const seatId = fc.constantFrom('district-1', 'district-2', 'union-1', 'union-2');
const inTheRoom: fc.Arbitrary<Command> = fc.oneof(
  always(calls, { type: 'Recess' }, { type: 'Reconvene' }),
  always({ type: 'OpenPublicComment' }, { type: 'ClosePublicComment', speakers: 3 }),
  always(
    { type: 'EnterClosedSession', statute: 'Gov. Code 54957', itemIds: ['1'] },
    { type: 'LeaveClosedSession', reportableAction: true },
    { type: 'ReportClosedSession', action: 'An appointment' },
  ),
  seatId.map((id): Command => ({
    type: 'RecordArrival',
    seatId: id,
    by: 'member',
    personId: `person-${id}`,
    mode: 'in_person',
  })),
  seatId.map((id): Command => ({ type: 'RecordDeparture', seatId: id })),
  itemId.map((id): Command => ({ type: 'OpenItem', itemId: id })),
  itemId.map((id): Command => ({ type: 'CloseItem', itemId: id })),
);

const attempt = (command: fc.Arbitrary<Command>, minute: fc.Arbitrary<number>) =>
  fc.record({ command, minute, mode: anyMode });
type Tried = Readonly<{ command: Command; minute: number; mode: RecordingMode }>;

const adjourns: Command = { type: 'Adjourn' };
const cancels: Command = { type: 'CancelMeeting', reason: 'storm' };
const rarely = <T>(one: T) => fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, fc.constant([one]));

/** A meeting that is scheduled, called to order and ended, mostly, with commands in the order in which things happen. */
const attempts = fc
  .tuple(
    fc.array(attempt(beforehand, fc.integer({ min: -5_000, max: -1 })), { maxLength: 12, size: 'max' }),
    rarely<Tried>({ command: cancels, minute: -1, mode: 'live' }),
    fc.array(attempt(inTheRoom, fc.integer({ min: 0, max: 180 })), { maxLength: 40, size: 'max' }),
    rarely<Tried>({ command: adjourns, minute: 90, mode: 'minutes' }),
  )
  .map(([before, cancelled, during, early]): readonly Tried[] => [
    { command: schedules, minute: -6_000, mode: 'live' },
    ...before.toSorted((a, b) => a.minute - b.minute),
    ...cancelled,
    { command: calls, minute: 0, mode: 'minutes' },
    ...[...during, ...early].toSorted((a, b) => a.minute - b.minute),
    { command: adjourns, minute: 181, mode: 'live' },
  ]);
const stepsOf = (tried: readonly Tried[]) =>
  attemptAll(
    decider,
    tried.map(({ command, minute, mode }) => ({ command, mode, facts: facts(minutes(minute)) })),
  );

const count = (events: readonly MeetingEvent[], type: MeetingEvent['type']): number =>
  events.filter((event) => event.type === type).length;

/** How many of the one are still without the other, after every event. */
function* openAfterEach(
  events: readonly MeetingEvent[],
  begins: MeetingEvent['type'],
  ends: MeetingEvent['type'],
): Iterable<number> {
  let open = 0;
  for (const { type } of events) {
    if (type === begins) open++;
    if (type === ends) open--;
    yield open;
  }
}

/** What begins and ends, and is there once at a time. */
const spans = [
  ['MeetingRecessed', 'MeetingReconvened'],
  ['ClosedSessionEntered', 'ClosedSessionLeft'],
  ['PublicCommentOpened', 'PublicCommentClosed'],
] as const;

const happensInTheRoom: ReadonlySet<string> = new Set<MeetingEvent['type']>([
  'MemberArrived',
  'MemberDeparted',
  'AgendaItemOpened',
  'PublicCommentOpened',
  'ClosedSessionEntered',
  'MeetingRecessed',
]);

describe('a meeting, under any sequence of commands in any mode', () => {
  it('is scheduled, called to order and ended once, and is held or cancelled; replay equals live state', () => {
    let held = 0;
    let cancelled = 0;
    fc.assert(
      fc.property(attempts, (tried) => {
        const events = eventsOf(stepsOf(tried));
        expect(count(events, 'MeetingScheduled')).toBe(1);
        expect(count(events, 'MeetingCalledToOrder') + count(events, 'MeetingCancelled')).toBeLessThanOrEqual(
          1,
        );
        expect(count(events, 'MeetingAdjourned')).toBeLessThanOrEqual(count(events, 'MeetingCalledToOrder'));
        held += count(events, 'MeetingAdjourned');
        cancelled += count(events, 'MeetingCancelled');
      }),
      { numRuns: 200 },
    );
    expect([held > 10, cancelled > 3]).toEqual([true, true]);
  });

  it.each(spans)('has %s and %s by turns', (begins, ends) => {
    let seen = 0;
    fc.assert(
      fc.property(attempts, (tried) => {
        const events = eventsOf(stepsOf(tried));
        for (const open of openAfterEach(events, begins, ends)) expect([0, 1]).toContain(open);
        seen += count(events, ends);
      }),
      { numRuns: 500 },
    );
    expect(seen).toBeGreaterThan(3);
  });

  it('takes up items of its agenda, each closed before it is opened again', () => {
    let closed = 0;
    fc.assert(
      fc.property(attempts, (tried) => {
        const listed = new Set<string>();
        const open = new Set<string>();
        for (const event of eventsOf(stepsOf(tried))) {
          if (event.type === 'AgendaItemAdded') listed.add(event.itemId);
          if (event.type === 'AgendaItemRemoved') listed.delete(event.itemId);
          if (event.type === 'AgendaItemOpened') {
            expect(listed).toContain(event.itemId);
            expect(open).not.toContain(event.itemId);
            open.add(event.itemId);
          }
          if (event.type === 'AgendaItemClosed') {
            expect(open.delete(event.itemId)).toBe(true);
            closed++;
          }
        }
      }),
      { numRuns: 200 },
    );
    expect(closed).toBeGreaterThan(10);
  });

  it('has nobody come or go, and takes nothing up, before it is called to order or after its end, unless it is found', () => {
    fc.assert(
      fc.property(attempts, (tried) => {
        const steps = stepsOf(tried);
        const timeOf = (type: MeetingEvent['type']) =>
          steps.find(({ events }) => events.some((event) => event.type === type))?.at.earliest;
        const [began = '9', ended = '9'] = [timeOf('MeetingCalledToOrder'), timeOf('MeetingAdjourned')];
        for (const { events, findings, at } of steps)
          if (findings.length === 0 && events.some(({ type }) => happensInTheRoom.has(type)))
            expect(began <= at.earliest && at.earliest <= ended).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
