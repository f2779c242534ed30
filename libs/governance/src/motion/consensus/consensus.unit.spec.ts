import { describe, expect, it } from '@jest/globals';
import { atInstant } from '../../kernel/index.ts';
import { given, stateAfter } from '../../testing/index.ts';
import { byClause as decider } from '../testing/by-clause.ts';
import type {
  CallConsensus,
  ConsensusFailed,
  MotionEvent,
  OpenVote,
  RecordConsensusPosition,
} from '../index.ts';
import {
  attendance,
  facts,
  inRoom,
  members,
  moved,
  pending,
  roster,
  rosterWith,
  rule,
} from '../testing/committee.ts';
import { called, consensusRule, position, positionsOf, seeking } from '../testing/rounds.ts';

const motion = given(decider);
const call: CallConsensus = { type: 'CallConsensus', roundId: 'round-1', rule: consensusRule };
const says = (change: Partial<RecordConsensusPosition> = {}): RecordConsensusPosition => ({
  type: 'RecordConsensusPosition',
  roundId: 'round-1',
  seatId: 'lausd-1',
  position: 'agree',
  ...change,
});
const close = { type: 'CloseConsensus', roundId: 'round-1' } as const;
const agreement = positionsOf('agree', 'agree', 'agree', 'agree', 'agree', 'agree_with_reservations');

/** The ConsensusFailed that follows. */
function failure(history: readonly MotionEvent[]): ConsensusFailed {
  const events: MotionEvent[] = [];
  motion(...history)
    .when(close, facts())
    .minutes.records('ConsensusFailed');
  const decision = decider.decide(stateAfter(decider, history), close, facts());
  for (let step = decision.next(); ; step = decision.next())
    if (step.done) {
      events.push(...step.value);
      break;
    }
  const [first] = events;
  if (first?.type !== 'ConsensusFailed') throw new Error(JSON.stringify(events));
  return first;
}

describe('what a meeting asks of a decision without a vote (BA-06)', () => {
  it('is who was there, and who agreed', () => {
    const reached = decider.decide(stateAfter(decider, [...seeking, ...agreement]), close, facts());
    let step = reached.next();
    while (!step.done) step = reached.next();
    const state = stateAfter(decider, [...seeking, ...agreement, ...step.value]);
    expect(state.lastVote?.agreed).toEqual({ presentSeatIds: [...members], agreeingSeatIds: [...members] });
  });
});

describe('CallConsensus', () => {
  it('pins text, rule, eligibility and where they were read', () => {
    motion(...pending)
      .when(call, facts())
      .live.records(called)
      .withFindings();
  });
  it.each([
    ['a member', { kind: 'seat', id: 'lausd-1' }],
    ['a facilitator without a seat', { kind: 'person', id: 'facilitator' }],
  ] as const)('may be called by %s (SP-11)', (_who, calledBy) => {
    const otherRoles = [{ role: 'facilitator', holderId: 'facilitator' }] as const;
    motion(...pending)
      .when({ ...call, calledBy }, facts({ roster: { ...roster, otherRoles } }))
      .live.records({ ...called, calledBy });
  });
  it('is not for strangers, nor for members who are away', () => {
    motion(...pending)
      .when({ ...call, calledBy: { kind: 'person', id: 'visitor' } }, facts())
      .live.rejectedWith('NOT_ENTITLED_AS_OF', { rule: 'SP-11' })
      .minutes.withFindings('NOT_ENTITLED_AS_OF');
    motion(...pending)
      .when(
        { ...call, calledBy: { kind: 'seat', id: 'lausd-2' } },
        inRoom({ present: members.filter((one) => one !== 'lausd-2') }),
      )
      .live.rejectedWith('NOT_PRESENT');
    motion(...pending)
      .when({ ...call, calledBy: { kind: 'seat', id: 'lausd-vacant' } }, facts())
      .historicalImport.rejectedWith('NOT_ENTITLED_AS_OF');
  });
  it('needs a rule that knows consensus, in every mode', () => {
    motion(...pending)
      .when({ ...call, rule }, facts())
      .historicalImport.rejectedWith('CONSENSUS_NOT_IN_RULE', { mode: 'vote' });
    const { consensus: _consensus, ...withoutTerms } = consensusRule;
    motion(...pending)
      .when({ ...call, rule: withoutTerms }, facts())
      .minutes.rejectedWith('RULE_NOT_EVALUABLE', { problems: [{ path: 'consensus' }] });
  });
  it('a rule of consensus alone needs no test on votes', () => {
    const alone = { ...consensusRule, mode: 'consensus', passIfAny: [] } as const;
    motion(...pending)
      .when({ ...call, rule: alone }, facts())
      .live.records({ ...called, rule: alone });
  });
  it('SECOND_REQUIRED, VOTE_EVENT_EXISTS, TEXT_HASH_MISMATCH, QUORUM_NOT_ESTABLISHED, OUTSIDE_MEETING', () => {
    motion(...pending.slice(0, -2), moved)
      .when(call, facts())
      .live.rejectedWith('SECOND_REQUIRED')
      .minutes.records('ConsensusCalled')
      .withFindings('SECOND_REQUIRED');
    motion(...seeking, { type: 'ConsensusAborted', roundId: 'round-1', reason: 'late' })
      .when(call, facts())
      .minutes.rejectedWith('VOTE_EVENT_EXISTS');
    motion(...pending)
      .when({ ...call, textSha256: 'b'.repeat(64) }, facts())
      .minutes.rejectedWith('TEXT_HASH_MISMATCH');
    motion(...pending)
      .when(call, inRoom({ present: ['lausd-1', 'utla-1'] }))
      .live.rejectedWith('QUORUM_NOT_ESTABLISHED');
    motion(...pending)
      .when(call, inRoom({ inSession: false }, { regime: 'BROWN_ACT' }))
      .live.rejectedWith('OUTSIDE_MEETING', { rule: 'BA-16' })
      .minutes.withFindings('OUTSIDE_MEETING');
  });
});

