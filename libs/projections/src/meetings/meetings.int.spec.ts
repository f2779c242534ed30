import { describe, expect, it } from '@jest/globals';
import { on, projected, TestRecord, v01 } from '../testing/index.ts';
import type { Reads } from '../runtime/index.ts';
import { meetingsModel } from './model.ts';
import { getMeeting, listMeetings } from './index.ts';
import type { MeetingFilter } from './index.ts';

const { minutes } = v01;
const day = -24 * 60;
const { events } = v01.v01Meeting();
const meetingOf = (some: typeof events) => getMeeting(projected([meetingsModel], some), v01.meetingId);

describe('a meeting', () => {
  const view = meetingOf(events)!;

  it('tells what was scheduled, and where it stands', () => {
    expect(view).toMatchObject({
      meetingId: v01.meetingId,
      bodyId: v01.committeeId,
      meetingType: 'regular',
      title: 'September meeting',
      startsAt: minutes(0),
      timeZone: 'America/Los_Angeles',
      places: [{ kind: 'physical', description: 'Board room' }],
      presiding: { kind: 'seat', id: 'lausd-1' },
      status: 'adjourned',
      adjourned: { type: 'MeetingAdjourned', provenance: { occurredAt: minutes(60) } },
    });
    expect(view.revision).toBe(events.filter(({ stream }) => stream === 'meeting-september').length - 1);
  });

  it('tells every stay: gone and back are two, and the end ends the rest', () => {
    const staysOf = (seatId: string) =>
      view.presence
        .filter((stay) => stay.seatId === seatId)
        .map(({ mode, from, to }) => ({ mode, from, to }));
    expect(staysOf('utla-8')).toEqual([
      { mode: 'in_person', from: minutes(1), to: minutes(40) },
      { mode: 'remote', from: minutes(50), to: minutes(60) },
    ]);
    expect(staysOf('lausd-1')).toEqual([{ mode: 'in_person', from: minutes(1), to: minutes(60) }]);
    expect(view.presence).toHaveLength(v01.members.length + 2);
  });

  it('sat, recessed, and sat again', () => {
    expect(view.sittings).toEqual([
      { from: minutes(0), to: minutes(20) },
      { from: minutes(30), to: minutes(60) },
    ]);
  });

  it('has its agenda, when each item was taken up, and the postings', () => {
    expect(view.agenda).toMatchObject([
      {
        itemId: 'item-1',
        number: '1',
        title: 'Schools',
        kind: 'action',
        motionId: v01.motionId,
        openings: [{ from: minutes(3), to: minutes(16) }],
      },
    ]);
    expect(view.postings).toMatchObject([
      { postingId: 'first', itemIds: ['item-1'], provenance: { occurredAt: minutes(8 * day) } },
    ]);
  });

  it('keeps the trace of its quorum', () => {
    expect(view.quorum).toMatchObject([
      { type: 'QuorumEstablished', trace: { pass: true, tests: [{ scope: 'body', present: 16 }, {}, {}] } },
    ]);
  });

  it('stays open in a stay that is not ended yet', () => {
    const until = events.findIndex(({ event }) => event.type === 'MemberDeparted');
    const before = meetingOf(events.slice(0, until))!;
    expect(before.status).toBe('in_session');
    expect(before.presence.every(({ to }) => to === undefined)).toBe(true);
    expect(before.sittings.at(-1)).toEqual({ from: minutes(30) });
  });
});

describe('where events are missing', () => {
  const typesOf = (category: string) =>
    new Set(events.filter((one) => one.category === category).map(({ event }) => event.type));

  it('a meeting keeps what is known', () => {
    for (const type of typesOf('meeting')) {
      const view = meetingOf(events.filter(({ event }) => event.type !== type));
      expect(view?.meetingId).toBe(v01.meetingId);
    }
    const unscheduled = meetingOf(events.filter(({ event }) => event.type !== 'MeetingScheduled'))!;
    expect(unscheduled).toMatchObject({ status: 'adjourned', timeZone: 'UTC', places: [] });
    expect(unscheduled).not.toHaveProperty('bodyId');
    expect(unscheduled).not.toHaveProperty('startsAt');
    expect(unscheduled.agenda).toHaveLength(1);
    expect(unscheduled.presence).toHaveLength(v01.members.length + 2);
  });

  it('a departure without an arrival is no stay, and an item that was not added is none', () => {
    const without = (...types: readonly string[]) =>
      events.filter(({ event }) => !types.includes(event.type));
    expect(meetingOf(without('MemberArrived'))?.presence).toEqual([]);
    expect(meetingOf(without('AgendaItemAdded'))?.agenda).toEqual([]);
  });

  it('a closed session of which only the report is public shows the report', () => {
    const record = new TestRecord();
    record.add('meeting', 'm', { type: 'ClosedSessionReported', action: 'Approved.', votes: '3 yes' });
    record.add('meeting', 'm', { type: 'MeetingAdjourned' });
    const view = getMeeting(projected([meetingsModel], record.events), 'm')!;
    expect(view).toMatchObject({
      status: 'adjourned',
      closedSessions: [{ itemIds: [], reports: [{ action: 'Approved.', votes: '3 yes' }] }],
    });
    expect(view.closedSessions[0]).not.toHaveProperty('from');
  });
});

describe('the list of meetings', () => {
  function schedule(record: TestRecord, id: string, startsAt: string, bodyId = 'cssc'): void {
    record.add('meeting', id, {
      type: 'MeetingScheduled',
      bodyId,
      meetingType: 'regular',
      startsAt: on(startsAt),
      timeZone: 'America/Los_Angeles',
      places: [],
    });
  }
  const record = new TestRecord();
  schedule(record, 'june', '2021-06-15');
  schedule(record, 'someday', '2020');
  schedule(record, 'other', '2021-06-15T20:00:00Z', 'other');
  schedule(record, 'moved', '2019-01-01');
  record.add('meeting', 'moved', { type: 'MeetingRescheduled', startsAt: on('2022-02-01') });
  record.add('meeting', 'june', { type: 'MeetingCancelled', reason: 'No business.' });
  const reads = projected([meetingsModel], record.events);
  const idsOf = (of: Reads, request: MeetingFilter & { limit?: number; cursor?: string | undefined } = {}) =>
    listMeetings(of, request).items.map(({ meetingId }) => meetingId);

  it('is in the order of their times, latest first', () => {
    expect(idsOf(reads)).toEqual(['moved', 'other', 'june', 'someday']);
  });

  it('is filtered by body, status and time', () => {
    expect(idsOf(reads, { bodyId: 'other' })).toEqual(['other']);
    expect(idsOf(reads, { status: 'cancelled' })).toEqual(['june']);
    expect(idsOf(reads, { from: on('2021-06-15') })).toEqual(['moved', 'other', 'june']);
    expect(idsOf(reads, { from: on('2020-06-15'), to: on('2020-06-15') })).toEqual(['someday']);
    expect(idsOf(reads, { to: on('2019-12-31') })).toEqual([]);
  });

  it('has pages that do not move while meetings are scheduled', () => {
    const first = listMeetings(reads, { limit: 2 });
    schedule(record, 'later', '2023-01-01');
    const second = listMeetings(projected([meetingsModel], record.events), { limit: 2, cursor: first.next });
    expect([...first.items, ...second.items].map(({ meetingId }) => meetingId)).toEqual([
      'moved',
      'other',
      'june',
      'someday',
    ]);
  });
});
