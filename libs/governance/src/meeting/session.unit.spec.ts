import { describe, expect, it } from '@jest/globals';
import { stateAfter } from '../testing/index.ts';
import {
  added,
  adjourned,
  arrived,
  at,
  brownAct,
  called,
  departed,
  facts,
  givenMeeting,
  hours,
  inSession,
  minutes,
  scheduled,
  theDay,
} from './testing/committee.ts';
import type { History } from './testing/committee.ts';
import { attendanceAt, decider, statusOf } from './index.ts';
import type { Command } from './index.ts';

const recess: Command = { type: 'Recess' };
const reconvene: Command = { type: 'Reconvene' };
const adjourn: Command = { type: 'Adjourn' };
const recessed = at(minutes(20), { type: 'MeetingRecessed' });
const reconvened = at(minutes(30), { type: 'MeetingReconvened' });
const cancelled = at(hours(-1), { type: 'MeetingCancelled', reason: 'storm' });
const statusAfter = (...history: History) => statusOf(stateAfter(decider, history).session);

it('a meeting is scheduled, in session, recessed, in session again, and adjourned', () => {
  const history = [scheduled(), called, recessed, reconvened, adjourned(minutes(60))];
  expect(history.map((_, i) => statusAfter(...history.slice(0, i + 1)))).toEqual([
    'scheduled',
    'in_session',
    'recessed',
    'in_session',
    'adjourned',
  ]);
  expect(statusAfter(scheduled(), cancelled)).toBe('cancelled');
});

describe('Recess and Reconvene', () => {
  it('follow one another', () => {
    givenMeeting(...inSession)
      .when({ ...recess, until: minutes(30) }, facts(minutes(20)))
      .live.records({ type: 'MeetingRecessed', until: minutes(30) });
    givenMeeting(...inSession, recessed)
      .when(reconvene, facts(minutes(30)))
      .live.records({ type: 'MeetingReconvened' });
    givenMeeting(...inSession, recessed)
      .when(recess, facts(minutes(21)))
      .minutes.rejectedWith('MEETING_NOT_IN_SESSION');
    givenMeeting(scheduled())
      .when(recess, facts(minutes(20)))
      .minutes.rejectedWith('MEETING_NOT_IN_SESSION');
    for (const history of [[scheduled()], inSession, [...inSession, recessed, reconvened]])
      givenMeeting(...history)
        .when(reconvene, facts(minutes(31)))
        .minutes.rejectedWith('MEETING_NOT_RECESSED');
  });

  it('do not end before they begin', () => {
    givenMeeting(...inSession)
      .when(recess, facts(minutes(-1)))
      .minutes.rejectedWith('TIME_INVERTED');
    givenMeeting(...inSession, recessed)
      .when(reconvene, facts(minutes(19)))
      .minutes.rejectedWith('TIME_INVERTED');
    givenMeeting(...inSession, recessed)
      .when(reconvene, facts(theDay))
      .minutes.records('MeetingReconvened');
  });

  it('may be remembered after the adjournment, but do not follow it', () => {
    const ended = [...inSession, adjourned(minutes(60))];
    givenMeeting(...ended)
      .when(recess, facts(minutes(20)))
      .minutes.records('MeetingRecessed');
    givenMeeting(...ended)
      .when(recess, facts(minutes(61)))
      .minutes.rejectedWith('MEETING_ALREADY_HELD');
    givenMeeting(...ended, recessed)
      .when(reconvene, facts(minutes(30)))
      .minutes.records('MeetingReconvened');
    givenMeeting(...ended, recessed)
      .when(reconvene, facts(minutes(61)))
      .minutes.rejectedWith('MEETING_ALREADY_HELD');
    const state = stateAfter(decider, [...ended, recessed, reconvened]);
    const sat = [10, 25, 40, 60].map(
      (n) => attendanceAt(state, minutes(n), { meetingId: 'm', revision: 1 })?.inSession,
    );
    expect(sat).toEqual([true, false, true, false]);
  });
});