describe('a position', () => {
  it('is one of five, of whoever sits', () => {
    motion(...seeking)
      .when(says({ position: 'stand_aside', reason: 'Not our school.' }), inRoom({ alternates: ['lausd-1'] }))
      .live.records(position('lausd-1', 'stand_aside', { reason: 'Not our school.', by: 'alternate' }))
      .withFindings();
  });
  it('BLOCK_REASON_REQUIRED, unless the rule wants none', () => {
    motion(...seeking)
      .when(says({ position: 'block' }), facts())
      .live.rejectedWith('BLOCK_REASON_REQUIRED', { rule: 'SP-09', seatId: 'lausd-1' })
      .minutes.records(position('lausd-1', 'block'))
      .withFindings('BLOCK_REASON_REQUIRED')
      .historicalImport.withFindings('BLOCK_REASON_REQUIRED');
    const lenient = { ...consensusRule, consensus: { maxBlocks: 0, blockReasonRequired: false } };
    motion(...pending, { ...called, rule: lenient })
      .when(says({ position: 'block' }), facts())
      .live.withFindings();
  });
  it('of an advisory seat is heard and not counted; of a seat without a vote it is none (SP-08)', () => {
    motion(...seeking)
      .when(says({ seatId: 'pupil', position: 'block', reason: 'Ask us.' }), facts())
      .live.records(position('pupil', 'block', { reason: 'Ask us.', advisory: true }));
    motion(...seeking, position('pupil', 'agree', { advisory: true }))
      .when(says({ seatId: 'pupil' }), facts())
      .minutes.rejectedWith('DUPLICATE_POSITION');
    motion(...seeking)
      .when(says({ seatId: 'observer' }), facts())
      .historicalImport.rejectedWith('ADVISORY_SEAT');
  });
  it('ROUND_NOT_OPEN, NOT_ENTITLED_AS_OF, DUPLICATE_POSITION, NOT_PRESENT, RECUSED_CANNOT_VOTE, ROLE_FORBIDS_VOTING', () => {
    motion(...seeking)
      .when(says({ roundId: 'round-9' }), facts())
      .minutes.rejectedWith('ROUND_NOT_OPEN', { open: 'round-1' });
    motion(...pending)
      .when(says(), facts())
      .minutes.rejectedWith('ROUND_NOT_OPEN');
    motion(...seeking)
      .when(says({ seatId: 'parent-1' }), facts())
      .minutes.rejectedWith('NOT_ENTITLED_AS_OF');
    motion(...seeking, position('lausd-1', 'agree'))
      .when(says({ position: 'block' }), facts())
      .historicalImport.rejectedWith('DUPLICATE_POSITION');
    motion(...seeking)
      .when(says(), inRoom({ present: [] }))
      .live.rejectedWith('NOT_PRESENT')
      .minutes.withFindings('NOT_PRESENT');
    motion(...seeking)
      .when(says(), inRoom({ recused: ['lausd-1'] }))
      .live.rejectedWith('RECUSED_CANNOT_VOTE', { rule: 'SP-10' })
      .minutes.withFindings('RECUSED_CANNOT_VOTE');
    const facilitated = {
      ...called,
      eligibility: {
        ...called.eligibility,
        seats: rosterWith({ 'lausd-1': { roles: ['facilitator'] } }).seats,
      },
    };
    motion(...pending, facilitated)
      .when(says(), facts())
      .live.rejectedWith('ROLE_FORBIDS_VOTING', { rule: 'SP-11' });
  });
  it('outside a meeting', () => {
    motion(...seeking)
      .when(says(), inRoom({ inSession: false }, { regime: 'BROWN_ACT' }))
      .live.rejectedWith('OUTSIDE_MEETING')
      .minutes.withFindings('OUTSIDE_MEETING');
  });
});

