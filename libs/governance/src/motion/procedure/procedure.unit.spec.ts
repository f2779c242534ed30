import { describe, expect, it } from '@jest/globals';
import { atInstant } from '../../kernel/index.ts';
import { given, happened } from '../../testing/index.ts';
import { decider } from '../index.ts';
import type { Command, MotionEvent } from '../index.ts';
import { called, facts, inRoom, opened, pending, voting } from '../testing/committee.ts';
import {
  adoptedOf,
  draftOf,
  otherMotion,
  pendingOf,
  rejectedOf,
  strikeTwo,
  withAdopted,
  withOthers,
  withRuling,
} from '../testing/others.ts';

const motion = given(decider);
const adopted: readonly MotionEvent[] = [...voting, { type: 'MotionAdopted', voteEventId: 'vote-1' }];
const byMotionId = 'motion-2';
const move: Command = { type: 'MoveMotion', meetingId: 'meeting-1', seatId: 'lausd-2' };
const main = otherMotion('motion-1', pending);

describe('drafts of every class', () => {
  const draft = { type: 'DraftMotion', bodyId: 'cssc', title: 't' } as const;
  const on = withOthers([main]);
  it('say to what they apply, and at which revision it was read', () => {
    motion()
      .when({ ...draft, classification: 'subsidiary.amend', appliesTo: 'motion-1', amendment: strikeTwo }, on)
      .live.records({
        ...{ type: 'MotionDrafted', bodyId: 'cssc', title: 't', classification: 'subsidiary.amend' },
        text: 'To strike “two” and insert “three”.',
        textSha256: facts().sha256('To strike “two” and insert “three”.'),
        ...{ appliesTo: 'motion-1', appliesToRevision: 4, amendment: strikeTwo, degree: 1 },
      })
      .withFindings();
  });
  it.each<[string, Command]>([
    ['APPLIES_TO_REQUIRED', { ...draft, text: 'x', classification: 'subsidiary.lay_on_table' }],
    ['APPLIES_TO_UNEXPECTED', { ...draft, text: 'x', appliesTo: 'motion-1' }],
    ['AMENDMENT_REQUIRED', { ...draft, classification: 'subsidiary.amend', appliesTo: 'motion-1' }],
    ['AMENDMENT_UNEXPECTED', { ...draft, text: 'x', amendment: strikeTwo }],
    ['OTHER_MOTION_UNKNOWN', { ...draft, text: 'x', classification: 'bringback.rescind', appliesTo: 'none' }],
    ['TEXT_REQUIRED', draft],
  ])('%s, in every mode', (code, command) => {
    motion().when(command, on).live.rejectedWith(code).historicalImport.rejectedWith(code);
  });
  it('AMENDMENT_DOES_NOT_FIT: noted, because the text may yet change', () => {
    const amendment = { operation: 'strike', strike: 'ninety' } as const;
    motion()
      .when({ ...draft, classification: 'subsidiary.amend', appliesTo: 'motion-1', amendment }, on)
      .live.withFindings('AMENDMENT_DOES_NOT_FIT');
  });
});

