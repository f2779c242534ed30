import { describe, expect, it } from '@jest/globals';
import { eligibilityOf } from '../../tally/index.ts';
import { bodyMajority, fullQuorum, ruleOf } from '../../tally/testing/rules.ts';
import { given, stateAfter } from '../../testing/index.ts';
import { adoptedByCalendar, consentMotion } from '../index.ts';
import { byClause as decider } from '../testing/by-clause.ts';
import type { DeclareUnanimousConsent, Facts, MotionEvent } from '../index.ts';
import type { Room } from '../testing/committee.ts';
import {
  drafted,
  everybody,
  facts,
  inRoom,
  members,
  moved,
  pending,
  roster,
  rule,
  textSha256,
  voting,
} from '../testing/committee.ts';

const motion = given(decider);
const declare: DeclareUnanimousConsent = { type: 'DeclareUnanimousConsent', consentId: 'consent-1', rule };
const object = { type: 'ObjectToUnanimousConsent', seatId: 'utla-2' } as const;
const objected: MotionEvent = {
  type: 'UnanimousConsentObjected',
  meetingId: 'meeting-1',
  textSha256,
  seatId: 'utla-2',
  constituencyId: 'UTLA',
};
const consenting = (...seatIds: readonly string[]) =>
  seatIds.map((seatId) => ({
    seatId,
    constituencyId: seatId.startsWith('utla') ? 'UTLA' : 'LAUSD',
    by: 'member',
  }));

describe('DeclareUnanimousConsent', () => {
  it('pins who was there and did not object, and adopts: no ballot is made up', () => {
    const lenient = { ...declare, rule: { ...rule, quorum: [] } };
    const outcome = motion(...pending).when(lenient, inRoom({ recused: ['lausd-3'] }));
    outcome.live.records('UnanimousConsentDeclared', { type: 'MotionAdopted', consentId: 'consent-1' });
    const decision = decider.decide(stateAfter(decider, pending), lenient, inRoom({ recused: ['lausd-3'] }));
    let step = decision.next();
    while (!step.done) step = decision.next();
    const [declared] = step.done ? step.value : [];
    expect(declared).toMatchObject({
      consentId: 'consent-1',
      meetingId: 'meeting-1',
      itemId: 'item-1',
      textSha256,
      rule: lenient.rule,
      eligibility: eligibilityOf(roster),
      rosterRevision: 41,
      meetingRevision: 12,
      present: consenting('lausd-1', 'lausd-2', 'utla-1', 'utla-2', 'utla-3'),
      recusedSeatIds: ['lausd-3'],
      quorum: { pass: true, tests: [] },
    });
  });
  it('needs no second', () => {
    motion(...pending.slice(0, -2), moved)
      .when(declare, facts())
      .live.records('UnanimousConsentDeclared', 'MotionAdopted')
      .withFindings();
  });
  it('after an objection to the same text in the same meeting, never (RR-16)', () => {
    motion(...pending, objected)
      .when(declare, facts())
      .live.rejectedWith('UNANIMOUS_CONSENT_OBJECTED', { rule: 'RR-16' })
      .minutes.rejectedWith('UNANIMOUS_CONSENT_OBJECTED')
      .historicalImport.rejectedWith('UNANIMOUS_CONSENT_OBJECTED');
    motion(...pending, { ...objected, textSha256: 'b'.repeat(64) })
      .when(declare, facts())
      .live.records('UnanimousConsentDeclared', 'MotionAdopted');
  });
  it('CONSENT_BELOW_RULE: a room that could not carry the motion cannot consent to it', () => {
    // 3 of 3 and 3 of 4 authorized seats: two thirds of 7 are more than 4, and 4 are there.
    const twoThirds = { scope: 'body', base: 'seats_authorized', num: 2, den: 3, cmp: 'gte' } as const;
    const ofAll = { ...ruleOf([twoThirds]), clauseRef: { instrument: 'bylaws', clause: '4' } };
    const four = ['lausd-1', 'lausd-2', 'utla-1', 'utla-2'];
    motion(...pending)
      .when({ ...declare, rule: ofAll }, inRoom({ present: four }))
      .live.rejectedWith('CONSENT_BELOW_RULE', {
        alternatives: [{ tests: [{ yes: 4, baseValue: 7, lhs: 12, rhs: 14 }] }],
      })
      .minutes.records('UnanimousConsentDeclared', 'MotionAdopted')
      .withFindings('CONSENT_BELOW_RULE');
  });
  it('CONSENT_NOT_IN_RULE: silence is no position', () => {
    const wantsPositions = { ...rule, mode: 'consensus_then_vote', consensus: { maxBlocks: 0 } } as const;
    motion(...pending)
      .when({ ...declare, rule: wantsPositions }, facts())
      .live.rejectedWith('CONSENT_NOT_IN_RULE')
      .minutes.withFindings('CONSENT_NOT_IN_RULE');
  });
  it('in a Brown Act body it is noted that no member was asked (BA-09)', () => {
    motion(...pending)
      .when(declare, facts({ regime: 'BROWN_ACT' }))
      .live.records('UnanimousConsentDeclared', 'MotionAdopted')
      .withRuled('irregular CONSENT_WITHOUT_ROLL_CALL by BA-09');
  });
  it('QUORUM_NOT_ESTABLISHED, NOT_ON_POSTED_AGENDA, VOTE_EVENT_EXISTS, UNKNOWN_MOTION_STATE_TRANSITION', () => {
    motion(...pending)
      .when({ ...declare, rule: { ...rule, quorum: fullQuorum } }, inRoom({ present: ['lausd-1', 'utla-1'] }))
      .live.rejectedWith('QUORUM_NOT_ESTABLISHED');
    motion(...pending)
      .when(declare, inRoom({ agendizedItemIds: new Set() }, { regime: 'BROWN_ACT' }))
      .live.rejectedWith('NOT_ON_POSTED_AGENDA', { rule: 'BA-05' });
    motion(drafted).when(declare, facts()).historicalImport.rejectedWith('UNKNOWN_MOTION_STATE_TRANSITION');
    motion(...voting, { type: 'VoteAborted', voteEventId: 'vote-1', reason: 'Nobody wants a vote.' })
      .when({ ...declare, consentId: 'vote-1' }, facts())
      .historicalImport.rejectedWith('VOTE_EVENT_EXISTS');
  });
});

