import { describe, expect, it } from '@jest/globals';
import { atInstant } from '../../kernel/index.ts';
import { given, stateAfter } from '../../testing/index.ts';
import { decider } from '../index.ts';
import type { Facts, MotionClass, MotionEvent } from '../index.ts';
import { ballots, facts, members, opened, pending, roster, rule } from '../testing/committee.ts';
import {
  adoptedOf,
  draftOf,
  otherMotion,
  pendingOf,
  strikeTwo,
  withAdopted,
  withOthers,
} from '../testing/others.ts';
import { rollCall } from '../roll-call.ts';
import { attendance } from '../testing/committee.ts';
import { eligibilityOf, tally } from '../../tally/index.ts';

const motion = given(decider);
const order = { type: 'OrderPreviousQuestion', byMotionId: 'motion-2' } as const;
const limit = { type: 'LimitDebate', byMotionId: 'motion-2', minutesPerSpeech: 3 } as const;
const pin = { byMotionId: 'motion-2', byMotionRevision: adoptedOf('main').length - 1 };
const ordered: MotionEvent = { type: 'PreviousQuestionOrdered', ...pin };

describe('the previous question', () => {
  const by = withAdopted('subsidiary.previous_question');
  it('is ordered by a motion that was adopted on it, once', () => {
    motion(...pending)
      .when(order, by)
      .live.records(ordered)
      .withFindings();
    motion(...pending, ordered)
      .when(order, by)
      .historicalImport.rejectedWith('PREVIOUS_QUESTION_ORDERED');
    motion(...pending)
      .when(order, withOthers([otherMotion('motion-2', pendingOf('subsidiary.previous_question'))]))
      .minutes.rejectedWith('MOTION_NOT_ADOPTED');
    motion(...pending)
      .when(order, withAdopted('subsidiary.refer'))
      .minutes.rejectedWith('MOTION_OF_OTHER_CLASS');
  });

  const moving = (classification: MotionClass, history: readonly MotionEvent[]) => {
    const amendment = classification === 'subsidiary.amend' ? { amendment: strikeTwo, degree: 1 } : {};
    const read: Facts = { ...withOthers([otherMotion('motion-1', history)]), motionId: 'motion-3' };
    const move = { type: 'MoveMotion', meetingId: 'meeting-1', seatId: 'lausd-2' } as const;
    return motion(draftOf(classification, amendment)).when(move, read);
  };
  it.each([
    'subsidiary.amend',
    'subsidiary.refer',
    'subsidiary.postpone_definitely',
    'subsidiary.postpone_indefinitely',
    'subsidiary.limit_extend_debate',
  ] as const)('PREVIOUS_QUESTION_ORDERED: no %s before the vote (RR-17)', (classification) => {
    moving(classification, [...pending, ordered])
      .live.rejectedWith('PREVIOUS_QUESTION_ORDERED', { rule: 'RR-17' })
      .minutes.withFindings('PREVIOUS_QUESTION_ORDERED');
    moving(classification, pending).live.withFindings();
  });
  it('leaves it to the body to lay the question on the table', () => {
    moving('subsidiary.lay_on_table', [...pending, ordered]).live.withFindings();
  });
  it('is spent when the motion is decided', () => {
    const decided: MotionEvent[] = [
      opened,
      { type: 'MotionRejected', voteEventId: 'vote-1', reason: 'TEST_FAILED' },
      { type: 'MotionReconsidered', byMotionId: 'motion-4', byMotionRevision: 1 },
    ];
    moving('subsidiary.amend', [...pending, ordered, ...decided]).live.withFindings();
  });
});

describe('limits of debate', () => {
  it('are set by a motion that was adopted on it, until it is decided', () => {
    const by = withAdopted('subsidiary.limit_extend_debate');
    const limited: MotionEvent = { type: 'DebateLimited', minutesPerSpeech: 3, ...pin };
    motion(...pending)
      .when(limit, by)
      .live.records(limited);
    expect(stateAfter(decider, [...pending, limited]).procedure.debate).toEqual({ minutesPerSpeech: 3 });
    const adopted: MotionEvent = { type: 'MotionAdopted', consentId: 'c' };
    expect(stateAfter(decider, [...pending, limited, adopted]).procedure.debate).toBeUndefined();
    motion(...pending, ordered)
      .when(limit, by)
      .live.rejectedWith('PREVIOUS_QUESTION_ORDERED');
    motion(...pending)
      .when({ type: 'LimitDebate', byMotionId: 'motion-2' }, by)
      .minutes.rejectedWith('DEBATE_LIMIT_MISSING');
  });
});

describe('a special order (RR-09)', () => {
  const to = atInstant('2026-09-08T17:00:00Z');
  const postpone = { type: 'PostponeMotion', to, byMotionId: 'motion-2', specialOrder: true } as const;
  const decidedBy = (...options: readonly ('yes' | 'no')[]): Facts => {
    const history = [...pendingOf('subsidiary.postpone_definitely'), opened, ...ballots(...options)];
    const vote = stateAfter(decider, history).vote!;
    const roll = rollCall(vote, attendance());
    const outcome = tally(rule, eligibilityOf(roster), roll);
    const closed: readonly MotionEvent[] = [
      { type: 'VoteClosed', voteEventId: 'vote-1', rollCall: roll, tally: outcome, meetingRevision: 12 },
      { type: 'MotionAdopted', voteEventId: 'vote-1' },
    ];
    return withOthers([otherMotion('motion-2', [...history, ...closed])]);
  };
  it('needs two thirds of the votes cast, or that nobody objects', () => {
    motion(...pending)
      .when(postpone, decidedBy('yes', 'yes', 'no', 'yes', 'yes', 'no'))
      .live.records('MotionPostponed')
      .withFindings();
    motion(...pending)
      .when(postpone, decidedBy('yes', 'yes', 'no', 'yes', 'no', 'no'))
      .live.withFindings('SPECIAL_ORDER_NEEDS_TWO_THIRDS');
    const { voteEventId: _vote, method: _method, ...pinned } = opened;
    const consented: MotionEvent[] = [
      ...pendingOf('subsidiary.postpone_definitely'),
      {
        ...pinned,
        ...{
          type: 'UnanimousConsentDeclared',
          consentId: 'c',
          recusedSeatIds: [],
          quorum: { pass: true, tests: [] },
        },
        present: members.map((seatId) => ({ seatId, by: 'member' })),
      } as unknown as MotionEvent,
      { type: 'MotionAdopted', consentId: 'c' },
    ];
    motion(...pending)
      .when(postpone, withOthers([otherMotion('motion-2', consented)]))
      .live.withFindings();
  });
  it('says by which motion', () => {
    const { byMotionId: _by, ...bare } = postpone;
    motion(...pending)
      .when(bare, facts())
      .live.withFindings('SPECIAL_ORDER_NEEDS_TWO_THIRDS');
    motion(...pending)
      .when({ ...bare, specialOrder: false }, facts())
      .live.records({ type: 'MotionPostponed', to });
  });
});