describe('precedence (RR-02)', () => {
  const amendment = otherMotion('motion-2', pendingOf('subsidiary.amend', { amendment: strikeTwo }));
  const floor = (strict: 'strict' | 'advisory') =>
    withOthers([main, amendment], {
      motionId: 'motion-3',
      order: { rulesOfOrder: 'RONR', precedence: strict, smallBoard: false },
    });
  it('HIGHER_PRECEDENCE_PENDING: refused where order is strict, noted where it is advice', () => {
    const indefinitely = motion(draftOf('subsidiary.postpone_indefinitely'));
    indefinitely
      .when(move, floor('strict'))
      .live.rejectedWith('HIGHER_PRECEDENCE_PENDING', { rule: 'RR-02', pending: 'motion-2' })
      .minutes.withFindings('HIGHER_PRECEDENCE_PENDING');
    indefinitely.when(move, floor('advisory')).live.withFindings('HIGHER_PRECEDENCE_PENDING');
  });
  it('lets a higher motion and an amendment of the amendment through, and pins what was pending', () => {
    const pendingMotions = [
      { motionId: 'motion-1', revision: 4 },
      { motionId: 'motion-2', revision: 2 },
    ];
    motion(draftOf('subsidiary.lay_on_table'))
      .when(move, floor('strict'))
      .live.records({
        ...{ type: 'MotionMoved', meetingId: 'meeting-1', seatId: 'lausd-2', constituencyId: 'LAUSD' },
        ...{ appliesToRevision: 4, itemId: 'item-1', pendingMotions },
      });
    motion(draftOf('subsidiary.amend', { appliesTo: 'motion-2', amendment: strikeTwo, degree: 2 }))
      .when(move, floor('strict'))
      .live.records('MotionMoved')
      .withFindings();
  });
  it('asks for no second where the table asks for none', () => {
    motion(draftOf('incidental.point_of_order'))
      .when(move, floor('strict'))
      .live.records('MotionMoved', { type: 'MotionSeconded', exemption: 'class' });
  });
  it('AMENDMENT_DEGREE_EXCEEDED (RR-03), NOT_AMENDABLE', () => {
    motion(draftOf('subsidiary.amend', { appliesTo: 'motion-2', amendment: strikeTwo, degree: 3 }))
      .when(move, floor('strict'))
      .live.rejectedWith('AMENDMENT_DEGREE_EXCEEDED')
      .minutes.withFindings('AMENDMENT_DEGREE_EXCEEDED');
    const tabling = otherMotion('motion-2', pendingOf('subsidiary.lay_on_table'));
    motion(draftOf('subsidiary.amend', { appliesTo: 'motion-2', amendment: strikeTwo, degree: 1 }))
      .when(move, withOthers([main, tabling], { motionId: 'motion-3' }))
      .live.rejectedWith('NOT_AMENDABLE');
  });
  it('NOTHING_PENDING: nothing is amended that is not before the body', () => {
    motion(draftOf('subsidiary.amend', { amendment: strikeTwo }))
      .when(move, withOthers([otherMotion('motion-1', adopted)], { motionId: 'motion-3' }))
      .live.rejectedWith('NOTHING_PENDING')
      .minutes.withFindings('NOTHING_PENDING');
  });
});

describe('an adopted amendment', () => {
  const amend: Command = { type: 'AmendMotionText', byMotionId };
  const by = withAdopted('subsidiary.amend', { amendment: strikeTwo });
  it('changes the text, and pins both hashes and the motion that did it', () => {
    const text = 'Resolved, that three more schools are recommended.';
    motion(...pending)
      .when(amend, by)
      .live.records({
        ...{ type: 'MotionTextAmended', byMotionId, byMotionRevision: 4, amendment: strikeTwo, text },
        beforeSha256: 'a'.repeat(64),
        afterSha256: facts().sha256(text),
      });
  });
  it('TEXT_FROZEN once the vote is open or the motion decided', () => {
    motion(...voting)
      .when(amend, by)
      .live.rejectedWith('TEXT_FROZEN')
      .minutes.rejectedWith('TEXT_FROZEN');
    motion(...adopted)
      .when(amend, by)
      .minutes.rejectedWith('TEXT_FROZEN');
  });
  it('TEXT_HASH_MISMATCH, MOTION_NOT_ADOPTED, MOTION_OF_OTHER_CLASS, APPLIES_TO_OTHER_MOTION', () => {
    const history = motion(...pending);
    history
      .when({ ...amend, beforeSha256: 'b'.repeat(64) }, by)
      .minutes.rejectedWith('TEXT_HASH_MISMATCH', { recorded: 'a'.repeat(64) });
    history
      .when(amend, withOthers([otherMotion(byMotionId, rejectedOf('subsidiary.amend'))]))
      .minutes.rejectedWith('MOTION_NOT_ADOPTED');
    history.when(amend, withAdopted('subsidiary.refer')).minutes.rejectedWith('MOTION_OF_OTHER_CLASS');
    history
      .when(amend, withAdopted('subsidiary.amend', { appliesTo: 'another' }))
      .minutes.rejectedWith('APPLIES_TO_OTHER_MOTION');
  });
  it('MOTION_ALREADY_APPLIED: takes effect once', () => {
    const amendedOnce: MotionEvent = {
      ...{ type: 'MotionTextAmended', byMotionId, byMotionRevision: 4, amendment: strikeTwo },
      ...{ beforeSha256: 'a'.repeat(64), afterSha256: 'c'.repeat(64), text: 'two' },
    };
    motion(...pending, amendedOnce)
      .when(amend, by)
      .minutes.rejectedWith('MOTION_ALREADY_APPLIED');
  });
});