describe('Adjourn', () => {
  it('ends the meeting, perhaps until another time', () => {
    givenMeeting(...inSession)
      .when(adjourn, facts(minutes(60)))
      .live.records({ type: 'MeetingAdjourned' })
      .withFindings();
    givenMeeting(...inSession, recessed)
      .when({ ...adjourn, to: hours(24) }, facts(minutes(60)))
      .live.records({ type: 'MeetingAdjourned', to: hours(24) });
  });

  it('happens once, in a meeting that was not cancelled', () => {
    givenMeeting(...inSession, adjourned(minutes(60)))
      .when(adjourn, facts(minutes(61)))
      .minutes.rejectedWith('MEETING_ALREADY_HELD');
    givenMeeting(scheduled(), cancelled)
      .when(adjourn, facts(hours(-2)))
      .minutes.rejectedWith('MEETING_CANCELLED');
    givenMeeting()
      .when(adjourn, facts(minutes(60)))
      .minutes.rejectedWith('MEETING_UNKNOWN');
  });

  it('does not come before what happened in the meeting', () => {
    for (const history of [
      [...inSession, recessed],
      [...inSession, recessed, reconvened],
      [...inSession, arrived(minutes(25), 'union-2')],
      [...inSession, arrived(minutes(5), 'union-2'), departed(minutes(25), 'union-2')],
    ])
      givenMeeting(...history)
        .when(adjourn, facts(minutes(19)))
        .minutes.rejectedWith('TIME_INVERTED');
    givenMeeting(...inSession, recessed)
      .when(adjourn, facts(theDay))
      .minutes.records('MeetingAdjourned');
  });

  it('without a call to order is for a meeting to which nobody came', () => {
    givenMeeting(scheduled())
      .when(adjourn, facts(minutes(30)))
      .live.records('MeetingAdjourned')
      .withFindings();
    givenMeeting(scheduled(), arrived(minutes(1), 'union-2'))
      .when(adjourn, facts(minutes(30)))
      .live.rejectedWith('MEETING_NOT_IN_SESSION')
      .minutes.withFindings('MEETING_NOT_IN_SESSION');
  });

  it('judges the items that it leaves open', () => {
    const open = [
      scheduled(),
      added('1'),
      called,
      at(minutes(5), { type: 'AgendaItemOpened', itemId: '1' }),
    ] as const;
    givenMeeting(...open)
      .when(adjourn, brownAct(minutes(60)))
      .live.withFindings('NO_PUBLIC_COMMENT_BEFORE_ACTION');
    givenMeeting(...open, at(minutes(6), { type: 'PublicCommentOpened' }))
      .when(adjourn, brownAct(minutes(60)))
      .live.withFindings();
    givenMeeting(...open, at(minutes(7), { type: 'AgendaItemClosed', itemId: '1' }))
      .when(adjourn, brownAct(minutes(60)))
      .live.withFindings();
  });
});

describe('PostAdjournmentNotice', () => {
  const post: Command = { type: 'PostAdjournmentNotice', place: 'Door of the board room' };
  const history = [...inSession, adjourned(hours(1))];

  it('is at the door within 24 hours', () => {
    givenMeeting(...history)
      .when(post, brownAct(hours(25)))
      .live.records({ type: 'AdjournmentNoticePosted', place: 'Door of the board room' })
      .withFindings();
    givenMeeting(...history)
      .when(post, brownAct(hours(25.1)))
      .live.records('AdjournmentNoticePosted')
      .withFindings('ADJOURNMENT_NOTICE_LATE')
      .historicalImport.withFindings('ADJOURNMENT_NOTICE_LATE');
    givenMeeting(...history)
      .when(post, facts(hours(40)))
      .live.withFindings();
    givenMeeting(...inSession, adjourned(theDay))
      .when(post, brownAct(hours(30)))
      .minutes.withFindings();
  });

  it('is of an adjournment', () => {
    givenMeeting(...inSession)
      .when(post, brownAct(hours(2)))
      .minutes.rejectedWith('MEETING_NOT_ADJOURNED');
  });
});
