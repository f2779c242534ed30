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
