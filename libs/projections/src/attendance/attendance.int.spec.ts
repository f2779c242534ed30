import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseWhen } from '#governance';
import type { meeting, motion, When } from '#governance';
import { ledgerReadModels } from '../index.ts';
import { projected, v01 } from '../testing/index.ts';
import type { TestRecord } from '../testing/index.ts';
import { attendance } from './queries.ts';
import type { AttendanceFilter } from './queries.ts';
import type { AttendanceView } from './views.ts';

const bodyId = v01.committeeId;
const zone = 'America/Los_Angeles';
const on = (literal: string): When => parseWhen(literal, zone)!;
const asOf = on('2027-06-01');

const told = (record: TestRecord, filter: Partial<AttendanceFilter> = {}): AttendanceView =>
  attendance(projected(ledgerReadModels, record.events), bodyId, { asOf, ...filter })!;
const seatIn = (view: AttendanceView, seatId: string) => view.seats.find((seat) => seat.seatId === seatId)!;

type Sitter = Pick<meeting.MemberArrived, 'by' | 'mode'>;
const member: Sitter = { by: 'member', mode: 'in_person' };
const alternate: Sitter = { by: 'alternate', mode: 'in_person' };
const callToOrder = { type: 'MeetingCalledToOrder', presiding: { kind: 'seat', id: 'lausd-1' } } as const;

/** A meeting that sat for two hours of a day, with who is named there from the beginning. */
function meet(record: TestRecord, day: string, sitters: Readonly<Record<string, Sitter>>): void {
  const add = (event: meeting.MeetingEvent, at: When): void =>
    void record.add('meeting', `m-${day}`, event, { at });
  const [from, to] = [on(`${day}T12:00:00-08:00`), on(`${day}T14:00:00-08:00`)];
  const schedule = { bodyId, startsAt: from, timeZone: zone, places: [] };
  add({ type: 'MeetingScheduled', meetingType: 'regular', ...schedule }, from);
  add(callToOrder, from);
  for (const [seatId, sitter] of Object.entries(sitters))
    add({ type: 'MemberArrived', seatId, ...sitter }, from);
  add({ type: 'MeetingAdjourned' }, to);
}

const vacate = (record: TestRecord, seatId: string, day: string): void =>
  void record.add(
    'body',
    bodyId,
    { type: 'SeatVacated', seatId, seatingId: `${seatId}-2026`, reason: 'resigned' },
    { at: on(day) },
  );

/** A vote of a meeting in which the seat is away with leave. */
function excuse(record: TestRecord, day: string, seatId: string): void {
  const { textSha256, concurrentMajority: rule } = v01;
  const of = { voteEventId: 'v', meetingRevision: 1 };
  const eligibility = { constituencyIds: [], seats: [] } as unknown as motion.Eligibility;
  const tally = { counts: [], groupResults: [], result: 'pass' } as unknown as motion.VoteClosed['tally'];
  const events: readonly motion.MotionEvent[] = [
    { type: 'MotionDrafted', bodyId, title: 'x', text: 'x', textSha256, classification: 'main' },
    {
      ...{ type: 'VoteOpened', ...of, meetingId: `m-${day}`, textSha256, rule, eligibility },
      ...{ rosterRevision: 1, method: 'voice' },
    },
    { type: 'VoteClosed', ...of, tally, rollCall: [{ seatId, option: 'excused', present: false }] },
  ];
  for (const event of events) record.add('motion', 'excusing', event);
}

describe('attendance at a meeting', () => {
  const view = told(v01.v01Meeting());

  it('tells how long the body sat, and each seat with it; a recess counts for nobody', () => {
    expect(view.meetings).toMatchObject([{ meetingId: v01.meetingId, secondsInSession: 50 * 60 }]);
    expect(seatIn(view, 'utla-8')).toMatchObject({
      totals: { held: 1, present: 1, remote: 1, time: { secondsPresent: 39 * 60, percent: 78 } },
      meetings: [{ presence: 'present', remote: true, seatingIds: ['utla-8-2026'] }],
    });
    expect(seatIn(view, 'lausd-2').totals.time).toMatchObject({ secondsPresent: 49 * 60, percent: 98 });
  });

  it('adds the seats of a constituency up', () => {
    expect(view.constituencies).toMatchObject([
      { constituencyId: 'LAUSD', name: 'Side of LAUSD', totals: { held: 8, present: 8, remote: 0 } },
      { constituencyId: 'UTLA', totals: { held: 8, present: 8, remote: 1 } },
    ]);
  });

  it('is asked for by period, and by what was known then; of an unknown body it is not told', () => {
    const record = v01.v01Meeting();
    expect(told(record, { from: on('2026-10') }).meetings).toEqual([]);
    expect(told(record, { to: on('2026-09') }).meetings).toHaveLength(1);
    const called = record.events.find(({ event }) => event.type === 'MeetingCalledToOrder')!;
    const knownAt = new Date(Date.parse(called.recordedAt) - 1).toISOString();
    expect(told(record, { knownAt })).toMatchObject({ knownAt, meetings: [] });
    expect(attendance(projected(ledgerReadModels, []), bodyId, { asOf })).toBeUndefined();
  });
});

