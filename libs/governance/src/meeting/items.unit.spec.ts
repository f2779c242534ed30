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
  theDay,
} from './testing/committee.ts';
import type { History } from './testing/committee.ts';
import type { Command, MeetingType, MotionVote } from './index.ts';

const open = (itemId: string): Command => ({ type: 'OpenItem', itemId });
const close = (itemId: string): Command => ({ type: 'CloseItem', itemId });
const opened = (n: number, itemId: string) => at(minutes(n), { type: 'AgendaItemOpened', itemId });
const closed = (n: number, itemId: string) => at(minutes(n), { type: 'AgendaItemClosed', itemId });
const comment = (n: number, itemId?: string) =>
  at(minutes(n), { type: 'PublicCommentOpened', ...(itemId !== undefined && { itemId }) });
const voteOpened = (n: number): ReadonlyMap<string, MotionVote> =>
  new Map([['motion', { openedAt: minutes(n) }]]);

describe('OpenItem', () => {
  it('takes up what was on the agenda posted in time', () => {
    givenMeeting(...inSession)
      .when(open('1'), brownAct(minutes(5)))
      .live.records({ type: 'AgendaItemOpened', itemId: '1' })
      .withFindings();
  });

  const agendaOf = (meetingType: MeetingType, ...postings: History): History => [
    scheduled({ meetingType }),
    added('1'),
    added('2'),
    ...postings,
    called,
  ];

  it.each([
    ['was never posted', agendaOf('regular')],
    ['was posted late', agendaOf('regular', posted(hours(-71), '1', '2'))],
    [
      'was added in a late agenda',
      agendaOf('regular', posted(hours(-80), '1'), posted(hours(-71), '1', '2')),
    ],
    [
      'was left out of the last timely agenda',
      agendaOf('regular', posted(hours(-90), '2'), posted(hours(-80), '1')),
    ],
    ['was not in the notice of a special meeting', agendaOf('special', posted(hours(-25), '1'))],
    [
      'was admitted only later',
      [
        ...agendaOf('regular'),
        at(minutes(6), { type: 'OffAgendaItemAdmitted', itemId: '2', basis: 'emergency' }),
      ],
    ],
    ['was posted after it was to be taken up', agendaOf('special', posted(hours(1), '2'))],
  ])('does not take up what %s', (_what, history) => {
    givenMeeting(...history)
      .when(open('2'), brownAct(minutes(5)))
      .live.rejectedWith('NOT_ON_POSTED_AGENDA', { itemId: '2' })
      .minutes.records('AgendaItemOpened')
      .withFindings('NOT_ON_POSTED_AGENDA')
      .historicalImport.withFindings('NOT_ON_POSTED_AGENDA');
    givenMeeting(...history)
      .when(open('2'), facts(minutes(5)))
      .live.withFindings();
  });

  it('does not take up what could not be read all the time', () => {
    const interrupted = at(hours(-80), {
      type: 'AgendaPosted',
      postingId: 'p',
      places: [],
      itemIds: ['1'],
      continuouslyAccessible: false,
    });
    givenMeeting(...agendaOf('regular', interrupted))
      .when(open('1'), brownAct(minutes(5)))
      .live.rejectedWith('NOT_ON_POSTED_AGENDA', { rule: 'BA-05' });
  });

  it.each([
    ['stands in a late notice of a special meeting', agendaOf('special', posted(hours(-2), '2'))],
    ['comes up in an emergency', agendaOf('emergency')],
    ['is on the agenda of an adjourned meeting', agendaOf('adjourned', posted(hours(-2), '2'))],
    [
      'was admitted',
      [
        ...agendaOf('regular'),
        at(minutes(1), { type: 'OffAgendaItemAdmitted', itemId: '2', basis: 'emergency' }),
      ],
    ],
  ] as const)('takes up what %s', (_what, history) => {
    givenMeeting(...history)
      .when(open('2'), brownAct(minutes(5)))
      .live.withFindings();
  });

  it('takes up an item again, but not twice at once', () => {
    givenMeeting(...inSession, opened(5, '1'))
      .when(open('1'), facts(minutes(6)))
      .minutes.rejectedWith('ITEM_ALREADY_OPENED');
    givenMeeting(...inSession, opened(5, '1'), closed(7, '1'))
      .when(open('1'), facts(minutes(8)))
      .live.records('AgendaItemOpened');
  });

  it('takes up an item of a meeting in session', () => {
    const recessed = at(minutes(5), { type: 'MeetingRecessed' });
    givenMeeting(...inSession)
      .when(open('9'), facts(minutes(6)))
      .minutes.rejectedWith('ITEM_UNKNOWN');
    for (const [history, when] of [
      [[scheduled(), added('1')], minutes(6)],
      [[...inSession, recessed], minutes(6)],
      [inSession, minutes(-1)],
    ] as const)
      givenMeeting(...history)
        .when(open('1'), facts(when))
        .live.rejectedWith('MEETING_NOT_IN_SESSION')
        .minutes.withFindings('MEETING_NOT_IN_SESSION');
    givenMeeting(...inSession, recessed)
      .when(open('1'), facts(theDay))
      .minutes.withFindings();
  });
});