describe('ChangeConsensusPosition', () => {
  const held = [...seeking, position('lausd-1', 'block', { reason: 'Too early.' })];
  const change = { ...says({ position: 'stand_aside' }), type: 'ChangeConsensusPosition' } as const;
  it('keeps what was said before', () => {
    motion(...held)
      .when(change, facts())
      .live.records({
        type: 'ConsensusPositionChanged',
        roundId: 'round-1',
        seatId: 'lausd-1',
        from: 'block',
        to: 'stand_aside',
      });
  });
  it('NO_POSITION_TO_CHANGE, POSITION_UNCHANGED, BALLOT_STANDS, TIME_INVERTED, BLOCK_REASON_REQUIRED', () => {
    motion(...seeking)
      .when(change, facts())
      .minutes.rejectedWith('NO_POSITION_TO_CHANGE');
    motion(...held)
      .when({ ...change, position: 'block', reason: 'Too early.' }, facts())
      .minutes.rejectedWith('POSITION_UNCHANGED');
    motion(...held)
      .when({ ...change, position: 'block', reason: 'Too late.' }, facts())
      .live.records('ConsensusPositionChanged');
    motion(...held)
      .when(change, inRoom({ alternates: ['lausd-1'] }))
      .live.rejectedWith('BALLOT_STANDS', { rule: 'SP-06' });
    motion(...held)
      .when(change, facts({ at: atInstant('2026-09-01T16:59:00Z') }))
      .minutes.rejectedWith('TIME_INVERTED');
    motion(...seeking, position('lausd-1', 'agree'))
      .when({ ...change, position: 'block' }, facts())
      .live.rejectedWith('BLOCK_REASON_REQUIRED');
  });
});

describe('CloseConsensus', () => {
  it('reached: the motion is adopted in the same append', () => {
    motion(...seeking, ...agreement)
      .when(close, facts())
      .live.records('ConsensusReached', { type: 'MotionAdopted', roundId: 'round-1' })
      .withFindings();
  });
  it('as many stand aside as may, and one agrees', () => {
    motion(...seeking, ...positionsOf('agree', 'abstain', 'abstain', 'abstain', 'abstain', 'stand_aside'))
      .when(close, facts())
      .live.records('ConsensusReached', 'MotionAdopted');
  });
  it.each([
    ['BLOCKED', ['block', 'agree', 'agree', 'agree', 'agree', 'agree']],
    ['TOO_MANY_STAND_ASIDES', ['stand_aside', 'stand_aside', 'agree', 'agree', 'agree', 'agree']],
    ['NOBODY_AGREES', ['abstain', 'abstain', 'abstain', 'abstain', 'abstain', 'abstain']],
  ] as const)('%s: the round fails, and the rule says what is left', (reason, said) => {
    expect(failure([...seeking, ...positionsOf(...said)])).toMatchObject({ reason, next: ['round', 'vote'] });
    const last = { ...called, round: 2 };
    expect(failure([...pending, last, ...positionsOf(...said)])).toMatchObject({ reason, next: ['vote'] });
  });
  it('where nothing is left, the motion is rejected', () => {
    const alone = { ...called, round: 2, rule: { ...consensusRule, mode: 'consensus' as const } };
    motion(...pending, alone, ...positionsOf('block', 'agree', 'agree', 'agree', 'agree', 'agree'))
      .when(close, facts())
      .live.records('ConsensusFailed', { type: 'MotionRejected', roundId: 'round-1', reason: 'BLOCKED' });
  });
  it('every present voting seat has a position; silence is none, and absence needs none', () => {
    const five = agreement.slice(0, 5);
    motion(...seeking, ...five)
      .when(close, facts())
      .live.rejectedWith('POSITIONS_MISSING', { rule: 'SP-09', seatIds: ['utla-3'] })
      .minutes.records('ConsensusFailed')
      .withFindings('POSITIONS_MISSING');
    motion(...seeking, ...five)
      .when(close, inRoom({ present: members.slice(0, 5) }))
      .live.records('ConsensusReached', 'MotionAdopted');
    motion(...seeking, ...five)
      .when(close, inRoom({ recused: ['utla-3'] }))
      .live.records('ConsensusReached', 'MotionAdopted');
  });
  it('an advisory block prevents nothing', () => {
    motion(...seeking, ...agreement, position('pupil', 'block', { advisory: true }))
      .when(close, facts())
      .live.records('ConsensusReached', 'MotionAdopted');
  });
  it('without a quorum there is none; a Brown Act body may not even find so (BA-15)', () => {
    const gone = (regime: 'BROWN_ACT' | 'BYLAWS_ONLY') =>
      facts({ attendance: attendance({ present: members.slice(1) }), regime });
    motion(...seeking, ...agreement)
      .when(close, gone('BYLAWS_ONLY'))
      .live.records('ConsensusFailed')
      .withFindings('CONSTITUENCY_QUORUM_LOST', 'MANDATORY_SEAT_ABSENT');
    motion(...seeking, ...agreement)
      .when(close, gone('BROWN_ACT'))
      .live.rejectedWith('CONSTITUENCY_QUORUM_LOST');
  });
  it('TIME_INVERTED, ROUND_NOT_OPEN', () => {
    motion(...seeking, ...agreement)
      .when(close, facts({ at: atInstant('2026-09-01T16:00:00Z') }))
      .minutes.rejectedWith('TIME_INVERTED');
    motion(...pending)
      .when(close, facts())
      .minutes.rejectedWith('ROUND_NOT_OPEN');
  });
});

