import { describe, expect, it } from '@jest/globals';
import { stateAfter } from '../testing/index.ts';
import type { When } from '../kernel/index.ts';
import {
  adjourned,
  arrived,
  at,
  called,
  departed,
  facts,
  givenMeeting,
  hours,
  inSession,
  minutes,
  roster,
  theDay,
} from './testing/committee.ts';
import type { History } from './testing/committee.ts';
import { decider, presenceIntervals, presentAt } from './index.ts';
import type { Command, MemberArrived } from './index.ts';

const arrive = (seatId: string, more: Partial<Omit<MemberArrived, 'type'>> = {}): Command => ({
  type: 'RecordArrival',
  seatId,
  by: 'member',
  mode: 'in_person',
  ...more,
});
const byAlternate = (seatId: string) => arrive(seatId, { by: 'alternate', personId: `alternate-${seatId}` });
const depart = (seatId: string): Command => ({ type: 'RecordDeparture', seatId });

const staysAfter = (...history: History) =>
  presenceIntervals(stateAfter(decider, history)).map(({ by, from, to }) => [by, from.literal, to?.literal]);
const present = (when: When, ...history: History) => [
  ...presentAt(stateAfter(decider, history), when).keys(),
];

describe('RecordArrival', () => {
  it('is of a member, before the call to order too', () => {
    givenMeeting(...inSession)
      .when(arrive('union-2', { mode: 'remote', remoteBasis: '54953(b)' }), facts(minutes(-5)))
      .live.records({
        type: 'MemberArrived',
        seatId: 'union-2',
        by: 'member',
        mode: 'remote',
        remoteBasis: '54953(b)',
      })
      .withFindings();
  });

  it('is of a seat that the body has', () => {
    givenMeeting(...inSession)
      .when(arrive('nobody'), facts(minutes(1)))
      .live.rejectedWith('NOT_ENTITLED_AS_OF', { seatId: 'nobody' })
      .historicalImport.rejectedWith('NOT_ENTITLED_AS_OF');
    givenMeeting(...inSession)
      .when(arrive('union-1'), facts(minutes(1), { roster: undefined }))
      .minutes.rejectedWith('BODY_UNKNOWN');
  });

  it.each([
    ['the member of a vacant seat', arrive('vacant')],
    ['an alternate who was not designated', arrive('union-2', { by: 'alternate', personId: 'stranger' })],
    ['an alternate without a name', arrive('union-2', { by: 'alternate' })],
  ])('is not for %s', (_who, command) => {
    givenMeeting(...inSession)
      .when(command, facts(minutes(1)))
      .live.rejectedWith('NOT_ENTITLED_AS_OF')
      .minutes.records('MemberArrived')
      .withFindings('NOT_ENTITLED_AS_OF');
  });

  it('follows a departure', () => {
    const history = [...inSession, arrived(minutes(0), 'union-2')];
    givenMeeting(...history)
      .when(arrive('union-2'), facts(minutes(5)))
      .live.rejectedWith('ALREADY_PRESENT', { seatId: 'union-2' })
      .historicalImport.rejectedWith('ALREADY_PRESENT');
    givenMeeting(...history, departed(minutes(3), 'union-2'))
      .when(arrive('union-2'), facts(minutes(5)))
      .live.records('MemberArrived');
    givenMeeting(...inSession, arrived(minutes(0), 'union-2', 'alternate'))
      .when(byAlternate('union-2'), facts(minutes(5)))
      .minutes.rejectedWith('ALREADY_PRESENT');
  });

  it('of an alternate is for an absent member', () => {
    givenMeeting(...inSession, arrived(minutes(0), 'union-2'))
      .when(byAlternate('union-2'), facts(minutes(5)))
      .live.rejectedWith('MEMBER_AND_ALTERNATE_BOTH_PRESENT')
      .minutes.rejectedWith('MEMBER_AND_ALTERNATE_BOTH_PRESENT');
    givenMeeting(...inSession, arrived(minutes(0), 'union-2'), departed(minutes(3), 'union-2'))
      .when(byAlternate('union-2'), facts(minutes(5)))
      .live.records('MemberArrived')
      .withFindings();
  });

  it('of the member ends the stay of the alternate at that instant', () => {
    const history = [...inSession, arrived(minutes(0), 'union-2', 'alternate')];
    givenMeeting(...history)
      .when(arrive('union-2'), facts(minutes(5)))
      .live.records('MemberArrived')
      .withFindings();
    expect(staysAfter(...history, arrived(minutes(5), 'union-2'))).toEqual([
      ['alternate', minutes(0).literal, minutes(5).literal],
      ['member', minutes(5).literal, undefined],
    ]);
  });

  it('of an alternate that is remembered later ends where the member came', () => {
    const history = [...inSession, arrived(minutes(30), 'union-2')];
    givenMeeting(...history)
      .when(byAlternate('union-2'), facts(minutes(5)))
      .minutes.records('MemberArrived');
    expect(staysAfter(...history, arrived(minutes(5), 'union-2', 'alternate'))).toEqual([
      ['alternate', minutes(5).literal, minutes(30).literal],
      ['member', minutes(30).literal, undefined],
    ]);
    expect(
      staysAfter(
        ...history,
        arrived(minutes(5), 'union-2', 'alternate'),
        departed(minutes(20), 'union-2'),
        departed(minutes(40), 'union-2'),
      ),
    ).toEqual([
      ['alternate', minutes(5).literal, minutes(20).literal],
      ['member', minutes(30).literal, minutes(40).literal],
    ]);
  });

  it('does not break a stay that is on the record with another one recorded between', () => {
    givenMeeting(
      ...inSession,
      arrived(theDay, 'union-2'),
      departed(minutes(20), 'union-2'),
      arrived(theDay, 'union-2', 'alternate'),
    )
      .when(arrive('union-2'), facts(minutes(10)))
      .minutes.rejectedWith('TIME_INVERTED', { notBefore: minutes(20).literal });
  });

  it('does not break a stay that is on the record', () => {
    const history = [...inSession, arrived(minutes(10), 'union-2'), departed(minutes(20), 'union-2')];
    for (const when of [minutes(5), minutes(15)])
      givenMeeting(...history)
        .when(arrive('union-2'), facts(when))
        .minutes.rejectedWith('TIME_INVERTED')
        .historicalImport.rejectedWith('TIME_INVERTED');
    givenMeeting(...history)
      .when(arrive('union-2'), facts(minutes(20)))
      .minutes.records('MemberArrived');
    givenMeeting(...history)
      .when(arrive('union-1'), facts(minutes(5)))
      .minutes.records('MemberArrived');
  });

  it('may be remembered after the adjournment, but is not after it', () => {
    const history = [...inSession, adjourned(minutes(60))];
    givenMeeting(...history)
      .when(arrive('union-2'), facts(minutes(61)))
      .minutes.rejectedWith('MEETING_ALREADY_HELD');
    givenMeeting(...history)
      .when(arrive('union-2'), facts(minutes(10)))
      .minutes.records('MemberArrived');
    expect(staysAfter(...history, arrived(minutes(10), 'union-2'))).toEqual([
      ['member', minutes(10).literal, minutes(60).literal],
    ]);
  });

  it('needs a meeting that is not cancelled', () => {
    givenMeeting()
      .when(arrive('union-2'), facts(hours(0)))
      .minutes.rejectedWith('MEETING_UNKNOWN');
    givenMeeting(...inSession.slice(0, 1), at(hours(-1), { type: 'MeetingCancelled', reason: 'storm' }))
      .when(arrive('union-2'), facts(hours(0)))
      .minutes.rejectedWith('MEETING_CANCELLED');
  });
});