describe('CloseItem', () => {
  it('closes what is open', () => {
    givenMeeting(...inSession, opened(5, '1'))
      .when(close('1'), facts(minutes(9)))
      .live.records({ type: 'AgendaItemClosed', itemId: '1' })
      .withFindings();
    for (const history of [inSession, [...inSession, opened(5, '1'), closed(6, '1')]])
      givenMeeting(...history)
        .when(close('1'), facts(minutes(9)))
        .minutes.rejectedWith('ITEM_NOT_OPEN');
    givenMeeting(...inSession, opened(5, '1'))
      .when(close('1'), facts(minutes(4)))
      .minutes.rejectedWith('TIME_INVERTED');
    givenMeeting(...inSession)
      .when(close('9'), facts(minutes(9)))
      .minutes.rejectedWith('ITEM_UNKNOWN');
  });

  const silent = [...inSession, opened(5, '1')];
  const withMotion = [
    scheduled(),
    added('1', { motionId: 'motion' }),
    added('0', { kind: 'public_comment' }),
    posted(hours(-80), '0', '1'),
    called,
    opened(5, '1'),
  ];

  it('finds that the public could not speak before the body acted', () => {
    givenMeeting(...silent)
      .when(close('1'), brownAct(minutes(9)))
      .live.records('AgendaItemClosed')
      .withFindings('NO_PUBLIC_COMMENT_BEFORE_ACTION')
      .historicalImport.withFindings('NO_PUBLIC_COMMENT_BEFORE_ACTION');
    givenMeeting(...silent, comment(6, '2'))
      .when(close('1'), brownAct(minutes(9)))
      .live.withFindings('NO_PUBLIC_COMMENT_BEFORE_ACTION');
    givenMeeting(...withMotion, comment(8, '1'))
      .when(close('1'), brownAct(minutes(9), { votes: voteOpened(7) }))
      .live.withFindings('NO_PUBLIC_COMMENT_BEFORE_ACTION');
  });

  it.each([
    ['on the item', comment(6, '1')],
    ['on the whole agenda', comment(1)],
    ['on the item for public comment', comment(1, '0')],
  ])('is content with comment %s before the vote', (_on, event) => {
    givenMeeting(...withMotion, event)
      .when(close('1'), brownAct(minutes(9), { votes: voteOpened(7) }))
      .live.withFindings();
  });

  it('asks for comment before action only, and under the Brown Act only', () => {
    givenMeeting(...silent)
      .when(close('1'), facts(minutes(9)))
      .live.withFindings();
    for (const kind of ['discussion', 'report', 'public_comment', 'closed'] as const)
      givenMeeting(scheduled(), added('1', { kind }), called, opened(5, '1'))
        .when(close('1'), brownAct(minutes(9)))
        .live.withFindings();
    givenMeeting(scheduled(), added('1', { kind: 'consent' }), called, opened(5, '1'))
      .when(close('1'), brownAct(minutes(9)))
      .live.withFindings('NO_PUBLIC_COMMENT_BEFORE_ACTION');
  });
});

describe('PullFromConsent', () => {
  const pull: Command = { type: 'PullFromConsent', itemId: '1', seatId: 'union-2' };
  const history = [
    scheduled(),
    added('1', { kind: 'consent', motionId: 'motion' }),
    added('2'),
    called,
    at(minutes(0), { type: 'MemberArrived', seatId: 'union-2', by: 'member', mode: 'in_person' }),
  ] as const;

  it('is asked by a member, or not said by whom', () => {
    givenMeeting(...history)
      .when(pull, facts(minutes(5)))
      .live.records({ type: 'ItemPulledFromConsent', itemId: '1', seatId: 'union-2' })
      .withFindings();
    givenMeeting(...history)
      .when({ type: 'PullFromConsent', itemId: '1' }, facts(minutes(5)))
      .live.records({ type: 'ItemPulledFromConsent', itemId: '1' });
    givenMeeting(...history)
      .when({ ...pull, seatId: 'nobody' }, facts(minutes(5)))
      .minutes.rejectedWith('NOT_ENTITLED_AS_OF');
    givenMeeting(...history)
      .when({ ...pull, seatId: 'union-1' }, facts(minutes(5)))
      .live.rejectedWith('NOT_PRESENT')
      .minutes.withFindings('NOT_PRESENT');
  });

  it('is of an item that is on the consent calendar still', () => {
    givenMeeting(...history)
      .when({ ...pull, itemId: '2' }, facts(minutes(5)))
      .minutes.rejectedWith('NOT_A_CONSENT_ITEM');
    givenMeeting(...history, at(minutes(4), { type: 'ItemPulledFromConsent', itemId: '1' }))
      .when(pull, facts(minutes(5)))
      .minutes.rejectedWith('NOT_A_CONSENT_ITEM');
    givenMeeting(...history)
      .when({ ...pull, itemId: '9' }, facts(minutes(5)))
      .minutes.rejectedWith('ITEM_UNKNOWN');
  });

  it('comes before the vote', () => {
    givenMeeting(...history)
      .when(pull, facts(minutes(5), { votes: voteOpened(4) }))
      .live.rejectedWith('CONSENT_ALREADY_VOTED', { itemId: '1' })
      .minutes.records('ItemPulledFromConsent')
      .withFindings('CONSENT_ALREADY_VOTED');
    givenMeeting(...history, opened(1, '1'), closed(4, '1'))
      .when(pull, facts(minutes(5)))
      .live.rejectedWith('CONSENT_ALREADY_VOTED');
    givenMeeting(...history)
      .when(pull, facts(minutes(5), { votes: voteOpened(6) }))
      .minutes.withFindings();
  });
});
