import { describe, it } from '@jest/globals';
import { adjourned, at, called, facts, givenMeeting, hours, roster, scheduled } from './testing/committee.ts';
import type { Command, MeetingCalledToOrder } from './index.ts';

const callBy = (presiding: MeetingCalledToOrder['presiding']): Command => ({
  type: 'CallToOrder',
  presiding,
});
const byCoChair = callBy({ kind: 'seat', id: 'district-1' });

describe('CallToOrder', () => {
  it.each([
    ['a co-chair by seat', { kind: 'seat', id: 'district-1' }],
    ['a co-chair by person', { kind: 'person', id: 'person-union-1' }],
    ['the convener', { kind: 'organization', id: 'unite' }],
  ] as const)('is for %s', (_who, presiding) => {
    givenMeeting(scheduled())
      .when(callBy(presiding), facts(hours(0)))
      .live.records({ type: 'MeetingCalledToOrder', presiding })
      .withFindings();
  });

  it('is for a chair elected by name who sits in a seat', () => {
    const chaired = { ...roster, otherRoles: [{ role: 'chair', holderId: 'person-union-2' }] } as const;
    for (const presiding of [
      { kind: 'seat', id: 'union-2' },
      { kind: 'person', id: 'person-union-2' },
    ] as const)
      givenMeeting(scheduled())
        .when(callBy(presiding), facts(hours(0), { roster: chaired }))
        .live.withFindings();
  });

  it.each([
    ['a member', { kind: 'seat', id: 'union-2' }],
    ['a facilitator', { kind: 'seat', id: 'guide' }],
    ['nobody of the body', { kind: 'seat', id: 'nobody' }],
    ['a stranger', { kind: 'person', id: 'stranger' }],
    ['a seat by the id of a person', { kind: 'seat', id: 'unite' }],
  ] as const)('is not for %s', (_who, presiding) => {
    givenMeeting(scheduled())
      .when(callBy(presiding), facts(hours(0)))
      .live.rejectedWith('NO_PRESIDING_OFFICER', { presiding })
      .minutes.records('MeetingCalledToOrder')
      .withFindings('NO_PRESIDING_OFFICER');
  });

  it('is not for a vacant chair', () => {
    const seats = roster.seats.map((seat) => ({ ...seat, filled: false }));
    givenMeeting(scheduled())
      .when(byCoChair, facts(hours(0), { roster: { ...roster, seats } }))
      .live.rejectedWith('NO_PRESIDING_OFFICER');
  });

  it('BODY_DISSOLVED: a body that ended after it scheduled the meeting does not meet', () => {
    givenMeeting(scheduled())
      .when(byCoChair, facts(hours(0), { roster: { ...roster, dissolved: true } }))
      .live.rejectedWith('BODY_DISSOLVED', { bodyId: 'committee' })
      .minutes.records('MeetingCalledToOrder')
      .withFindings('BODY_DISSOLVED');
  });

  it('happens once, in a meeting that was not cancelled or ended', () => {
    const cancelled = at(hours(1), { type: 'MeetingCancelled', reason: 'storm' });
    givenMeeting(scheduled(), called)
      .when(byCoChair, facts(hours(1)))
      .live.rejectedWith('CALLED_TO_ORDER_TWICE')
      .historicalImport.rejectedWith('CALLED_TO_ORDER_TWICE');
    givenMeeting(scheduled(), cancelled)
      .when(byCoChair, facts(hours(0)))
      .minutes.rejectedWith('MEETING_CANCELLED');
    givenMeeting(scheduled(), adjourned(hours(0)))
      .when(byCoChair, facts(hours(0)))
      .minutes.rejectedWith('MEETING_ALREADY_HELD');
    givenMeeting()
      .when(byCoChair, facts(hours(0)))
      .minutes.rejectedWith('MEETING_UNKNOWN');
    givenMeeting(scheduled())
      .when(byCoChair, facts(hours(0), { roster: undefined }))
      .minutes.rejectedWith('BODY_UNKNOWN');
  });
});