describe('a motion laid on the table by a motion', () => {
  it('pins that motion, which was adopted', () => {
    motion(...pending)
      .when({ type: 'TableMotion', byMotionId }, withAdopted('subsidiary.lay_on_table'))
      .live.records({ type: 'MotionTabled', byMotionId, byMotionRevision: 4 });
  });
  it('dies after the next session, and not before (RR-10)', () => {
    const history = motion(...pending, happened('2026-09-01T19:00:00Z', { type: 'MotionTabled' }));
    const at = (instant: string) => facts({ at: atInstant(instant) });
    const lapse: Command = { type: 'LapseMotion' };
    history
      .when(lapse, at('2026-12-31T20:00:00Z'))
      .live.rejectedWith('STILL_ON_THE_TABLE', { rule: 'RR-10', until: '2027-01-01T07:59:59.999Z' })
      .minutes.withFindings('STILL_ON_THE_TABLE');
    history
      .when(lapse, at('2027-01-01T08:00:00Z'))
      .live.records({ type: 'MotionLapsed', reason: 'not_taken_from_table' });
  });
});

describe('a motion that is put off', () => {
  const to = atInstant('2027-02-01T17:00:00Z');
  it('POSTPONED_BEYOND_NEXT_SESSION (RR-09): noted, by the interval or by the meeting that is named', () => {
    const history = motion(...pending);
    history.when({ type: 'PostponeMotion', to }, facts()).live.withFindings('POSTPONED_BEYOND_NEXT_SESSION');
    const nextRegularMeeting = {
      ...{ meetingId: 'october', revision: 3, bodyId: 'cssc', meetingType: 'regular' as const },
      startsAt: atInstant('2026-10-06T17:00:00Z'),
    };
    const postpone = (literal: string): Command => ({
      ...{ type: 'PostponeMotion', to: atInstant(literal), nextRegularMeetingId: 'october' },
    });
    history
      .when(postpone('2026-10-06T20:00:00Z'), facts({ nextRegularMeeting }))
      .live.records('MotionPostponed')
      .withFindings();
    history
      .when(postpone('2026-10-08T20:00:00Z'), facts({ nextRegularMeeting }))
      .live.withFindings('POSTPONED_BEYOND_NEXT_SESSION');
    history
      .when(
        postpone('2026-10-08T20:00:00Z'),
        facts({ nextRegularMeeting: { ...nextRegularMeeting, meetingType: 'special' } }),
      )
      .live.rejectedWith('NOT_NEXT_REGULAR_MEETING');
  });
});

describe('rulings', () => {
  const rule = (ground: 'not_germane' | 'dilatory'): Command => ({
    ...{ type: 'RuleMotionOutOfOrder', meetingId: 'meeting-1', rulingId: 'ruling-1', ground },
  });
  it('put a motion out of order, and only they say that it is not germane', () => {
    motion(...pending)
      .when(rule('not_germane'), withRuling('ruled'))
      .live.records('MotionRuledOutOfOrder');
    motion(...pending)
      .when(rule('dilatory'), facts())
      .minutes.rejectedWith('RULING_UNKNOWN');
    motion(...pending)
      .when(rule('dilatory'), withRuling('overturned'))
      .minutes.rejectedWith('RULING_OVERTURNED');
    motion(...pending)
      .when(rule('dilatory'), withRuling('appealed'))
      .live.rejectedWith('RULING_UNDER_APPEAL')
      .minutes.withFindings('RULING_UNDER_APPEAL');
  });
  it('NOT_GERMANE, until the body overturns the ruling', () => {
    const history = motion(...pending, {
      ...{ type: 'MotionRuledOutOfOrder', meetingId: 'meeting-1', rulingId: 'ruling-1' },
      ...{ ground: 'not_germane', meetingRevision: 12 },
    });
    history.when({ type: 'TableMotion' }, facts()).minutes.rejectedWith('NOT_GERMANE');
    history
      .when({ type: 'ReinstateMotion' }, withRuling('sustained'))
      .minutes.rejectedWith('RULING_NOT_OVERTURNED');
    history.when({ type: 'ReinstateMotion' }, withRuling('overturned')).live.records('MotionReinstated');
  });
});