describe('rounds', () => {
  const blocked = positionsOf('block', 'agree', 'agree', 'agree', 'agree', 'agree');
  const failed = [...seeking, ...blocked, failure([...seeking, ...blocked])];
  it('are counted by text and meeting', () => {
    motion(...failed)
      .when({ ...call, roundId: 'round-2' }, facts())
      .live.records({ ...called, roundId: 'round-2', round: 2 });
    const elsewhere = inRoom({ meetingId: 'meeting-2' });
    motion(...failed)
      .when({ ...call, roundId: 'round-2', meetingId: 'meeting-2', itemId: 'item-1' }, elsewhere)
      .live.records({ ...called, roundId: 'round-2', meetingId: 'meeting-2' });
  });
  it('CONSENSUS_ROUNDS_EXHAUSTED', () => {
    const second = [...failed, { ...called, roundId: 'round-2', round: 2 }];
    const twice = [...second, { ...failure([...seeking, ...blocked]), roundId: 'round-2' }];
    motion(...twice)
      .when({ ...call, roundId: 'round-3' }, facts())
      .live.rejectedWith('CONSENSUS_ROUNDS_EXHAUSTED', { round: 3, rounds: 2 })
      .minutes.withFindings('CONSENSUS_ROUNDS_EXHAUSTED');
  });
  it('one that is broken off does not count', () => {
    motion(...seeking, { type: 'ConsensusAborted', roundId: 'round-1', reason: 'The text was another.' })
      .when({ ...call, roundId: 'round-2' }, facts())
      .live.records({ ...called, roundId: 'round-2', round: 1 });
  });

  const openVote: OpenVote = {
    type: 'OpenVote',
    voteEventId: 'vote-1',
    rule: consensusRule,
    method: 'roll_call',
  };
  it('the vote follows a failed round in the same meeting (SP-09)', () => {
    motion(...failed)
      .when(openVote, facts())
      .live.records('VoteOpened')
      .withFindings();
    motion(...pending)
      .when(openVote, facts())
      .live.rejectedWith('CONSENSUS_NOT_TRIED', { rule: 'SP-09' })
      .minutes.withFindings('CONSENSUS_NOT_TRIED');
    motion(...failed)
      .when({ ...openVote, meetingId: 'meeting-2', itemId: 'item-1' }, inRoom({ meetingId: 'meeting-2' }))
      .live.rejectedWith('CONSENSUS_NOT_TRIED');
  });
  it('never where the rule decides by consensus alone', () => {
    motion(...failed)
      .when({ ...openVote, rule: { ...consensusRule, mode: 'consensus' } }, facts())
      .live.rejectedWith('VOTE_NOT_IN_RULE')
      .minutes.withFindings('VOTE_NOT_IN_RULE');
  });
});

describe('AbortConsensus', () => {
  it('leaves the motion pending', () => {
    const abort = { type: 'AbortConsensus', roundId: 'round-1', reason: 'Fire alarm.' } as const;
    const aborted = { type: 'ConsensusAborted', roundId: 'round-1', reason: 'Fire alarm.' } as const;
    motion(...seeking)
      .when(abort, facts())
      .live.records(aborted);
    expect(stateAfter(decider, [...seeking, aborted])).toMatchObject({ status: 'pending' });
    motion(...pending)
      .when(abort, facts())
      .minutes.rejectedWith('ROUND_NOT_OPEN');
  });
});
