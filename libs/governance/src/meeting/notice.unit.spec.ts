import { describe, it } from '@jest/globals';
import {
  arrived,
  brownAct,
  called,
  facts,
  givenMeeting,
  hours,
  roster,
  scheduled,
} from './testing/committee.ts';
import type { Command, MeetingEvent } from './index.ts';

const notice = (audience: 'members' | 'media', waivedBy: readonly string[] = []): Command => ({
  type: 'GiveNotice',
  audience,
  waivedBy,
});
const special = scheduled({ meetingType: 'special' });
const members = roster.seats.filter(({ filled }) => filled).map(({ seatId }) => seatId);

describe('GiveNotice', () => {
  it('is in time 24 hours before a special meeting', () => {
    givenMeeting(special)
      .when(notice('media'), brownAct(hours(-24)))
      .live.records({ type: 'NoticeGiven', audience: 'media', waivedBy: [] })
      .withFindings();
    for (const audience of ['media', 'members'] as const)
      givenMeeting(special)
        .when(notice(audience), brownAct(hours(-23)))
        .live.records('NoticeGiven')
        .withFindings('SPECIAL_NOTICE_TOO_SHORT')
        .historicalImport.withFindings('SPECIAL_NOTICE_TOO_SHORT');
  });

  it('is cured by members who waive it or sit when the meeting convenes, not for media', () => {
    const [last = '', ...others] = members.toReversed();
    givenMeeting(special)
      .when(notice('members', members), brownAct(hours(-23)))
      .live.withFindings();
    givenMeeting(special)
      .when(notice('members', others), brownAct(hours(-23)))
      .live.withFindings('SPECIAL_NOTICE_TOO_SHORT');
    givenMeeting(special, called, arrived(hours(0), last))
      .when(notice('members', others), brownAct(hours(-23)))
      .minutes.withFindings();
    givenMeeting(special)
      .when(notice('media', members), brownAct(hours(-23)))
      .live.withFindings('SPECIAL_NOTICE_TOO_SHORT');
  });

  it('is asked of special meetings under the Brown Act only', () => {
    givenMeeting(scheduled())
      .when(notice('media'), brownAct(hours(-1)))
      .live.withFindings();
    givenMeeting(special)
      .when(notice('media'), facts(hours(-1)))
      .live.withFindings();
  });

  it('is waived by seats of the body', () => {
    givenMeeting(special)
      .when(notice('members', ['nobody']), facts(hours(-30)))
      .minutes.rejectedWith('NOT_ENTITLED_AS_OF');
    givenMeeting(special)
      .when(notice('members'), facts(hours(-30), { roster: undefined }))
      .minutes.rejectedWith('BODY_UNKNOWN');
  });
});

describe('DistributeWriting', () => {
  const writing = (more = {}): Command => ({
    type: 'DistributeWriting',
    title: 'Budget',
    sha256: 'ab',
    toMajority: true,
    publicFrom: hours(-20),
    location: 'Room 12',
    ...more,
  });

  it('is public when a majority gets it', () => {
    givenMeeting(scheduled())
      .when(writing(), brownAct(hours(-20)))
      .live.records({ ...writing(), type: 'WritingDistributed' } as MeetingEvent)
      .withFindings();
  });

  it.each([
    ['later', { publicFrom: hours(-19) }],
    ['nowhere', { location: ' ' }],
  ])('is a finding where the public can read it %s', (_how, more) => {
    givenMeeting(scheduled())
      .when(writing(more), brownAct(hours(-20)))
      .live.records('WritingDistributed')
      .withFindings('WRITING_NOT_AVAILABLE')
      .historicalImport.withFindings('WRITING_NOT_AVAILABLE');
  });

  it('is a finding where the public never could', () => {
    const command: Command = { type: 'DistributeWriting', title: 'Budget', sha256: 'ab', toMajority: true };
    givenMeeting(scheduled())
      .when(command, brownAct(hours(-20)))
      .live.withFindings('WRITING_NOT_AVAILABLE');
    givenMeeting(scheduled())
      .when(command, brownAct(hours(-72)))
      .live.withFindings();
    givenMeeting(scheduled())
      .when(command, facts(hours(-20)))
      .live.withFindings();
    givenMeeting(scheduled())
      .when({ ...command, toMajority: false }, brownAct(hours(-20)))
      .live.withFindings();
  });
});