describe('to reconsider (RR-07)', () => {
  const rolled = (mover: 'yes' | 'no'): readonly MotionEvent[] => [
    ...voting,
    {
      type: 'VoteClosed',
      ...{ voteEventId: 'vote-1', meetingRevision: 12 },
      rollCall: [called('lausd-2', mover), called('utla-1', 'yes')],
      tally: { result: 'pass' } as Extract<MotionEvent, { type: 'VoteClosed' }>['tally'],
    },
    { type: 'MotionAdopted', voteEventId: 'vote-1' },
  ];
  const reconsider = motion(draftOf('bringback.reconsider'));
  const of = (history: readonly MotionEvent[], more = {}) =>
    withOthers([otherMotion('motion-1', history)], { motionId: 'motion-3', ...more });
  it('moves who prevailed, on the day or the next one', () => {
    reconsider
      .when(move, of(rolled('yes')))
      .live.records('MotionMoved')
      .withFindings();
    reconsider
      .when(move, of(rolled('no')))
      .live.rejectedWith('NOT_PREVAILING_SIDE', { rule: 'RR-07', option: 'no' })
      .minutes.withFindings('NOT_PREVAILING_SIDE');
    const at = (instant: string) => of(rolled('yes'), { at: atInstant(instant) });
    reconsider.when(move, at('2026-09-03T06:59:00Z')).live.records('MotionMoved');
    reconsider.when(move, at('2026-09-03T07:00:00Z')).live.rejectedWith('RECONSIDER_TOO_LATE');
  });
  it('in a committee whoever did not lose, at any time; without notice by two thirds where winners are away', () => {
    const late = { isCommittee: true, at: atInstant('2026-10-03T07:00:00Z') };
    reconsider
      .when(move, of(rolled('yes'), late))
      .live.records('MotionMoved')
      .withFindings();
    const room = inRoom({ present: ['lausd-2'] }).attendance;
    reconsider
      .when(move, of(rolled('yes'), { ...late, attendance: room }))
      .live.withFindings('RECONSIDERATION_NEEDS_TWO_THIRDS');
  });
  it('without a roll call nobody knows who prevailed; with consent anybody may', () => {
    const lost: MotionEvent[] = [...pending, { type: 'MotionRejected', voteEventId: 'v', reason: 'TIE' }];
    reconsider.when(move, of(lost)).live.withFindings('PREVAILING_SIDE_UNKNOWN');
  });

  const byIt = (history: readonly MotionEvent[]) => withOthers([otherMotion(byMotionId, history)]);
  const start: Command = { type: 'MoveReconsideration', byMotionId };
  const suspended: MotionEvent = { type: 'ReconsiderationMoved', byMotionId, byMotionRevision: 2 };
  it('suspends the decision, and brings it back or lets it stand', () => {
    motion(...adopted)
      .when(start, byIt(pendingOf('bringback.reconsider')))
      .live.records(suspended);
    const again: Command = { type: 'ReconsiderMotion', byMotionId };
    const end: Command = { type: 'EndReconsideration', byMotionId };
    const history = motion(...adopted, suspended);
    history
      .when(again, byIt(adoptedOf('bringback.reconsider')))
      .live.records({ type: 'MotionReconsidered', byMotionId, byMotionRevision: 4 });
    history.when(again, byIt(rejectedOf('bringback.reconsider'))).minutes.rejectedWith('MOTION_NOT_ADOPTED');
    history
      .when(end, byIt(rejectedOf('bringback.reconsider')))
      .live.records({ type: 'ReconsiderationEnded', how: 'rejected', byMotionId, byMotionRevision: 4 });
    history.when(end, byIt(adoptedOf('bringback.reconsider'))).live.rejectedWith('RECONSIDERATION_NOT_ENDED');
  });
  it('ALREADY_RECONSIDERED: not twice', () => {
    const twice: MotionEvent[] = [
      ...adopted,
      suspended,
      { type: 'MotionReconsidered', byMotionId, byMotionRevision: 4 },
      { ...opened, voteEventId: 'vote-2' },
      { type: 'MotionAdopted', voteEventId: 'vote-2' },
    ];
    const other = withOthers([otherMotion('motion-9', pendingOf('bringback.reconsider'))]);
    motion(...twice)
      .when({ ...start, byMotionId: 'motion-9' }, other)
      .live.rejectedWith('ALREADY_RECONSIDERED')
      .minutes.withFindings('ALREADY_RECONSIDERED');
  });
});