describe('ObjectToUnanimousConsent', () => {
  it('one is enough, with a reason or without', () => {
    motion(...pending)
      .when(object, facts())
      .live.records(objected)
      .withFindings();
    motion(...pending)
      .when({ ...object, reason: 'We want a roll call.' }, facts())
      .live.records({ ...objected, reason: 'We want a roll call.' });
  });
  it('then the body votes', () => {
    motion(...pending, objected)
      .when({ type: 'OpenVote', voteEventId: 'vote-1', rule, method: 'roll_call' }, facts())
      .live.records('VoteOpened')
      .withFindings();
  });
  it('is for members who are there and have a vote', () => {
    motion(...pending)
      .when({ ...object, seatId: 'pupil' }, facts())
      .live.rejectedWith('ADVISORY_SEAT')
      .minutes.withFindings('ADVISORY_SEAT');
    motion(...pending)
      .when(object, inRoom({ present: everybody.filter((one) => one !== 'utla-2') }))
      .live.rejectedWith('NOT_PRESENT');
    motion(...pending)
      .when(object, inRoom({ recused: ['utla-2'] }))
      .live.rejectedWith('RECUSED_CANNOT_VOTE', { rule: 'SP-10' });
    motion(...pending)
      .when(object, inRoom({ inSession: false }))
      .live.rejectedWith('MEETING_NOT_IN_SESSION');
    motion(drafted).when(object, facts()).minutes.rejectedWith('UNKNOWN_MOTION_STATE_TRANSITION');
  });
});

