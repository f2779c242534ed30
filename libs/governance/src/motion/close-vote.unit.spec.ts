import { describe, expect, it } from '@jest/globals';
import { atInstant, settle, unknownWhen } from '../kernel/index.ts';
import type { RecordingMode } from '../kernel/index.ts';
import { eligibilityOf } from '../tally/index.ts';
import { bodyMajority, concurrent, fullQuorum, ruleOf } from '../tally/testing/rules.ts';
import { given, happened, stateAfter } from '../testing/index.ts';
import { decider, rollCall } from './index.ts';
import type { CloseVote, Facts, MotionEvent, VoteClosed } from './index.ts';
import {
  attendance,
  ballot,
  ballots,
  called,
  everybody,
  facts,
  inRoom,
  members,
  rosterWith,
  rule,
  voting,
  votingUnder,
} from './testing/committee.ts';

const motion = given(decider);
const closeVote: CloseVote = { type: 'CloseVote', voteEventId: 'vote-1' };
const without = (...seatIds: readonly string[]) => everybody.filter((one) => !seatIds.includes(one));

/** The VoteClosed that follows. */
function closed(
  history: readonly MotionEvent[],
  command = closeVote,
  given: Facts = facts(),
  mode: RecordingMode = 'minutes',
): VoteClosed {
  const outcome = settle(decider.decide(stateAfter(decider, history), command, given), mode, given);
  const [first] = outcome.accepted ? outcome.events : [];
  if (first?.type !== 'VoteClosed') throw new Error(JSON.stringify(outcome));
  return first;
}

describe('CloseVote', () => {
  it('records the roll call, the tally, and what it makes of the motion, at once', () => {
    const history = [...voting, ...ballots('yes', 'yes', 'yes', 'yes', 'yes', 'no')];
    motion(...history)
      .when(closeVote, facts())
      .live.records('VoteClosed', { type: 'MotionAdopted', voteEventId: 'vote-1' })
      .withFindings();
    expect(closed(history)).toMatchObject({
      voteEventId: 'vote-1',
      meetingRevision: 12,
      rollCall: [...members.slice(0, 5).map((seatId) => called(seatId, 'yes')), called('utla-3', 'no')],
      tally: {
        result: 'pass',
        counts: [{ option: 'yes', value: 5 }, { option: 'no', value: 1 }, {}, {}, {}],
      },
    });
  });

  it('rejects with the reason of the tally', () => {
    const history = motion(...voting, ...ballots('yes', 'yes', 'yes', 'yes', 'no', 'no'));
    history
      .when(closeVote, facts())
      .live.records('VoteClosed', { type: 'MotionRejected', voteEventId: 'vote-1', reason: 'TEST_FAILED' });
  });

  it.each([
    ['fails', 'TIE'],
    ['mediation', 'TIE_TO_MEDIATION'],
  ] as const)('a tie that %s', (tie, reason) => {
    motion(...votingUnder({ rule: { ...rule, tie } }), ...ballots('yes', 'yes', 'yes', 'no', 'no', 'no'))
      .when(closeVote, facts())
      .live.records('VoteClosed', { type: 'MotionRejected', voteEventId: 'vote-1', reason });
  });

  it('leaves the outcome for the meeting that asks', () => {
    const event = closed([...voting, ...ballots('yes')]);
    const { vote, lastVote } = stateAfter(decider, [...voting, event]);
    expect(vote).toBeUndefined();
    expect(lastVote?.closed).toEqual({ result: 'fail', rollCall: event.rollCall });
  });

  it('TIME_INVERTED, MEETING_UNKNOWN', () => {
    motion(...voting)
      .when(closeVote, facts({ at: atInstant('2026-09-01T16:00:00Z') }))
      .minutes.rejectedWith('TIME_INVERTED');
    const later = happened('2026-09-01T17:30:00Z', ballot('lausd-1', 'yes'));
    motion(...voting, later, ballot('lausd-2', 'yes'))
      .when(closeVote, facts({ at: atInstant('2026-09-01T17:15:00Z') }))
      .historicalImport.rejectedWith('TIME_INVERTED', { notBefore: '2026-09-01T17:30:00Z' });
    motion(...voting, later)
      .when(closeVote, facts({ at: { ...unknownWhen, literal: '2026-09-01' } }))
      .minutes.records('VoteClosed', 'MotionRejected');
    motion(...voting)
      .when(closeVote, facts({ attendance: undefined }))
      .minutes.rejectedWith('MEETING_UNKNOWN');
  });
  it('OUTSIDE_MEETING', () => {
    motion(...voting, ...ballots('yes', 'yes', 'yes', 'yes', 'yes', 'yes'))
      .when(closeVote, inRoom({ inSession: false }, { regime: 'BROWN_ACT' }))
      .live.rejectedWith('OUTSIDE_MEETING')
      .minutes.records('VoteClosed', 'MotionAdopted')
      .withFindings('OUTSIDE_MEETING');
  });
});