describe('RecordDeparture', () => {
  const history = [...inSession, arrived(minutes(10), 'union-2')];

  it('follows an arrival', () => {
    givenMeeting(...history)
      .when(depart('union-2'), facts(minutes(20)))
      .live.records({ type: 'MemberDeparted', seatId: 'union-2' });
    givenMeeting(...history)
      .when(depart('union-1'), facts(minutes(20)))
      .live.rejectedWith('NOT_PRESENT', { seatId: 'union-1' })
      .historicalImport.rejectedWith('NOT_PRESENT');
    givenMeeting(...history, departed(minutes(20), 'union-2'))
      .when(depart('union-2'), facts(minutes(30)))
      .minutes.rejectedWith('NOT_PRESENT');
  });

  it('does not come before it', () => {
    givenMeeting(...history)
      .when(depart('union-2'), facts(minutes(9)))
      .minutes.rejectedWith('TIME_INVERTED', { notBefore: minutes(10).literal });
    givenMeeting(...history)
      .when(depart('union-2'), facts(theDay))
      .minutes.records('MemberDeparted');
  });

  it('may be remembered after the adjournment, but is not after it', () => {
    const ended = [...history, adjourned(minutes(60))];
    givenMeeting(...ended)
      .when(depart('union-2'), facts(minutes(61)))
      .minutes.rejectedWith('NOT_PRESENT');
    givenMeeting(...ended)
      .when(depart('union-2'), facts(minutes(30)))
      .minutes.records('MemberDeparted');
    expect(staysAfter(...ended, departed(minutes(30), 'union-2'))).toEqual([
      ['member', minutes(10).literal, minutes(30).literal],
    ]);
  });
});

