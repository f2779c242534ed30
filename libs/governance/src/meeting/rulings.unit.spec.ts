import { describe, it } from '@jest/globals';
import {
  arrived,
  at,
  facts,
  givenMeeting,
  inSession,
  minutes,
  roster,
  scheduled,
} from './testing/committee.ts';
import type { MotionEvent } from '../motion/index.ts';
import { called, members, opened, seconded } from '../motion/testing/committee.ts';
import { draftOf, otherMotion } from '../motion/testing/others.ts';
import { tally } from '../tally/index.ts';
import { bodyMajority, ruleOf } from '../tally/testing/rules.ts';
import type { Command } from './index.ts';

const rule: Command = { type: 'RuleFromChair', rulingId: 'r', question: 'Is it germane?', ruling: 'No.' };
const appeal = (more = {}): Command => ({
  type: 'AppealRuling',
  rulingId: 'r',
  seatId: 'union-2',
  secondedBySeatId: 'district-2',
  ...more,
});
const everyone = roster.seats.map(({ seatId }) => arrived(minutes(0), seatId));
const ruled = at(minutes(5), {
  type: 'ChairRuled',
  rulingId: 'r',
  question: 'Is it germane?',
  ruling: 'No.',
});
const appealed = at(minutes(6), { type: 'RulingAppealed', rulingId: 'r', seatId: 'union-2' });
const history = [...inSession, ...everyone, ruled];

describe('RuleFromChair', () => {
  it('is recorded in session, under an id of its own', () => {
    givenMeeting(...inSession)
      .when(rule, facts(minutes(5)))
      .live.records({ type: 'ChairRuled', rulingId: 'r', question: 'Is it germane?', ruling: 'No.' })
      .withFindings();
    givenMeeting(...history)
      .when(rule, facts(minutes(6)))
      .minutes.rejectedWith('RULING_EXISTS');
    givenMeeting(scheduled())
      .when(rule, facts(minutes(5)))
      .live.rejectedWith('MEETING_NOT_IN_SESSION')
      .minutes.withFindings('MEETING_NOT_IN_SESSION');
  });
});

describe('AppealRuling', () => {
  it('is made by one member and seconded by another', () => {
    givenMeeting(...history)
      .when(appeal(), facts(minutes(6)))
      .live.records({
        type: 'RulingAppealed',
        rulingId: 'r',
        seatId: 'union-2',
        secondedBySeatId: 'district-2',
      })
      .withFindings();
    givenMeeting(...history)
      .when({ type: 'AppealRuling', rulingId: 'r', seatId: 'union-2' }, facts(minutes(6)))
      .live.rejectedWith('APPEAL_NEEDS_SECOND')
      .minutes.records({ type: 'RulingAppealed', rulingId: 'r', seatId: 'union-2' })
      .withFindings('APPEAL_NEEDS_SECOND');
    givenMeeting(...history)
      .when(appeal({ secondedBySeatId: 'union-2' }), facts(minutes(6)))
      .live.rejectedWith('SELF_SECOND')
      .minutes.withFindings('SELF_SECOND');
  });

  it.each([
    ['an adviser', 'adviser', 'NOT_ENTITLED_AS_OF'],
    ['a facilitator', 'guide', 'NOT_ENTITLED_AS_OF'],
    ['a seat of which nobody says whether it votes', 'unsaid', 'UNKNOWN_VOTING_RIGHT'],
  ])('is not for %s', (_who, seatId, code) => {
    for (const command of [appeal({ seatId }), appeal({ secondedBySeatId: seatId })])
      givenMeeting(...history)
        .when(command, facts(minutes(6)))
        .live.rejectedWith(code, { seatId })
        .minutes.records('RulingAppealed')
        .withFindings(code);
  });

  it('is for members who are present', () => {
    const nobodyElse = [...inSession, arrived(minutes(0), 'union-2'), ruled];
    givenMeeting(...nobodyElse)
      .when(appeal(), facts(minutes(6)))
      .live.rejectedWith('NOT_PRESENT', { seatId: 'district-2' })
      .minutes.withFindings('NOT_PRESENT');
    givenMeeting(...history)
      .when(appeal({ seatId: 'nobody' }), facts(minutes(6)))
      .minutes.rejectedWith('NOT_ENTITLED_AS_OF');
  });

  it('is of a ruling that stands', () => {
    givenMeeting(...history)
      .when(appeal({ rulingId: 'other' }), facts(minutes(6)))
      .minutes.rejectedWith('RULING_UNKNOWN');
    givenMeeting(...history, appealed)
      .when(appeal(), facts(minutes(7)))
      .minutes.rejectedWith('RULING_ALREADY_APPEALED');
  });
});

describe.each([
  ['SustainRuling', 'RulingSustained'],
  ['OverturnRuling', 'RulingOverturned'],
] as const)('%s', (type, event) => {
  it('decides an appeal, once', () => {
    const command = { type, rulingId: 'r' };
    givenMeeting(...history, appealed)
      .when(command, facts(minutes(7)))
      .live.records({ type: event, rulingId: 'r' });
    givenMeeting(...history)
      .when(command, facts(minutes(7)))
      .minutes.rejectedWith('RULING_NOT_APPEALED');
    givenMeeting(...history, appealed, at(minutes(7), { type: event, rulingId: 'r' }))
      .when(command, facts(minutes(8)))
      .minutes.rejectedWith('RULING_NOT_APPEALED');
    givenMeeting(...inSession)
      .when(command, facts(minutes(7)))
      .minutes.rejectedWith('RULING_UNKNOWN');
  });
});