describe('the roll call', () => {
  it('is of every filled voting seat: ballot, else recusal, else presence; never an abstention', () => {
    const history = [...voting, ballot('lausd-1', 'yes'), ballot('lausd-2', 'abstain')];
    const room = inRoom({ present: without('utla-2', 'utla-3'), recused: ['utla-1', 'utla-2'] });
    expect(closed(history, closeVote, room).rollCall).toEqual([
      called('lausd-1', 'yes'),
      called('lausd-2', 'abstain'),
      called('lausd-3', 'not voting'),
      called('utla-1', 'recused'),
      called('utla-2', 'recused', false),
      called('utla-3', 'absent', false),
    ]);
  });
  it('a ballot stands when its member has left, and the member is not counted as present', () => {
    const event = closed(
      [...voting, ...ballots('yes', 'yes', 'yes', 'yes', 'yes', 'yes')],
      closeVote,
      inRoom({ present: without('utla-3') }),
    );
    expect(event.rollCall.at(-1)).toEqual({ ...called('utla-3', 'yes', false), by: 'member' });
    expect(event.tally.quorum.tests[0]).toMatchObject({ present: 5 });
    expect(event.tally.counts[0]).toEqual({ option: 'yes', value: 6 });
  });
  it('a ballot of an alternate stands when the member takes the seat', () => {
    const history = [...voting, ballot('lausd-1', 'yes', { by: 'alternate' })];
    expect(closed(history).rollCall[0]).toEqual({ ...called('lausd-1', 'yes'), by: 'alternate' });
  });
  it('says who sits in silence, and nobody for who is away', () => {
    const history = [...voting, ballot('lausd-2', 'excused')];
    const room = inRoom({ present: without('lausd-2', 'lausd-3'), alternates: ['lausd-1'] });
    expect(closed(history, closeVote, room).rollCall.slice(0, 3)).toEqual([
      { ...called('lausd-1', 'not voting'), by: 'alternate' },
      called('lausd-2', 'excused', false),
      called('lausd-3', 'absent', false),
    ]);
  });
  it('has the latest of changed ballots, and no advisory ones', () => {
    const history: MotionEvent[] = [
      ...voting,
      ballot('lausd-1', 'yes'),
      { type: 'BallotChanged', voteEventId: 'vote-1', seatId: 'lausd-1', from: 'yes', to: 'no' },
      { type: 'AdvisoryBallotRecorded', voteEventId: 'vote-1', seatId: 'pupil', option: 'yes' },
    ];
    const { rollCall: roll, tally } = closed(history);
    expect(roll.map(({ seatId }) => seatId)).toEqual(members);
    expect(roll[0]).toMatchObject({ option: 'no' });
    expect(tally.counts).not.toContainEqual({ option: 'yes', value: 1 });
  });
  it('has no seat of unknown right, and counts none', () => {
    const eligibility = eligibilityOf(rosterWith({ 'lausd-1': { votingRight: 'unknown' } }));
    const event = closed([...votingUnder({ eligibility }), ballot('lausd-1', 'yes')]);
    expect(event.rollCall.map(({ seatId }) => seatId)).toEqual(members.slice(1));
    expect(event.tally.counts).not.toContainEqual({ option: 'yes', value: 1 });
  });
  it('can be read while the vote is open', () => {
    const { vote } = stateAfter(decider, [...voting, ballot('lausd-1', 'yes')]);
    expect(vote && rollCall(vote, attendance()).map(({ option }) => option)).toEqual([
      'yes',
      ...Array<string>(5).fill('not voting'),
    ]);
  });
});

describe('MISSING_MEMBER_VOTES', () => {
  const oneSilent = motion(...voting, ...ballots('yes', 'yes', 'yes', 'yes', 'yes'));
  it('a Brown Act body reports every present member’s vote or abstention', () => {
    oneSilent
      .when(closeVote, facts({ regime: 'BROWN_ACT' }))
      .live.rejectedWith('MISSING_MEMBER_VOTES', { rule: 'BA-09', seatIds: ['utla-3'] })
      .minutes.rejectedWith('MISSING_MEMBER_VOTES')
      .historicalImport.records('VoteClosed', 'MotionAdopted')
      .withFindings('MISSING_MEMBER_VOTES');
  });
  it('one who was excused and came after all has not answered', () => {
    motion(...voting, ...ballots('yes', 'yes', 'yes', 'yes', 'yes', 'excused'))
      .when(closeVote, facts({ regime: 'BROWN_ACT' }))
      .live.rejectedWith('MISSING_MEMBER_VOTES', { seatIds: ['utla-3'] });
  });
  it('not of those who are away, and not of other bodies', () => {
    oneSilent
      .when(closeVote, inRoom({ present: without('utla-3') }, { regime: 'BROWN_ACT' }))
      .live.records('VoteClosed', 'MotionAdopted')
      .withFindings();
    oneSilent.when(closeVote, facts()).live.records('VoteClosed', 'MotionAdopted').withFindings();
  });
});

