import { describe, expect, it } from '@jest/globals';
import { stateAfter } from '../../testing/index.ts';
import { settle } from '../../kernel/index.ts';
import { byClause as decider } from '../testing/by-clause.ts';
import type { MotionEvent } from '../index.ts';
import { facts, pending, rule } from '../testing/committee.ts';
import { pendingOf } from '../testing/others.ts';
import { classRules } from './class-rule.ts';
import { motionClasses } from './motion-class.ts';
import { presetFor } from './presets.ts';
import { orderTables } from './rules-of-order.ts';

const clauseRef = { instrument: 'bylaws', clause: '5' };
const openUnder = (history: readonly MotionEvent[], change: Partial<typeof rule>) =>
  settle(
    decider.decide(
      stateAfter(decider, history),
      { type: 'OpenVote', voteEventId: 'v', rule: { ...rule, ...change }, method: 'roll_call' },
      facts(),
    ),
    'live',
    facts(),
  );
const notice: MotionEvent = { type: 'PreviousNoticeGiven', how: 'at_meeting', meetingId: 'august' };

describe('rules of order as data', () => {
  it.each(orderTables)('%s has a row for every class, and says which were not verified', (table) => {
    expect(Object.keys(classRules[table]).sort()).toEqual([...motionClasses].sort());
    expect(classRules[table]['privileged.fix_time_to_adjourn'].verified).toBe(false);
    expect(classRules[table]['bringback.discharge_committee'].verified).toBe(false);
  });

  it('RR-06: to rescind, two thirds or the entire membership, and with notice a majority', () => {
    const preset = presetFor('RONR', 'bringback.rescind')!;
    const history = pendingOf('bringback.rescind');
    const passIfAny = (outcome: ReturnType<typeof openUnder>) =>
      outcome.accepted && outcome.events[0]?.type === 'VoteOpened' ? outcome.events[0].rule.passIfAny : [];
    expect(passIfAny(openUnder(history, { ...preset, clauseRef }))).toEqual(preset.passIfAny);
    expect(passIfAny(openUnder([...history, notice], { ...preset, clauseRef }))).toEqual(
      preset.previousNotice?.altersTo,
    );
    expect(preset.previousNotice?.altersTo).toHaveLength(3);
  });

  it('RR-12: PREVIOUS_NOTICE_REQUIRED, and notice in the same meeting is none', () => {
    const previousNotice = { required: true };
    const refused = { accepted: false, objection: { code: 'PREVIOUS_NOTICE_REQUIRED' } };
    expect(openUnder(pending, { previousNotice })).toMatchObject(refused);
    expect(openUnder([...pending, { ...notice, meetingId: 'meeting-1' }], { previousNotice })).toMatchObject(
      refused,
    );
    expect(openUnder([...pending, notice], { previousNotice })).toMatchObject({ accepted: true });
  });

  it('RR-04: a vote by less than two thirds on the previous question is noted', () => {
    const outcome = openUnder(pendingOf('subsidiary.previous_question'), {});
    expect(outcome.accepted && outcome.findings.map(({ code }) => code)).toEqual(['TWO_THIRDS_EXPECTED']);
  });
});