describe('attendance over meetings', () => {
  let record: TestRecord;
  const away = ['lausd-2', 'lausd-3', 'utla-2'];
  const others = Object.fromEntries(
    [...v01.members, 'pupil'].filter((id) => !away.includes(id)).map((id) => [id, member]),
  );
  beforeAll(() => {
    record = v01.v01Meeting();
    vacate(record, 'lausd-3', '2026-10-01');
    meet(record, '2026-11-02', { ...others, 'utla-2': alternate });
    meet(record, '2026-11-09', { ...others, 'utla-2': member });
    meet(record, '2026-11-16', { ...others, 'utla-2': { by: 'member', mode: 'remote' } });
    meet(record, '2026-11-23', others);
    excuse(record, '2026-11-23', 'utla-2');
  });

  it('tells member, alternate, leave, absence and vacancy apart', () => {
    const view = told(record);
    expect(seatIn(view, 'utla-2').totals).toMatchObject({
      ...{ held: 5, present: 3, alternate: 1, excused: 1, absent: 0, remote: 1 },
    });
    expect(seatIn(view, 'lausd-2').totals).toMatchObject({ held: 5, present: 1, absent: 4, vacant: 0 });
    expect(seatIn(view, 'lausd-3').totals).toMatchObject({ held: 5, present: 1, absent: 0, vacant: 4 });
    expect(view.constituencies[0]).toMatchObject({ totals: { held: 40, absent: 4, vacant: 4 } });
  });

  it('proposes a vacancy where a seat reached the limit in a year of its term (SP-17), and records none', () => {
    expect(told(record, { absenceLimit: 3 }).absences?.proposals).toMatchObject([
      {
        ...{ rule: 'SP-17', proposes: 'SeatVacated', seatId: 'lausd-2', held: 'certain', limit: 3 },
        termYear: { number: 1, from: '2026-08-01', to: '2027-08-01' },
        absences: [{ meetingId: 'm-2026-11-02' }, {}, {}, {}],
        sentence: 'four absences in the term year: the seat may be declared vacant',
      },
    ]);
    expect(told(record, { absenceLimit: 5 }).absences).toEqual({ limit: 5, proposals: [] });
    expect(told(record)).not.toHaveProperty('absences');
  });

  it('counts absences of each year of a term by themselves', () => {
    meet(record, '2027-08-02', others);
    const { proposals } = told(record, { absenceLimit: 1 }).absences!;
    const years = proposals
      .filter(({ seatId }) => seatId === 'lausd-2')
      .map(({ termYear, absences }) => [termYear.number, absences.length]);
    expect(years).toEqual([
      [1, 4],
      [2, 1],
    ]);
  });

  it('calls nobody absent from a meeting of which the record does not say who was there', () => {
    const before = told(record);
    meet(record, '2027-08-09', {});
    const { totals } = seatIn(told(record), 'lausd-2');
    expect(totals).toMatchObject({ held: before.meetings.length + 1, unknown: 1 });
    expect(totals.absent).toBe(seatIn(before, 'lausd-2').totals.absent);
  });

  it('tells no time where minutes give no more than the day', () => {
    const at = on('2027-08-16');
    const schedule = { bodyId, startsAt: at, timeZone: zone, places: [] };
    const events: readonly meeting.MeetingEvent[] = [
      { type: 'MeetingScheduled', meetingType: 'regular', ...schedule },
      callToOrder,
      { type: 'MemberArrived', seatId: 'lausd-1', ...member },
    ];
    for (const event of events) record.add('meeting', 'coarse', event, { at, recordingMode: 'minutes' });
    const view = told(record);
    expect(view.meetings.at(-1)).not.toHaveProperty('secondsInSession');
    expect(seatIn(view, 'lausd-1').meetings.at(-1)).toEqual({
      ...{ meetingId: 'coarse', presence: 'present', seatingIds: ['lausd-1-2026'] },
    });
    expect(seatIn(view, 'lausd-2').meetings.at(-1)).toMatchObject({ presence: 'absent' });
  });
});

describe('attendance, whatever happened', () => {
  const days = fc.uniqueArray(fc.integer({ min: 10, max: 28 }), { maxLength: 6 });
  const sitter = fc.constantFrom(member, alternate, { by: 'member', mode: 'remote' } as const);
  const sitters = fc.dictionary(fc.constantFrom(...v01.members), sitter);

  it('adds up: every meeting of a seat is of one kind, and nobody sits longer than the body', () => {
    fc.assert(
      fc.property(days, fc.infiniteStream(sitters), fc.subarray([...v01.members]), (held, who, vacated) => {
        const { record } = v01.assembly();
        for (const seatId of vacated) vacate(record, seatId, '2026-10-18');
        for (const day of held)
          meet(record, `2026-10-${day}`, who.next().value as Readonly<Record<string, Sitter>>);
        const view = told(record);
        expect(view.meetings).toHaveLength(held.length);
        for (const { totals } of [...view.seats, ...view.constituencies]) {
          const { present, alternate: by, excused, absent, vacant, unknown, time } = totals;
          expect(present + by + excused + absent + vacant + unknown).toBe(totals.held);
          expect(time.percent ?? 0).toBeLessThanOrEqual(100);
        }
        expect(view.seats.reduce((sum, { totals }) => sum + totals.held, 0)).toBe(17 * held.length);
      }),
      { numRuns: 30 },
    );
  });
});
