import { describe, it } from '@jest/globals';
import {
  added,
  at,
  brownAct,
  called,
  facts,
  givenMeeting,
  hours,
  inSession,
  minutes,
  posted,
  scheduled,
} from './testing/committee.ts';
import type { Command } from './index.ts';

const enter = (more = {}): Command => ({
  type: 'EnterClosedSession',
  statute: 'Gov. Code 54957.6',
  itemIds: ['c'],
  ...more,
});
const leave: Command = { type: 'LeaveClosedSession' };
const report: Command = { type: 'ReportClosedSession', action: 'Offer approved', votes: '4–0' };
const entered = at(minutes(10), { type: 'ClosedSessionEntered', statute: 'x', itemIds: ['c'] });
const left = (reportableAction?: boolean) =>
  at(minutes(20), {
    type: 'ClosedSessionLeft',
    ...(reportableAction !== undefined && { reportableAction }),
  });
const comment = at(minutes(1), { type: 'PublicCommentOpened' });

const agenda = [
  scheduled(),
  added('c', { kind: 'closed', motionId: 'motion' }),
  added('1'),
  added('late', { kind: 'closed' }),
];
const history = [...agenda, posted(hours(-80), 'c', '1'), called];

describe('EnterClosedSession', () => {
  it('is for closed items of the posted agenda, after the public could speak', () => {
    givenMeeting(...history, comment)
      .when(enter(), brownAct(minutes(10)))
      .live.records({ type: 'ClosedSessionEntered', statute: 'Gov. Code 54957.6', itemIds: ['c'] })
      .withFindings();
    givenMeeting(...history)
      .when(enter(), brownAct(minutes(10)))
      .live.records('ClosedSessionEntered')
      .withFindings('NO_PUBLIC_COMMENT_BEFORE_ACTION');
    givenMeeting(...history, at(minutes(11), { type: 'PublicCommentOpened', itemId: 'c' }))
      .when(enter(), brownAct(minutes(10)))
      .minutes.withFindings('NO_PUBLIC_COMMENT_BEFORE_ACTION');
  });

  it.each([
    ['an item of another kind', { itemIds: ['1'] }],
    ['an item that was not posted', { itemIds: ['c', 'late'] }],
    ['no item', { itemIds: [] }],
    ['an item without a statute', { statute: ' ' }],
  ])('is not for %s', (_what, more) => {
    givenMeeting(...history, comment)
      .when(enter(more), brownAct(minutes(10)))
      .live.rejectedWith('CLOSED_ITEM_NOT_AGENDIZED', { rule: 'BA-13' })
      .minutes.records('ClosedSessionEntered')
      .withFindings('CLOSED_ITEM_NOT_AGENDIZED');
    givenMeeting(...history)
      .when(enter(more), facts(minutes(10)))
      .live.withFindings();
  });

  it('is for a closed item that was admitted', () => {
    givenMeeting(
      ...history,
      comment,
      at(minutes(5), { type: 'OffAgendaItemAdmitted', itemId: 'late', basis: 'emergency' }),
    )
      .when(enter({ itemIds: ['late'] }), brownAct(minutes(10)))
      .live.withFindings();
  });

  it('happens in session, not in closed session, with items of the meeting', () => {
    givenMeeting(...history, entered)
      .when(enter(), facts(minutes(11)))
      .minutes.rejectedWith('ALREADY_IN_CLOSED_SESSION');
    givenMeeting(...history)
      .when(enter({ itemIds: ['9'] }), facts(minutes(11)))
      .minutes.rejectedWith('ITEM_UNKNOWN');
    givenMeeting(...agenda)
      .when(enter(), facts(minutes(11)))
      .live.rejectedWith('MEETING_NOT_IN_SESSION')
      .minutes.withFindings('MEETING_NOT_IN_SESSION');
  });
});

describe('LeaveClosedSession', () => {
  it('says whether there is something to report', () => {
    givenMeeting(...history, entered)
      .when(leave, facts(minutes(20)))
      .live.records({ type: 'ClosedSessionLeft' });
    givenMeeting(...history, entered)
      .when({ ...leave, reportableAction: true }, facts(minutes(20)))
      .live.records({ type: 'ClosedSessionLeft', reportableAction: true });
  });

  it('follows entering', () => {
    for (const before of [history, [...history, entered, left()]])
      givenMeeting(...before)
        .when(leave, facts(minutes(21)))
        .minutes.rejectedWith('NOT_IN_CLOSED_SESSION');
    givenMeeting(...history, entered)
      .when(leave, facts(minutes(9)))
      .minutes.rejectedWith('TIME_INVERTED');
  });
});

describe('ReportClosedSession', () => {
  it('tells the public', () => {
    givenMeeting(...history, entered, left())
      .when(report, facts(minutes(21)))
      .live.records({ type: 'ClosedSessionReported', action: 'Offer approved', votes: '4–0' })
      .withFindings();
  });

  it('is of a closed session that there was', () => {
    givenMeeting(...inSession)
      .when(report, facts(minutes(21)))
      .live.rejectedWith('NO_CLOSED_SESSION')
      .minutes.withFindings('NO_CLOSED_SESSION');
  });
});

describe('Adjourn', () => {
  const adjourn: Command = { type: 'Adjourn' };
  const reported = at(minutes(21), { type: 'ClosedSessionReported', action: 'Offer approved' });
  const adopted = {
    votes: new Map([
      ['motion', { openedAt: minutes(12), closed: { result: 'pass' as const, rollCall: [] } }],
    ]),
  };
  const rejected = {
    votes: new Map([
      ['motion', { openedAt: minutes(12), closed: { result: 'fail' as const, rollCall: [] } }],
    ]),
  };
  const ends = (before: readonly ReturnType<typeof left>[], more = {}) =>
    givenMeeting(...history, ...before).when(adjourn, brownAct(minutes(30), more)).live;

  it('finds what was done in closed session and not reported', () => {
    const twice = [entered, left(true), reported, { ...entered, at: minutes(22) }, left(true)];
    for (const unreported of [ends([entered, left(true)]), ends([entered, left()], adopted), ends(twice)])
      unreported.live
        .rejectedWith('CLOSED_ACTION_UNREPORTED', { rule: 'BA-13' })
        .minutes.records('MeetingAdjourned')
        .withRuled('irregular CLOSED_ACTION_UNREPORTED by BA-13');
  });

  it('is content where it was reported, or there was nothing to report', () => {
    ends([entered, left(true), reported]).withFindings();
    ends([entered, left()]).withFindings();
    ends([entered, left()], rejected).withFindings();
    ends([entered, left(false)], adopted).withFindings();
    givenMeeting(...history, entered, left(true))
      .when(adjourn, facts(minutes(30)))
      .live.withFindings();
  });
});
