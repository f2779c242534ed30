import { describe, expect, it } from '@jest/globals';
import { settle } from '../kernel/index.ts';
import { given, stateAfter } from '../testing/index.ts';
import { decider, rederive } from './index.ts';
import type { MotionEvent, RecordBlocBallot, VoteClosed } from './index.ts';
import { ballot, facts, inRoom, rule, votingUnder } from './testing/committee.ts';

const motion = given(decider);
const blocs = { ...rule, quorum: [], absentee: 'bloc' } as const;
const voting = votingUnder({ rule: blocs });
const cast: RecordBlocBallot = {
  type: 'RecordBlocBallot',
  voteEventId: 'vote-1',
  constituencyId: 'LAUSD',
  option: 'yes',
};
const recorded = (
  constituencyId: string,
  option: 'yes' | 'no',
  ...seatIds: readonly string[]
): MotionEvent => ({
  type: 'BlocBallotRecorded',
  voteEventId: 'vote-1',
  constituencyId,
  option,
  seatIds,
});
const split = [
  { seatId: 'lausd-1', option: 'yes' },
  { seatId: 'lausd-2', option: 'yes' },
  { seatId: 'lausd-3', option: 'no' },
] as const;

describe('RecordBlocBallot', () => {
  it('is cast by the seats that are there and not recused', () => {
    motion(...voting)
      .when(cast, inRoom({ present: ['lausd-1', 'lausd-2', 'utla-1'], recused: ['lausd-2'] }))
      .live.records(recorded('LAUSD', 'yes', 'lausd-1'))
      .withFindings();
  });
  it('BLOC_NOT_GRANTED, BLOC_ABSENT, DUPLICATE_BALLOT: in every mode', () => {
    motion(...votingUnder({ rule }))
      .when(cast, facts())
      .historicalImport.rejectedWith('BLOC_NOT_GRANTED', { rule: 'SP-05' });
    motion(...voting)
      .when(cast, inRoom({ present: ['utla-1'] }))
      .historicalImport.rejectedWith('BLOC_ABSENT');
    for (const before of [ballot('lausd-2', 'no'), recorded('LAUSD', 'no', 'lausd-1')])
      motion(...voting, before)
        .when(cast, facts())
        .historicalImport.rejectedWith('DUPLICATE_BALLOT');
  });
  it('a split is resolved by the clause, or refused', () => {
    motion(...voting)
      .when({ ...cast, positions: split }, facts())
      .historicalImport.rejectedWith('BLOC_SPLIT', { blocSplit: 'refused' });
    const resolved = votingUnder({ rule: { ...blocs, blocSplit: 'majority' } });
    motion(...resolved)
      .when({ ...cast, positions: split }, facts())
      .live.records('BlocBallotRecorded');
    motion(...resolved)
      .when({ ...cast, option: 'no', positions: split }, facts())
      .minutes.rejectedWith('BLOC_SPLIT');
    motion(...voting)
      .when({ ...cast, positions: [{ seatId: 'utla-1', option: 'yes' }] }, facts())
      .minutes.rejectedWith('NOT_ENTITLED_AS_OF');
  });
  it('BLOC_HAS_VOTED: nobody of it votes apart, whoever comes later', () => {
    motion(...voting, recorded('LAUSD', 'yes', 'lausd-1'))
      .when({ type: 'RecordBallot', voteEventId: 'vote-1', seatId: 'lausd-2', option: 'no' }, facts())
      .historicalImport.rejectedWith('BLOC_HAS_VOTED');
    motion(...voting, recorded('LAUSD', 'yes', 'lausd-1'))
      .when({ type: 'ChangeBallot', voteEventId: 'vote-1', seatId: 'lausd-1', option: 'no' }, facts())
      .historicalImport.rejectedWith('BLOC_HAS_VOTED');
  });
});

describe('the tally of blocs', () => {
  const history = [
    ...voting,
    recorded('LAUSD', 'yes', 'lausd-1'),
    recorded('UTLA', 'no', 'utla-1', 'utla-2'),
  ];
  const room = inRoom({ present: ['lausd-1', 'utla-1', 'utla-2'] });
  const decision = decider.decide(
    stateAfter(decider, history),
    { type: 'CloseVote', voteEventId: 'vote-1' },
    room,
  );
  const outcome = settle(decision, 'live', room);
  const events = outcome.accepted ? outcome.events : [];
  const closed = events[0] as VoteClosed;

  it('counts the seats that each side is authorized to have: 4 of one seat, 3 of two', () => {
    // The body: 4 yes of 4 + 3 votes cast, 4 x 2 = 8 > 7. UTLA: 0 x 2 = 0 is not more than 3.
    expect(closed.tally).toMatchObject({
      blocs: [
        { constituencyId: 'LAUSD', option: 'yes', votes: 4, seatIds: ['lausd-1'] },
        { constituencyId: 'UTLA', option: 'no', votes: 3, seatIds: ['utla-1', 'utla-2'] },
      ],
      alternatives: [
        {
          tests: [
            { scope: 'body', yes: 4, no: 3, baseValue: 7, lhs: 8, rhs: 7, pass: true },
            {
              parts: [
                { yes: 4, baseValue: 4, pass: true },
                { yes: 0, no: 3, lhs: 0, rhs: 3, pass: false },
              ],
            },
          ],
        },
      ],
      groupResults: [
        { constituencyId: 'LAUSD', result: 'pass' },
        { constituencyId: 'UTLA', result: 'fail' },
      ],
      result: 'fail',
    });
    expect(closed.rollCall.filter(({ bloc }) => bloc).map(({ seatId }) => seatId)).toEqual([
      'lausd-1',
      'utla-1',
      'utla-2',
    ]);
  });
  it('is worked out again from the stream alone', () => {
    expect(rederive([...history, ...events])[0]?.differences).toEqual([]);
  });
});
