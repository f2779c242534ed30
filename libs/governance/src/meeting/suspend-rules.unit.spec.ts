import { describe, expect, it } from '@jest/globals';
import { settle } from '../kernel/index.ts';
import { adoptedOf, draftOf, otherMotion, pendingOf, withOthers } from '../motion/testing/others.ts';
import { decider as motionDecider } from '../motion/index.ts';
import type { MotionEvent } from '../motion/index.ts';
import { attendance, pending } from '../motion/testing/committee.ts';
import { stateAfter } from '../testing/index.ts';
import { attendanceAt } from './attendance-at.ts';
import { evolve, initialState } from './state.ts';
import { suspendedRules } from './suspend-rules.ts';
import { added, at, facts, givenMeeting, inSession, minutes } from './testing/committee.ts';
import type { Command, MeetingEvent } from './index.ts';

const suspension = 'incidental.suspend_rules' as const;
const reading = (history: readonly MotionEvent[]) =>
  facts(minutes(5), { motions: new Map([['suspension', otherMotion('suspension', history)]]) });
const adopted = adoptedOf(suspension, { bodyId: 'committee' });
const suspend = (more: object = {}): Command => ({
  ...{
    type: 'SuspendRules',
    rules: ['RR-02'],
    purpose: 'To hear the guests first.',
    byMotionId: 'suspension',
  },
  ...more,
});
const recorded = {
  ...suspend(),
  type: 'RulesSuspended',
  byMotionRevision: adopted.length - 1,
} as MeetingEvent;
const after = (...events: readonly MeetingEvent[]) =>
  events.reduce((state, event) => evolve(state, event, minutes(5)), initialState);

describe('SuspendRules', () => {
  it('sets rules of order aside, by an adopted motion', () => {
    givenMeeting(...inSession)
      .when(suspend(), reading(adopted))
      .live.records(recorded)
      .withFindings();
  });
  it.each([['BA-05'], ['GA-02'], ['RR-14'], ['RR-12'], ['RR-06'], ['RR-04'], ['SP-03'], ['SP-12']])(
    'RULE_NOT_SUSPENDABLE: %s stays in force, whatever was voted',
    (ruleId) => {
      givenMeeting(...inSession)
        .when(suspend({ rules: [ruleId, 'RR-02'] }), reading(adopted))
        .live.rejectedWith('RULE_NOT_SUSPENDABLE', { rules: [ruleId] })
        .minutes.withFindings('RULE_NOT_SUSPENDABLE');
      const event = { ...recorded, rules: [ruleId, 'RR-02'] } as MeetingEvent;
      expect(suspendedRules(after(event))).toEqual(['RR-02']);
    },
  );
  it('sets a rule of the bylaws aside where a clause provides for it', () => {
    const providedBy = { instrument: 'bylaws', clause: '9' };
    givenMeeting(...inSession)
      .when(suspend({ rules: ['SP-12'], providedBy }), reading(adopted))
      .live.records('RulesSuspended')
      .withFindings();
    expect(suspendedRules(after({ ...recorded, rules: ['SP-12'], providedBy } as MeetingEvent))).toEqual([
      'SP-12',
    ]);
  });
  it('RULE_UNKNOWN, ITEM_UNKNOWN, OTHER_MOTION_UNKNOWN, MOTION_OF_OTHER_CLASS, MOTION_NOT_ADOPTED, MOTION_ALREADY_APPLIED', () => {
    const refused = (
      command: Command,
      history: readonly MotionEvent[],
      code: string,
      before: MeetingEvent[] = [],
    ) =>
      givenMeeting(...inSession, ...before.map((event) => at(minutes(4), event)))
        .when(command, reading(history))
        .historicalImport.rejectedWith(code);
    refused(suspend({ rules: ['RR-99'] }), adopted, 'RULE_UNKNOWN');
    refused(suspend({ rules: [] }), adopted, 'RULE_UNKNOWN');
    refused(suspend({ itemId: 'nowhere' }), adopted, 'ITEM_UNKNOWN');
    refused(suspend({ byMotionId: 'other' }), adopted, 'OTHER_MOTION_UNKNOWN');
    refused(
      suspend(),
      [draftOf('main', { bodyId: 'committee' }), ...adopted.slice(1)],
      'MOTION_OF_OTHER_CLASS',
    );
    refused(suspend(), pendingOf(suspension, { bodyId: 'committee' }), 'MOTION_NOT_ADOPTED');
    refused(suspend(), adopted, 'MOTION_ALREADY_APPLIED', [recorded]);
  });
});

describe('a suspension lasts', () => {
  const forItem = { ...recorded, itemId: '1' } as MeetingEvent;
  it('until the adjournment, or until its item is closed', () => {
    const closed: MeetingEvent = { type: 'AgendaItemClosed', itemId: '1' };
    expect(suspendedRules(after(recorded, closed))).toEqual(['RR-02']);
    expect(suspendedRules(after(forItem))).toEqual(['RR-02']);
    expect(suspendedRules(after(forItem, closed))).toEqual([]);
    expect(suspendedRules(after(recorded, { type: 'MeetingAdjourned' }))).toEqual([]);
  });
  it('as motions are told', () => {
    const history = [...inSession, added('1'), at(minutes(5), recorded)];
    const state = stateAfter({ evolve, initialState }, history);
    expect(attendanceAt(state, minutes(6), { meetingId: 'm', revision: 3 })?.suspendedRules).toEqual([
      'RR-02',
    ]);
  });
});

describe('what breaks a suspended rule', () => {
  it('is told, and not refused', () => {
    const refer = pendingOf('subsidiary.refer');
    const room = withOthers([otherMotion('motion-1', pending), otherMotion('motion-3', refer)], {
      motionId: 'motion-2',
      attendance: attendance(),
    });
    const draft = draftOf('subsidiary.amend', { amendment: { operation: 'add', insert: 'Now.' }, degree: 1 });
    const state = stateAfter(motionDecider, [draft]);
    const move = { type: 'MoveMotion', meetingId: 'meeting-1', seatId: 'lausd-2' } as const;
    const moved = (suspended: readonly 'RR-02'[]) =>
      settle(motionDecider.decide(state, move, room), 'live', { ...room, suspended });
    expect(moved([])).toMatchObject({ accepted: false, objection: { code: 'HIGHER_PRECEDENCE_PENDING' } });
    expect(moved(['RR-02'])).toMatchObject({
      accepted: true,
      findings: [{ code: 'HIGHER_PRECEDENCE_PENDING', severity: 'info', ruleId: 'RR-02' }],
    });
  });
});