describe('a quorum that is lost while the vote is open', () => {
  const history = motion(...voting, ...ballots('yes', 'yes', 'yes', 'yes', 'yes', 'yes'));
  const lost = { present: without('utla-2', 'utla-3', 'lausd-3') };
  const rejected: MotionEvent = {
    type: 'MotionRejected',
    voteEventId: 'vote-1',
    reason: 'QUORUM_NOT_ESTABLISHED',
  };

  it('fails the motion, which is noted', () => {
    history
      .when(closeVote, inRoom(lost))
      .live.records('VoteClosed', rejected)
      .withFindings('QUORUM_NOT_ESTABLISHED', 'CONSTITUENCY_QUORUM_LOST');
  });
  it('BA-15: a Brown Act body takes no action; the vote is aborted', () => {
    history
      .when(closeVote, inRoom(lost, { regime: 'BROWN_ACT' }))
      .live.rejectedWith('QUORUM_NOT_ESTABLISHED')
      .minutes.records('VoteClosed', rejected)
      .withFindings('QUORUM_NOT_ESTABLISHED', 'CONSTITUENCY_QUORUM_LOST');
  });
  it('a member leaves between two votes: only the second lacks a quorum', () => {
    const passed = [...voting, ...ballots('yes', 'yes', 'yes', 'yes', 'yes', 'yes')];
    expect(closed(passed).tally.quorum.pass).toBe(true);
    expect(closed(passed, closeVote, inRoom({ present: without('utla-1') })).tally).toMatchObject({
      quorum: { pass: false },
      reason: 'MANDATORY_SEAT_ABSENT',
    });
  });
});

describe('COUNTS_DO_NOT_RECONCILE', () => {
  const history = motion(...voting, ...ballots('yes', 'yes', 'yes', 'yes', 'yes', 'no'));
  const announced = (yes: number, ofUtla = 2): CloseVote => ({
    ...closeVote,
    counts: [
      { option: 'yes', value: yes },
      { option: 'absent', value: 0 },
      { option: 'yes', value: ofUtla, constituencyId: 'UTLA' },
    ],
  });

  it('compares what was announced with the roll call', () => {
    history.when(announced(5), facts()).live.records('VoteClosed', 'MotionAdopted').withFindings();
    history
      .when(announced(6, 3), facts())
      .live.rejectedWith('COUNTS_DO_NOT_RECONCILE', {
        differences: [
          { option: 'yes', announced: 6, recorded: 5 },
          { option: 'yes', announced: 3, recorded: 2, constituencyId: 'UTLA' },
        ],
      })
      .minutes.records('VoteClosed', 'MotionAdopted')
      .withFindings('COUNTS_DO_NOT_RECONCILE');
  });
});

describe('PAIR_NOT_MUTUAL', () => {
  const pair = (seatId: string, pairedWithSeatId: string) => ballot(seatId, 'paired', { pairedWithSeatId });
  it('a pair names each other', () => {
    motion(...voting, pair('lausd-1', 'utla-1'), pair('utla-1', 'lausd-1'))
      .when(closeVote, facts())
      .live.records('VoteClosed', 'MotionRejected')
      .withFindings();
    motion(...voting, pair('lausd-1', 'utla-1'), pair('utla-1', 'lausd-2'))
      .when(closeVote, facts())
      .live.rejectedWith('PAIR_NOT_MUTUAL', { seatId: 'lausd-1' })
      .minutes.withFindings('PAIR_NOT_MUTUAL', 'PAIR_NOT_MUTUAL');
  });
});