describe('the consent calendar', () => {
  const consentItems = new Map([
    ['item-1', 'minutes'],
    ['item-2', 'invoices'],
  ]);
  const room: Room = { consentItems };
  const entry = (motionId: string, itemId: string) => ({
    motionId,
    itemId,
    textSha256: 'c'.repeat(64),
    revision: 2,
  });
  const entries = [entry('minutes', 'item-1'), entry('invoices', 'item-2')];
  const waiting = { bodyId: 'cssc', status: 'agendized', textSha256: 'c'.repeat(64), revision: 2 } as const;
  const both = new Map([
    ['minutes', waiting],
    ['invoices', waiting],
  ]);
  const compile = { type: 'CompileConsentCalendar', meetingId: 'meeting-1' } as const;
  const compiled: MotionEvent = {
    type: 'ConsentCalendarCompiled',
    meetingId: 'meeting-1',
    meetingRevision: 12,
    entries,
  };

  it('names every consent item that nobody has pulled', () => {
    motion(...pending)
      .when(compile, inRoom(room, { consentMotions: both }))
      .live.records(compiled);
  });
  it('CONSENT_CALENDAR_EMPTY, MOTION_UNKNOWN, CONSENT_MOTION_NOT_ADOPTABLE', () => {
    motion(...pending)
      .when(compile, inRoom({}, { consentMotions: both }))
      .minutes.rejectedWith('CONSENT_CALENDAR_EMPTY');
    motion(...pending)
      .when(compile, inRoom(room, { consentMotions: new Map([['minutes', waiting]]) }))
      .minutes.rejectedWith('MOTION_UNKNOWN', { motionId: 'invoices' });
    for (const other of [{ status: 'adopted' as const }, { bodyId: 'other' }])
      motion(...pending)
        .when(
          compile,
          inRoom(room, { consentMotions: new Map([...both, ['minutes', { ...waiting, ...other }]]) }),
        )
        .historicalImport.rejectedWith('CONSENT_MOTION_NOT_ADOPTABLE', { motionId: 'minutes' });
  });
  it('is decided as compiled: an item that was pulled since is decided by itself', () => {
    const pulled = inRoom({ consentItems: new Map([['item-1', 'minutes']]) });
    for (const command of [
      declare,
      { type: 'OpenVote', voteEventId: 'vote-1', rule, method: 'roll_call' } as const,
    ])
      motion(...pending, compiled)
        .when(command, pulled)
        .minutes.rejectedWith('CONSENT_ITEM_PULLED', { itemIds: ['item-2'] });
    motion(...pending, compiled)
      .when({ ...declare, meetingId: 'meeting-2' }, inRoom({ ...room, meetingId: 'meeting-2' }))
      .minutes.rejectedWith('CONSENT_CALENDAR_OF_OTHER_MEETING');
  });

  const adopted: readonly MotionEvent[] = [
    ...pending,
    compiled,
    { type: 'MotionAdopted', consentId: 'consent-1' },
  ];
  const calendarFor = (motionId: string, history = adopted) =>
    adoptedByCalendar(stateAfter(decider, history), 7, motionId);
  const adopt = { type: 'AdoptByConsentCalendar', byMotionId: 'calendar' } as const;
  const member: readonly MotionEvent[] = [
    { ...drafted, textSha256: 'c'.repeat(64) } as MotionEvent,
    { type: 'MotionSubmitted' },
    { type: 'MotionAgendized', meetingId: 'meeting-1', itemId: 'item-2' },
  ];
  const adopting = (calendar: Facts['calendar']) => facts({ calendar });

  it('adopts each of its motions, in that motion’s own stream', () => {
    motion(...member)
      .when(adopt, adopting(calendarFor('invoices')))
      .live.records(
        {
          type: 'ConsentCalendarApplied',
          byMotionId: 'calendar',
          calendarRevision: 7,
          calendarDecidedBy: 'consent-1',
          meetingId: 'meeting-1',
          itemId: 'item-2',
          textSha256: 'c'.repeat(64),
        },
        { type: 'MotionAdopted', byMotionId: 'calendar' },
      );
  });
  it('MOTION_UNKNOWN, CONSENT_CALENDAR_NOT_ADOPTED, NOT_ON_CONSENT_CALENDAR, TEXT_HASH_MISMATCH, and only once', () => {
    motion(...member)
      .when(adopt, adopting(undefined))
      .minutes.rejectedWith('MOTION_UNKNOWN', { motionId: 'calendar' });
    motion(...member)
      .when(adopt, adopting(calendarFor('invoices', [...pending, compiled])))
      .historicalImport.rejectedWith('CONSENT_CALENDAR_NOT_ADOPTED', { status: 'pending' });
    motion(...member)
      .when(adopt, adopting(calendarFor('roof')))
      .historicalImport.rejectedWith('NOT_ON_CONSENT_CALENDAR');
    motion(drafted, { type: 'MotionSubmitted' })
      .when(adopt, adopting(calendarFor('invoices')))
      .historicalImport.rejectedWith('TEXT_HASH_MISMATCH');
    motion(...member, { type: 'MotionAdopted', byMotionId: 'calendar' })
      .when(adopt, adopting(calendarFor('invoices')))
      .minutes.rejectedWith('UNKNOWN_MOTION_STATE_TRANSITION', { status: 'adopted' });
  });
  it('tells a meeting that its motions were voted on', () => {
    const state = stateAfter(decider, [...pending, compiled]);
    const decision = decider.decide(state, declare, inRoom({ ...room, present: members }));
    let step = decision.next();
    while (!step.done) step = decision.next();
    const events = step.done ? step.value : [];
    expect(stateAfter(decider, [...pending, compiled, ...events]).lastVote?.consentMotionIds).toEqual([
      'minutes',
      'invoices',
    ]);
  });
  it('is no calendar before there is a motion', () => {
    expect(adoptedByCalendar(decider.initialState, -1, 'invoices')).toBeUndefined();
    expect(consentMotion(decider.initialState, -1)).toBeUndefined();
    expect(consentMotion(stateAfter(decider, [drafted]), 0)).toEqual({
      bodyId: 'cssc',
      status: 'drafted',
      textSha256,
      revision: 0,
    });
  });
  it('a body majority of those present is enough where the rule asks for no more', () => {
    motion(...pending, compiled)
      .when({ ...declare, rule: ruleOf([bodyMajority], { clauseRef: rule.clauseRef! }) }, inRoom(room))
      .live.records('UnanimousConsentDeclared', 'MotionAdopted')
      .withFindings();
  });
});