describe('an appeal that is a motion of its own', () => {
  const appeal = draftOf('incidental.appeal', { bodyId: 'committee' });
  const pending = [
    appeal,
    { type: 'MotionMoved', meetingId: 'meeting-1', seatId: 'union-2' },
    seconded,
  ] as const;
  const opening = { ...opened, rule: ruleOf([bodyMajority]) };
  /** How the motion came out, by ayes and noes of six. */
  const decided = (ayes: number, noes: number): readonly MotionEvent[] => {
    const roll = members.map((seatId, i) => {
      const option = i < ayes ? 'yes' : i < ayes + noes ? 'no' : 'abstain';
      return called(seatId, option);
    });
    const outcome = tally(opening.rule, opening.eligibility, roll);
    return [
      ...pending,
      opening,
      { type: 'VoteClosed', voteEventId: 'vote-1', rollCall: roll, tally: outcome, meetingRevision: 1 },
      outcome.result === 'pass'
        ? { type: 'MotionAdopted', voteEventId: 'vote-1' }
        : { type: 'MotionRejected', voteEventId: 'vote-1', reason: outcome.reason ?? '' },
    ];
  };
  const reading = (events: readonly MotionEvent[]) =>
    facts(minutes(7), { motions: new Map([['appeal', otherMotion('appeal', events)]]) });
  const by = { rulingId: 'r', byMotionId: 'appeal' } as const;
  const decide = (type: 'SustainRuling' | 'OverturnRuling', events: readonly MotionEvent[]) =>
    givenMeeting(...history, appealed).when({ type, ...by }, reading(events));

  it('overturns where it was adopted, sustains where it was rejected, and where the vote was tied (RR-05)', () => {
    const pin = { ...by, byMotionRevision: decided(4, 2).length - 1 };
    decide('OverturnRuling', decided(4, 2)).live.records({ type: 'RulingOverturned', ...pin });
    decide('SustainRuling', decided(2, 4)).live.records({ type: 'RulingSustained', ...pin });
    decide('SustainRuling', decided(3, 3)).live.records({ type: 'RulingSustained', ...pin, tie: true });
  });
  it('APPEAL_DECIDED_OTHERWISE', () => {
    decide('SustainRuling', decided(4, 2)).historicalImport.rejectedWith('APPEAL_DECIDED_OTHERWISE');
    decide('OverturnRuling', decided(3, 3)).historicalImport.rejectedWith('APPEAL_DECIDED_OTHERWISE');
    decide('OverturnRuling', [...pending]).minutes.rejectedWith('APPEAL_DECIDED_OTHERWISE', {
      status: 'pending',
    });
  });
  it('leaves the ruling as it was where it came to nothing', () => {
    const withdrawn: MotionEvent = { type: 'MotionWithdrawn', permission: 'body' };
    decide('SustainRuling', [...pending, withdrawn]).live.records('RulingSustained');
    decide('OverturnRuling', [...pending, withdrawn]).live.rejectedWith('APPEAL_DECIDED_OTHERWISE');
  });
  it('OTHER_MOTION_UNKNOWN, MOTION_OF_OTHER_BODY, MOTION_OF_OTHER_CLASS, MOTION_OF_OTHER_MEETING, MOTION_ALREADY_APPLIED', () => {
    const instead = (draft: MotionEvent) => [draft, ...decided(4, 2).slice(1)];
    givenMeeting(...history, appealed)
      .when({ type: 'OverturnRuling', ...by }, facts(minutes(7)))
      .minutes.rejectedWith('OTHER_MOTION_UNKNOWN');
    decide('OverturnRuling', instead(draftOf('incidental.appeal', { bodyId: 'board' }))).minutes.rejectedWith(
      'MOTION_OF_OTHER_BODY',
    );
    decide('OverturnRuling', instead(draftOf('main', { bodyId: 'committee' }))).minutes.rejectedWith(
      'MOTION_OF_OTHER_CLASS',
    );
    const { meetingId: _meeting, ...elsewhere } = opening;
    const other = decided(4, 2).map((event) =>
      event.type === 'VoteOpened'
        ? { ...elsewhere, type: 'VoteOpened' as const, meetingId: 'meeting-2' }
        : event,
    );
    decide('OverturnRuling', other).minutes.rejectedWith('MOTION_OF_OTHER_MEETING');
    const again = [
      ...[ruled, appealed].map((one) => ({ ...one, event: { ...one.event, rulingId: 'earlier' } })),
      at(minutes(6), { type: 'RulingOverturned', rulingId: 'earlier', byMotionId: 'appeal' }),
    ];
    givenMeeting(...history, appealed, ...(again as typeof history))
      .when({ type: 'OverturnRuling', ...by }, reading(decided(4, 2)))
      .minutes.rejectedWith('MOTION_ALREADY_APPLIED');
  });
});