describe('a casting vote', () => {
  const chairCasts = ruleOf([bodyMajority], { tie: 'chair_casts', quorum: fullQuorum });
  /** The co-chairs have not voted; the others are two and two. */
  const twoAndTwo = [
    ballot('lausd-2', 'yes'),
    ballot('lausd-3', 'yes'),
    ballot('utla-2', 'no'),
    ballot('utla-3', 'no'),
  ];
  const tied = [...votingUnder({ rule: chairCasts }), ...twoAndTwo];
  const cast = (seatId: string, option: 'yes' | 'no' = 'yes'): CloseVote => ({
    ...closeVote,
    castingVote: { seatId, option },
  });

  it('CASTING_VOTE_REQUIRED: where the chair can break the tie', () => {
    motion(...tied)
      .when(closeVote, facts())
      .live.rejectedWith('CASTING_VOTE_REQUIRED')
      .minutes.records('VoteClosed', { type: 'MotionRejected', voteEventId: 'vote-1', reason: 'TIE' })
      .withFindings('CASTING_VOTE_REQUIRED');
  });
  it('is not awaited from a chair who is not there', () => {
    const noQuorum = [...votingUnder({ rule: { ...chairCasts, quorum: [] } }), ...tied.slice(voting.length)];
    motion(...noQuorum)
      .when(closeVote, inRoom({ present: without('lausd-1', 'utla-1') }))
      .live.records('VoteClosed', 'MotionRejected')
      .withFindings();
    motion(...noQuorum)
      .when(closeVote, inRoom({ present: without('lausd-1') }))
      .live.rejectedWith('CASTING_VOTE_REQUIRED', { seatIds: ['utla-1'] });
  });
  it('breaks it', () => {
    motion(...tied)
      .when(cast('lausd-1'), facts())
      .live.records('VoteClosed', 'MotionAdopted')
      .withFindings();
    motion(...tied)
      .when(cast('lausd-1', 'no'), facts())
      .live.records('VoteClosed', { type: 'MotionRejected', voteEventId: 'vote-1', reason: 'TEST_FAILED' });
    expect(closed(tied, cast('lausd-1'))).toMatchObject({
      castingVote: { seatId: 'lausd-1', option: 'yes' },
      tally: { castingVote: 'yes' },
    });
  });
  it('CHAIR_HAS_VOTED: nobody votes twice, and nobody waits for it', () => {
    const bothVoted = [
      ...votingUnder({ rule: chairCasts }),
      ...ballots('yes', 'yes', 'yes', 'no', 'no', 'no'),
    ];
    motion(...bothVoted)
      .when(cast('lausd-1'), facts())
      .live.rejectedWith('CHAIR_HAS_VOTED', { seatId: 'lausd-1', option: 'yes' })
      .minutes.records('VoteClosed', 'MotionAdopted')
      .withFindings('CHAIR_HAS_VOTED')
      .historicalImport.withFindings('CHAIR_HAS_VOTED');
    motion(...bothVoted)
      .when(closeVote, facts())
      .live.records('VoteClosed', { type: 'MotionRejected', voteEventId: 'vote-1', reason: 'TIE' })
      .withFindings();
  });
  it('is not asked for where it could not help', () => {
    const sides = votingUnder({ rule: { ...chairCasts, passIfAny: [concurrent] } });
    motion(...sides, ...ballots('yes', 'yes', 'yes', 'no', 'no', 'no'))
      .when(closeVote, facts())
      .live.records('VoteClosed', 'MotionRejected')
      .withFindings();
  });
  it('CASTING_VOTE_WITHOUT_TIE: recorded, and not counted', () => {
    const history = [...votingUnder({ rule: chairCasts }), ...ballots('yes', 'yes', 'no', 'no', 'no')];
    motion(...history)
      .when(cast('lausd-1'), facts())
      .live.rejectedWith('CASTING_VOTE_WITHOUT_TIE')
      .minutes.records('VoteClosed', 'MotionRejected')
      .withFindings('CASTING_VOTE_WITHOUT_TIE');
    expect(closed(history, cast('lausd-1'))).toMatchObject({
      castingVote: { option: 'yes' },
      tally: { result: 'fail' },
    });
    motion(...voting, ...ballots('yes', 'no'))
      .when(cast('lausd-1'), facts())
      .live.rejectedWith('CASTING_VOTE_WITHOUT_TIE', { tie: 'fails' });
  });
  it('NOT_ENTITLED_AS_OF, NOT_CHAIR_AS_OF, NOT_PRESENT, RECUSED_CANNOT_VOTE', () => {
    motion(...tied)
      .when(cast('visitor'), facts())
      .minutes.rejectedWith('NOT_ENTITLED_AS_OF');
    motion(...tied)
      .when(cast('lausd-2'), facts())
      .live.rejectedWith('NOT_CHAIR_AS_OF')
      .minutes.withFindings('NOT_CHAIR_AS_OF', 'CHAIR_HAS_VOTED');
    const noQuorum = { ...chairCasts, quorum: [] };
    const withoutQuorum = [...votingUnder({ rule: noQuorum }), ...twoAndTwo];
    motion(...withoutQuorum)
      .when(cast('lausd-1'), inRoom({ present: without('lausd-1') }))
      .live.rejectedWith('NOT_PRESENT')
      .minutes.withFindings('NOT_PRESENT');
    motion(...withoutQuorum)
      .when(cast('lausd-1'), inRoom({ recused: ['lausd-1'] }))
      .live.rejectedWith('RECUSED_CANNOT_VOTE')
      .minutes.withFindings('RECUSED_CANNOT_VOTE');
  });
});
