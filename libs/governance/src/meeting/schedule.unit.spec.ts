import { describe, it } from '@jest/globals';
import { unknownWhen } from '../kernel/index.ts';
import {
  adjourned,
  at,
  brownAct,
  called,
  added,
  facts,
  givenMeeting,
  hours,
  posted,
  roster,
  scheduled,
  theDay,
} from './testing/committee.ts';
import type { Command } from './index.ts';

const schedule: Command = {
  type: 'ScheduleMeeting',
  bodyId: 'committee',
  meetingType: 'regular',
  startsAt: hours(0),
  places: [],
};
const reschedule: Command = { type: 'RescheduleMeeting', startsAt: hours(-20), reason: 'room taken' };
const cancel: Command = { type: 'CancelMeeting', reason: 'no business' };
const cancelled = at(hours(-10), { type: 'MeetingCancelled', reason: 'no business' });

describe('ScheduleMeeting', () => {
  it('is in the time zone of the body unless it says otherwise', () => {
    const { type: _type, ...given } = schedule;
    givenMeeting()
      .when(schedule, facts(hours(-100)))
      .live.records({ type: 'MeetingScheduled', ...given, timeZone: 'America/Los_Angeles' });
    givenMeeting()
      .when({ ...schedule, timeZone: 'America/Denver' }, facts(hours(-100)))
      .live.records({ type: 'MeetingScheduled', ...given, timeZone: 'America/Denver' });
  });

  it('needs a body', () => {
    givenMeeting()
      .when(schedule, facts(hours(-100), { roster: undefined }))
      .live.rejectedWith('BODY_UNKNOWN', { bodyId: 'committee' })
      .historicalImport.rejectedWith('BODY_UNKNOWN');
  });

  it('of a dissolved body is irregular', () => {
    givenMeeting()
      .when(schedule, facts(hours(-100), { roster: { ...roster, dissolved: true } }))
      .live.rejectedWith('BODY_DISSOLVED')
      .minutes.records('MeetingScheduled')
      .withFindings('BODY_DISSOLVED');
  });

  it('happens once', () => {
    givenMeeting(scheduled())
      .when(schedule, facts(hours(-50)))
      .minutes.rejectedWith('MEETING_EXISTS');
  });
});

describe('RescheduleMeeting', () => {
  it('moves the meeting, the time from which a notice counts too', () => {
    givenMeeting(scheduled())
      .when(reschedule, facts(hours(-50)))
      .live.records({ ...reschedule, type: 'MeetingRescheduled' })
      .withFindings();
    givenMeeting(scheduled(), added('1'), posted(hours(-80), '1'))
      .when(reschedule, brownAct(hours(-79)))
      .live.withFindings('NOTICE_TOO_SHORT');
    givenMeeting(scheduled(), added('1'), posted(hours(-80), '1'))
      .when({ ...reschedule, startsAt: hours(5) }, brownAct(hours(-79)))
      .live.withFindings();
  });

  it('cannot move what was held before, but may be remembered later', () => {
    givenMeeting(scheduled(), called)
      .when(reschedule, facts(hours(1)))
      .minutes.rejectedWith('MEETING_ALREADY_HELD');
    givenMeeting(scheduled(), called)
      .when(reschedule, facts(hours(-2)))
      .minutes.records('MeetingRescheduled');
    givenMeeting(scheduled(), called).when(reschedule, facts(theDay)).minutes.records('MeetingRescheduled');
  });

  it('needs a meeting that is not cancelled', () => {
    givenMeeting()
      .when(reschedule, facts(hours(-50)))
      .minutes.rejectedWith('MEETING_UNKNOWN');
    givenMeeting(scheduled(), cancelled)
      .when(reschedule, facts(hours(-5)))
      .minutes.rejectedWith('MEETING_CANCELLED');
    givenMeeting(scheduled(), cancelled)
      .when(reschedule, facts(hours(-11)))
      .minutes.records('MeetingRescheduled');
  });
});

describe('CancelMeeting', () => {
  it('records the reason', () => {
    givenMeeting(scheduled())
      .when(cancel, facts(hours(-50)))
      .live.records({ type: 'MeetingCancelled', reason: 'no business' });
  });

  it('cannot be said of a meeting that was held, nor twice', () => {
    givenMeeting(scheduled(), called)
      .when(cancel, facts(unknownWhen))
      .historicalImport.rejectedWith('MEETING_ALREADY_HELD');
    givenMeeting(scheduled(), adjourned(hours(0)))
      .when(cancel, facts(hours(-1)))
      .historicalImport.rejectedWith('MEETING_ALREADY_HELD');
    givenMeeting(scheduled(), cancelled)
      .when(cancel, facts(hours(-11)))
      .minutes.rejectedWith('MEETING_CANCELLED');
  });
});
