import { describe, it } from '@jest/globals';
import { atInstant, unknownWhen } from '../kernel/index.ts';
import { given } from '../testing/index.ts';
import { decider } from './index.ts';
import type { Command, MotionEvent } from './index.ts';
import { facts, inRoom, pending, roster } from './testing/committee.ts';

const motion = given(decider);
const nextWeek = atInstant('2026-09-08T17:00:00Z');
const lastWeek = atInstant('2026-08-25T17:00:00Z');
const tabled: MotionEvent = { type: 'MotionTabled' };
const postponed: MotionEvent = { type: 'MotionPostponed', to: nextWeek };
const referred: MotionEvent = { type: 'MotionReferred', toBodyId: 'subcommittee' };

describe('a pending motion', () => {
  const history = motion(...pending);

  it.each<[Command, MotionEvent]>([
    [{ type: 'TableMotion' }, tabled],
    [
      { type: 'TableMotion', seatId: 'utla-2' },
      { type: 'MotionTabled', seatId: 'utla-2' },
    ],
    [
      { type: 'PostponeMotion', to: nextWeek, meetingId: 'meeting-2' },
      { type: 'MotionPostponed', to: nextWeek, meetingId: 'meeting-2' },
    ],
    [{ type: 'PostponeIndefinitely' }, { type: 'MotionPostponedIndefinitely' }],
    [
      { type: 'ReferMotion', toBodyId: 'subcommittee', reportBy: nextWeek },
      { type: 'MotionReferred', toBodyId: 'subcommittee', reportBy: nextWeek },
    ],
  ])('%j', (command, event) => {
    history.when(command, facts()).live.records(event).withFindings();
  });

  it.each<Command>([
    { type: 'TableMotion' },
    { type: 'PostponeMotion', to: nextWeek },
    { type: 'PostponeIndefinitely' },
    { type: 'ReferMotion', toBodyId: 'subcommittee' },
  ])('MEETING_NOT_IN_SESSION: $type', (command) => {
    const adjourned = { inSession: false };
    history
      .when(command, inRoom(adjourned))
      .live.rejectedWith('MEETING_NOT_IN_SESSION')
      .minutes.withFindings('MEETING_NOT_IN_SESSION');
    history.when(command, inRoom(adjourned, { regime: 'BROWN_ACT' })).live.rejectedWith('OUTSIDE_MEETING');
  });

  it('is tabled by a member who is there', () => {
    history
      .when({ type: 'TableMotion', seatId: 'utla-2' }, inRoom({ present: [] }))
      .live.rejectedWith('NOT_PRESENT');
    history
      .when({ type: 'TableMotion', seatId: 'visitor' }, facts())
      .minutes.rejectedWith('NOT_ENTITLED_AS_OF');
  });
  it('POSTPONED_TO_THE_PAST', () => {
    history
      .when({ type: 'PostponeMotion', to: lastWeek }, facts())
      .live.rejectedWith('POSTPONED_TO_THE_PAST')
      .minutes.records('MotionPostponed')
      .withFindings('POSTPONED_TO_THE_PAST');
    history
      .when({ type: 'PostponeMotion', to: unknownWhen }, facts())
      .live.records('MotionPostponed')
      .withFindings();
  });
  it('later today is not the past, nor is now', () => {
    const { at } = facts();
    history.when({ type: 'PostponeMotion', to: at }, facts()).live.records('MotionPostponed').withFindings();
    history
      .when({ type: 'ReferMotion', toBodyId: 'subcommittee', reportBy: at }, facts())
      .live.records('MotionReferred')
      .withFindings();
  });
  it('BODY_UNKNOWN, BODY_DISSOLVED, REPORT_DUE_IN_THE_PAST', () => {
    const refer: Command = { type: 'ReferMotion', toBodyId: 'subcommittee', reportBy: lastWeek };
    history
      .when(refer, facts({ toBody: undefined }))
      .minutes.rejectedWith('BODY_UNKNOWN', { bodyId: 'subcommittee' });
    history
      .when(refer, facts({ toBody: { ...roster, dissolved: true } }))
      .live.rejectedWith('BODY_DISSOLVED')
      .historicalImport.records('MotionReferred')
      .withFindings('BODY_DISSOLVED', 'REPORT_DUE_IN_THE_PAST');
  });
});

describe('a motion that was set aside comes back', () => {
  it('from the table, in this meeting or another', () => {
    motion(...pending, tabled)
      .when({ type: 'TakeFromTable' }, facts())
      .live.records({ type: 'MotionTakenFromTable' });
    motion(...pending, tabled)
      .when(
        { type: 'TakeFromTable', seatId: 'utla-2', meetingId: 'meeting-2' },
        inRoom({ meetingId: 'meeting-2' }),
      )
      .live.records({ type: 'MotionTakenFromTable', seatId: 'utla-2', meetingId: 'meeting-2' });
    motion(...pending, tabled)
      .when({ type: 'TakeFromTable', seatId: 'utla-2' }, inRoom({ present: [] }))
      .live.rejectedWith('NOT_PRESENT');
  });
  it('MEETING_NOT_IN_SESSION: not while the body does not sit', () => {
    const adjourned = inRoom({ inSession: false });
    motion(...pending, tabled)
      .when({ type: 'TakeFromTable' }, adjourned)
      .live.rejectedWith('MEETING_NOT_IN_SESSION')
      .minutes.withFindings('MEETING_NOT_IN_SESSION');
    motion(...pending, postponed)
      .when({ type: 'ResumeMotion', meetingId: 'meeting-1' }, adjourned)
      .live.rejectedWith('MEETING_NOT_IN_SESSION');
  });
  it('at the time to which it was postponed', () => {
    const resume: Command = { type: 'ResumeMotion', meetingId: 'meeting-2' };
    motion(...pending, postponed)
      .when(resume, inRoom({ meetingId: 'meeting-2' }))
      .live.records({ type: 'MotionResumed', meetingId: 'meeting-2' });
    motion(...pending, postponed)
      .when(resume, facts({ attendance: undefined }))
      .minutes.rejectedWith('MEETING_UNKNOWN');
  });
  it('with the report of the committee', () => {
    const report = { recommendation: 'adopt', statement: 'Recommended unanimously.' } as const;
    motion(...pending, referred)
      .when({ type: 'ReportMotion', ...report }, facts())
      .live.records({ type: 'MotionReported', ...report });
  });
});