describe('what was adopted', () => {
  it('NOTHING_TO_RESCIND: is rescinded or amended only while it stands', () => {
    const rescind: Command = { type: 'RescindMotion', byMotionId };
    motion(...adopted)
      .when(rescind, withAdopted('bringback.rescind'))
      .live.records('MotionRescinded');
    motion(...pending)
      .when(rescind, withAdopted('bringback.rescind'))
      .minutes.rejectedWith('NOTHING_TO_RESCIND');
    const amend: Command = { type: 'AmendAdoptedMotion', byMotionId };
    const by = withAdopted('bringback.amend_previously_adopted', { amendment: strikeTwo });
    motion(...adopted)
      .when(amend, by)
      .live.records('AdoptedMotionAmended');
    motion(...pending)
      .when(amend, by)
      .minutes.rejectedWith('NOTHING_TO_RESCIND');
  });
  it('is sent on once under an id, and the action there is what that record says', () => {
    const send: Command = { type: 'TransmitMotion', toBodyId: 'board', toMotionId: 'b-1' };
    const sent: MotionEvent = { ...send, type: 'MotionTransmitted', textSha256: 'a'.repeat(64) };
    motion(...adopted)
      .when(send, facts())
      .live.records(sent);
    motion(...pending)
      .when(send, facts())
      .minutes.rejectedWith('UNKNOWN_MOTION_STATE_TRANSITION');
    motion(...adopted, sent)
      .when(send, facts())
      .minutes.rejectedWith('ALREADY_TRANSMITTED');
    const acted: Command = { type: 'RecordReceivingBodyAction', toMotionId: 'b-1', action: 'adopted' };
    motion(...adopted, sent)
      .when(acted, facts())
      .live.withFindings('RECEIVING_MOTION_NOT_ON_RECORD');
    motion(...adopted, sent)
      .when(acted, withOthers([otherMotion('b-1', pending)]))
      .minutes.rejectedWith('RECEIVING_ACTION_DIFFERS', { status: 'pending' });
    motion(...adopted)
      .when(acted, facts())
      .minutes.rejectedWith('NOT_TRANSMITTED');
  });
});

describe('the motion that is withdrawn', () => {
  const withdraw: Command = { type: 'WithdrawMotion', permission: 'mover', seatId: 'lausd-2' };
  it('is its mover’s until the chair has stated it (RR-11)', () => {
    const stated = (...ids: readonly string[]) =>
      inRoom({ questions: { stated: new Set(ids), agendized: new Set() } });
    motion(...pending)
      .when(withdraw, stated('another'))
      .live.records('MotionWithdrawn')
      .withFindings();
    motion(...pending)
      .when(withdraw, stated('motion-1'))
      .live.rejectedWith('WITHDRAWAL_NEEDS_PERMISSION');
    expect(facts().motionId).toBe('motion-1');
  });
});
