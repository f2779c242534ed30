import { describe, it } from '@jest/globals';
import type { VoteOption } from '../tally/index.ts';
import {
  added,
  at,
  brownAct,
  called,
  facts,
  givenMeeting,
  hours,
  inSession,
  item,
  minutes,
  roster,
  scheduled,
} from './testing/committee.ts';
import type { Command, EarlierMeeting, Facts, MotionVote, OffAgendaBasis } from './index.ts';

const admit = (basis: OffAgendaBasis, more: { findingMotionId?: string } = {}): Command => ({
  type: 'AdmitOffAgendaItem',
  itemId: '1',
  basis,
  ...more,
});
const finding = { findingMotionId: 'finding' };

/** Five members: the four of the two sides and the facilitator, who has a full vote in this body. */
const members = ['district-1', 'district-2', 'union-1', 'union-2', 'guide'];

/** One letter for each member: yes, no, or absent. Others are in the roll call and do not count. */
function voted(letters: string, result: 'pass' | 'fail' = 'pass', openedAt = minutes(1)): Partial<Facts> {
  const options: Readonly<Record<string, VoteOption>> = { y: 'yes', n: 'no', a: 'absent' };
  const rollCall = [...letters].map((letter, i) => ({
    seatId: members[i] ?? '',
    option: options[letter] ?? 'abstain',
    present: letter !== 'a',
  }));
  const outsiders = ['adviser', 'vacant'].map((seatId) => ({
    seatId,
    option: 'yes' as const,
    present: true,
  }));
  const vote: MotionVote = {
    openedAt,
    closed: { result, rollCall: [...rollCall, ...outsiders] },
  };
  return { votes: new Map([['finding', vote]]) };
}