describe('presence', () => {
  const recessed = at(minutes(20), { type: 'MeetingRecessed' });
  const reconvened = at(minutes(30), { type: 'MeetingReconvened' });

  it('goes on through a recess and ends with the adjournment', () => {
    const history = [called, arrived(minutes(0), 'union-2'), recessed];
    expect(present(minutes(25), ...history)).toEqual(['union-2']);
    expect(present(minutes(35), ...history, reconvened)).toEqual(['union-2']);
    expect(present(minutes(59), ...history, reconvened, adjourned(minutes(60)))).toEqual(['union-2']);
    expect(present(minutes(60), ...history, reconvened, adjourned(minutes(60)))).toEqual([]);
  });

  it('begins with the arrival and ends before the departure', () => {
    const history = [arrived(minutes(10), 'union-2'), departed(minutes(20), 'union-2')];
    const times = [9, 10, 19, 20].map((n) => present(minutes(n), ...history).length);
    expect(times).toEqual([0, 1, 1, 0]);
  });

  it('is possible all day where minutes give no more than the day', () => {
    expect(present(minutes(5), arrived(theDay, 'union-2'))).toEqual(['union-2']);
    expect(present(minutes(5), arrived(theDay, 'union-2'), departed(theDay, 'union-2'))).toEqual(['union-2']);
    expect(present(theDay, arrived(minutes(5), 'union-2'), departed(minutes(6), 'union-2'))).toEqual([
      'union-2',
    ]);
    expect(present(hours(24), arrived(theDay, 'union-2'), departed(theDay, 'union-2'))).toEqual([]);
  });

  it('is of who certainly sat rather than of who may have', () => {
    const alternateThenMember = [
      arrived(minutes(0), 'union-2', 'alternate'),
      departed(minutes(30), 'union-2'),
      arrived(theDay, 'union-2'),
    ];
    const sitting = (when: When) =>
      presentAt(stateAfter(decider, alternateThenMember), when).get('union-2')?.by;
    expect(sitting(minutes(10))).toBe('alternate');
    expect(sitting(minutes(40))).toBe('member');
  });

  it('counts every seat for itself', () => {
    const everyone = roster.seats.map(({ seatId }) => arrived(minutes(0), seatId));
    expect(present(minutes(1), ...everyone)).toHaveLength(roster.seats.length);
  });
});
