import { describe, expect, it } from '@jest/globals';
import type { When } from '../kernel/index.ts';
import { stateAfter } from '../testing/index.ts';
import {
  added,
  adjourned,
  arrived,
  at,
  called,
  hours,
  inSession,
  minutes,
  posted,
  scheduled,
  theDay,
} from './testing/committee.ts';
import type { History } from './testing/committee.ts';
import { attendanceAt, decider } from './index.ts';

const attendance = (when: When, ...history: History) =>
  attendanceAt(stateAfter(decider, history), when, { meetingId: 'm', revision: 7 });

describe('attendanceAt', () => {
  it('pins the meeting by its revision', () => {
    expect(attendance(minutes(1), ...inSession, arrived(minutes(0), 'union-2'))).toMatchObject({
      meetingId: 'm',
      revision: 7,
      bodyId: 'committee',
      inSession: true,
    });
  });

  it('is of a meeting that was scheduled', () => {
    expect(attendance(minutes(1))).toBeUndefined();
  });

  it('knows whether the body sat', () => {
    const history = [
      scheduled(),
      called,
      at(minutes(20), { type: 'MeetingRecessed' }),
      at(minutes(30), { type: 'MeetingReconvened' }),
      adjourned(minutes(60)),
    ] as const;
    const sat = [-1, 0, 19, 20, 29, 30, 59, 60].map((n) => attendance(minutes(n), ...history)?.inSession);
    expect(sat).toEqual([false, true, true, false, false, true, true, false]);
    expect(attendance(theDay, ...history)?.inSession).toBe(true);
  });

  it('names the items of the last agenda at that time, and those admitted by then', () => {
    const history = [
      scheduled(),
      added('1'),
      added('2'),
      added('3'),
      posted(hours(-80), '1'),
      posted(hours(-78), '1', '2'),
      called,
      at(minutes(10), { type: 'OffAgendaItemAdmitted', itemId: '3', basis: 'emergency' }),
    ] as const;
    const items = (when: When) => [...(attendance(when, ...history)?.agendizedItemIds ?? [])];
    expect([hours(-90), hours(-79), hours(-77), minutes(10)].map(items)).toEqual([
      [],
      ['1'],
      ['1', '2'],
      ['1', '2', '3'],
    ]);
  });

  it('takes the agenda that came last, not the one that was recorded last', () => {
    const history = [
      scheduled(),
      added('1'),
      added('2'),
      posted(hours(-78), '2'),
      posted(hours(-80), '1'),
    ] as const;
    expect([...(attendance(minutes(0), ...history)?.agendizedItemIds ?? [])]).toEqual(['2']);
  });

  it('BA-05: leaves out what was posted less than 72 hours before a regular meeting', () => {
    const late = [scheduled(), added('1'), added('2'), posted(hours(-80), '1'), posted(hours(-71), '1', '2')];
    expect([...(attendance(minutes(1), ...late)?.agendizedItemIds ?? [])]).toEqual(['1']);
  });

  it('names every item, whether it was posted or not', () => {
    expect(attendance(minutes(1), ...inSession, added('3'))?.itemIds).toEqual(new Set(['1', '2', '3']));
  });

  it('leaves out an item that was removed', () => {
    const removed = at(hours(-1), { type: 'AgendaItemRemoved', itemId: '2' });
    expect([...(attendance(minutes(1), ...inSession, removed)?.agendizedItemIds ?? [])]).toEqual(['1']);
  });

  it('knows who recused themselves from what by then', () => {
    const recused = (n: number, seatId: string, itemId: string) =>
      at(minutes(n), { type: 'RecusalRecorded', seatId, itemId, identifiedPublicly: true, leftRoom: true });
    const history = [
      ...inSession,
      recused(5, 'union-1', '1'),
      recused(6, 'union-2', '1'),
      recused(7, 'union-1', '2'),
    ];
    expect(attendance(minutes(6), ...history)?.recusals).toEqual(
      new Map([['1', new Set(['union-1', 'union-2'])]]),
    );
    expect(attendance(minutes(7), ...history)?.recusals.get('2')).toEqual(new Set(['union-1']));
  });
});