describe('AdmitOffAgendaItem', () => {
  const insufficient = (basis: OffAgendaBasis, more: Partial<Facts>) =>
    givenMeeting(...inSession)
      .when(admit(basis, finding), brownAct(minutes(5), more))
      .live.rejectedWith('OFF_AGENDA_VOTE_INSUFFICIENT', { rule: 'BA-06' })
      .minutes.records('OffAgendaItemAdmitted')
      .withFindings('OFF_AGENDA_VOTE_INSUFFICIENT');
  const admitted = (basis: OffAgendaBasis, more: Partial<Facts>) =>
    givenMeeting(...inSession)
      .when(admit(basis, finding), brownAct(minutes(5), more))
      .live.records({ type: 'OffAgendaItemAdmitted', itemId: '1', basis, ...finding })
      .withFindings();

  it.each(['yyyyn', 'yyyya', 'yyyna'])(
    'with two thirds of the members present asks two thirds of them: %s',
    (letters) => {
      // Of five present, 4 are two thirds; of four, 3.
      admitted('need_arose_after_posting', voted(letters));
    },
  );

  it.each(['yyynn', 'yynna', 'yyxxn'])('is not content with fewer: %s', (letters) => {
    insufficient('need_arose_after_posting', voted(letters));
  });

  const agreed = (agreeing: readonly string[], present: readonly string[] = members): Partial<Facts> => {
    const vote: MotionVote = {
      openedAt: minutes(1),
      agreed: { presentSeatIds: [...present, 'adviser'], agreeingSeatIds: [...agreeing, 'adviser'] },
    };
    return { votes: new Map([['finding', vote]]) };
  };
  it('may be made by consensus, or without objection: those who agree are counted', () => {
    admitted('need_arose_after_posting', agreed(members.slice(0, 4)));
    admitted('emergency', agreed(members.slice(0, 3)));
    insufficient('need_arose_after_posting', agreed(members.slice(0, 3)));
    admitted('need_arose_after_posting', agreed(members.slice(0, 3), members.slice(0, 3)));
  });
  it('counts the ayes of a secret vote, though not whose they are', () => {
    const secret = (ayes: number): Partial<Facts> => {
      const closed = { result: 'pass', rollCall: [], secret: { present: 5, ayes } } as const;
      return { votes: new Map([['finding', { openedAt: minutes(1), closed }]]) };
    };
    admitted('need_arose_after_posting', secret(4));
    insufficient('need_arose_after_posting', secret(3));
  });

  it('with fewer than two thirds of the members present asks all of them', () => {
    admitted('need_arose_after_posting', voted('yyyaa'));
    insufficient('need_arose_after_posting', voted('yynaa'));
    insufficient('need_arose_after_posting', voted('aaaaa'));
  });

  it('compares whole numbers, so two thirds are enough to the vote', () => {
    const bodyOf = (...seatIds: readonly string[]): Partial<Facts> => ({
      roster: {
        ...roster,
        seats: roster.seats.map((seat) => ({
          ...seat,
          filled: seatIds.includes(seat.seatId),
          votingRight: 'full',
        })),
      },
    });
    // Two of three members are two thirds of them.
    const three = bodyOf('district-1', 'district-2', 'union-1');
    admitted('need_arose_after_posting', { ...voted('yyn'), ...three });
    insufficient('need_arose_after_posting', { ...voted('ynn'), ...three });
    // Four of six members are two thirds, so that three of these four are enough.
    admitted('need_arose_after_posting', { ...voted('yyyna'), ...bodyOf(...members, 'unsaid') });
  });

  it('asks an emergency to be found by a majority', () => {
    admitted('emergency', voted('yyynn'));
    insufficient('emergency', voted('yynnn', 'fail'));
    insufficient('need_arose_after_posting', voted('yyyyn', 'fail'));
  });

  it('asks for a vote that was taken, in this meeting and before', () => {
    insufficient('emergency', {});
    insufficient('emergency', { votes: new Map([['finding', { openedAt: minutes(1) }]]) });
    insufficient('emergency', voted('yyyyy', 'pass', hours(-24)));
    insufficient('emergency', voted('yyyyy', 'pass', minutes(6)));
    givenMeeting(...inSession)
      .when(admit('need_arose_after_posting'), brownAct(minutes(5), voted('yyyyy')))
      .live.rejectedWith('OFF_AGENDA_VOTE_INSUFFICIENT');
  });

  const continued = (more: Partial<EarlierMeeting> = {}): Partial<Facts> => ({
    earlierMeetings: new Map([
      ['before', { bodyId: 'committee', startsAt: hours(-5 * 24), items: [item('1')], ...more }],
    ]),
  });
  const history = [scheduled(), added('1', { continuedFrom: 'before', motionId: 'm' }), called];
  const fromBefore = (more: Partial<Facts>) =>
    givenMeeting(...history).when(admit('continued_within_5_days'), brownAct(minutes(5), more));

  it('admits what was continued from an agenda of at most five calendar days before', () => {
    fromBefore(continued()).live.records('OffAgendaItemAdmitted').withFindings();
    // One minute after midnight in Los Angeles, on the fifth day before.
    fromBefore(continued({ startsAt: hours(-5 * 24 - 16 + 1 / 60) })).live.withFindings();
    fromBefore(continued({ items: [item('7', { motionId: 'm' })] })).live.withFindings();
  });

  it.each([
    ['was longer ago', continued({ startsAt: hours(-5 * 24 - 16 - 1 / 60) })],
    ['was of another body', continued({ bodyId: 'other' })],
    ['did not have the item', continued({ items: [item('7')] })],
    ['had another motion under its number', continued({ items: [item('1', { motionId: 'other' })] })],
    ['did not happen', {}],
  ])('does not admit what was continued from a meeting that %s', (_what, more) => {
    fromBefore(more)
      .live.rejectedWith('OFF_AGENDA_NOT_ALLOWED', { basis: 'continued_within_5_days' })
      .minutes.withFindings('OFF_AGENDA_NOT_ALLOWED');
  });

  it('is not for special meetings', () => {
    givenMeeting(scheduled({ meetingType: 'special' }), added('1'), called)
      .when(admit('emergency', finding), brownAct(minutes(5), voted('yyyyy')))
      .live.rejectedWith('OFF_AGENDA_NOT_ALLOWED')
      .minutes.records('OffAgendaItemAdmitted')
      .withFindings('OFF_AGENDA_NOT_ALLOWED');
  });

  it('is left to the body under other regimes', () => {
    givenMeeting(...inSession)
      .when(admit('emergency'), facts(minutes(5)))
      .live.withFindings();
  });

  it('is said once, of an item, in session', () => {
    givenMeeting(
      ...inSession,
      at(minutes(1), { type: 'OffAgendaItemAdmitted', itemId: '1', basis: 'emergency' }),
    )
      .when(admit('emergency'), facts(minutes(5)))
      .minutes.rejectedWith('ITEM_ALREADY_ADMITTED');
    givenMeeting(scheduled(), called)
      .when(admit('emergency'), facts(minutes(5)))
      .minutes.rejectedWith('ITEM_UNKNOWN');
    givenMeeting(scheduled(), added('1'))
      .when(admit('emergency'), facts(minutes(5)))
      .live.rejectedWith('MEETING_NOT_IN_SESSION');
    givenMeeting(...inSession)
      .when(admit('emergency'), facts(minutes(5), { roster: undefined }))
      .minutes.rejectedWith('BODY_UNKNOWN');
  });
});
