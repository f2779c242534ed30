import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RosterProxy } from '../../body/roster.ts';
import { settle } from '../../kernel/index.ts';
import { explain, tally } from '../../tally/index.ts';
import type { VoteOption } from '../../tally/index.ts';
import { bodyMajority, ruleOf } from '../../tally/testing/rules.ts';
import { given, stateAfter } from '../../testing/index.ts';
import { rederive, streamsRead } from '../index.ts';
import type { Command, Facts, MotionEvent, ReportVoteTellers, VoteClosed, VoteTotal } from '../index.ts';
import { byClause as decider } from '../testing/by-clause.ts';
import {
  everybody,
  facts,
  inRoom,
  members,
  opened,
  pending,
  roster,
  rule,
  votingUnder,
} from '../testing/committee.ts';

const motion = given(decider);
const majority = ruleOf([bodyMajority], { clauseRef: rule.clauseRef! });
const secret = (changes: Partial<typeof opened> = {}) =>
  votingUnder({ method: 'secret', rule: majority, ...changes });
const vote = { voteEventId: 'vote-1' } as const;
const tellers = [{ kind: 'person', id: 'teller' }] as const;
const report = (...totals: readonly VoteTotal[]): ReportVoteTellers => ({
  type: 'ReportVoteTellers',
  ...vote,
  tellers,
  totals,
});
const close: Command = { type: 'CloseVote', ...vote };
const sides = (yes: number, no: number): readonly VoteTotal[] =>
  ['LAUSD', 'UTLA'].flatMap((constituencyId) => [
    { option: 'yes' as const, value: yes, constituencyId },
    { option: 'no' as const, value: no, constituencyId },
  ]);

function after(history: readonly MotionEvent[], commands: readonly Command[], room: Facts = facts()) {
  return commands.reduce((events, command) => {
    const outcome = settle(decider.decide(stateAfter(decider, events), command, room), 'live', room);
    if (!outcome.accepted) throw new Error(JSON.stringify(outcome.objection));
    return [...events, ...outcome.events];
  }, history);
}
const closedOf = (events: readonly MotionEvent[]): VoteClosed => {
  const closed = events.find((event): event is VoteClosed => event.type === 'VoteClosed');
  if (!closed) throw new Error('not closed');
  return closed;
};

describe('a secret vote', () => {
  it.each([
    { type: 'RecordBallot', ...vote, seatId: 'lausd-1', option: 'yes' },
    { type: 'ChangeBallot', ...vote, seatId: 'lausd-1', option: 'yes' },
    { type: 'RecordBlocBallot', ...vote, constituencyId: 'UTLA', option: 'yes' },
    { type: 'RecordAdvisoryBallot', ...vote, seatId: 'pupil', option: 'yes' },
  ] as const satisfies readonly Command[])('BALLOT_WOULD_BE_ATTRIBUTED: $type, in no mode', (command) => {
    motion(...secret())
      .when(command, facts())
      .live.rejectedWith('BALLOT_WOULD_BE_ATTRIBUTED')
      .minutes.rejectedWith('BALLOT_WOULD_BE_ATTRIBUTED')
      .historicalImport.rejectedWith('BALLOT_WOULD_BE_ATTRIBUTED');
  });
  it('BALLOT_WOULD_BE_ATTRIBUTED: nobody’s ballot is corrected, and nobody’s absence becomes one', () => {
    const away = inRoom({ present: everybody.filter((one) => one !== 'utla-3') });
    const decided = after(secret(), [report({ option: 'yes', value: 4 }), close], away);
    for (const seatId of ['lausd-1', 'utla-3'])
      motion(...decided)
        .when({ type: 'CorrectVoteRecord', ...vote, seatId, to: 'yes', present: true, reason: 'x' }, facts())
        .historicalImport.rejectedWith('BALLOT_WOULD_BE_ATTRIBUTED');
  });
  it('is told by tellers, in totals, and closed on them', () => {
    motion(...secret())
      .when(report({ option: 'yes', value: 4 }, { option: 'no', value: 1 }), facts())
      .live.records({
        ...report({ option: 'yes', value: 4 }, { option: 'no', value: 1 }),
        type: 'VoteTellersReported',
      })
      .withFindings();
    const room = inRoom({ present: members.filter((one) => one !== 'utla-3') });
    const events = after(
      secret(),
      [report({ option: 'yes', value: 3 }, { option: 'abstain', value: 1 }), close],
      room,
    );
    const { rollCall, secret: voters, tally: outcome } = closedOf(events);
    expect(rollCall).toEqual([
      { seatId: 'utla-3', constituencyId: 'UTLA', option: 'absent', present: false },
    ]);
    expect(voters).toEqual({ presentSeatIds: ['lausd-1', 'lausd-2', 'lausd-3', 'utla-1', 'utla-2'] });
    expect(outcome.counts).toEqual([
      { option: 'yes', value: 3 },
      { option: 'abstain', value: 1 },
      { option: 'not voting', value: 1 },
      { option: 'absent', value: 1 },
    ]);
    expect(events.at(-1)).toEqual({ type: 'MotionAdopted', ...vote });
    expect(rederive(events).flatMap(({ differences }) => differences)).toEqual([]);
    expect(explain(outcome, majority, voters).slice(1, 3)).toEqual([
      'Secret ballot: 5 voting seats present could cast a ballot; whose ballot was which is not on record.',
      'Count of the body: 3 yes, 1 abstain, 1 not voting, 1 absent.',
    ]);
  });
  it('is counted by constituency where the rule asks each', () => {
    const both = secret({ rule });
    motion(...both)
      .when(report({ option: 'yes', value: 6 }), facts())
      .historicalImport.rejectedWith('TOTALS_BY_CONSTITUENCY_REQUIRED');
    expect(closedOf(after(both, [report(...sides(2, 1)), close])).tally).toMatchObject({ result: 'pass' });
    const split: readonly VoteTotal[] = [
      { option: 'yes', value: 3, constituencyId: 'LAUSD' },
      { option: 'no', value: 3, constituencyId: 'UTLA' },
    ];
    expect(closedOf(after(both, [report(...split), close])).tally).toMatchObject({
      result: 'fail',
      groupResults: [{ result: 'pass' }, { result: 'fail' }],
    });
  });
  it('COUNTS_DO_NOT_RECONCILE: no more ballots than voters, of the body and of a side; each total once', () => {
    const wrong: readonly (readonly VoteTotal[])[] = [
      [{ option: 'yes', value: 7 }],
      [
        { option: 'yes', value: 2 },
        { option: 'yes', value: 1 },
      ],
      [{ option: 'no', value: 4, constituencyId: 'LAUSD' }],
    ];
    for (const totals of wrong)
      motion(...secret())
        .when(report(...totals), facts())
        .historicalImport.rejectedWith('COUNTS_DO_NOT_RECONCILE');
    motion(...secret())
      .when(report({ option: 'yes', value: 6 }), inRoom({ recused: ['lausd-1'] }))
      .minutes.rejectedWith('COUNTS_DO_NOT_RECONCILE', { ballots: 6, voters: 5 });
  });
  it('BALLOT_NOT_SECRET, TELLERS_HAVE_REPORTED, TELLERS_NOT_HEARD, TELLERS_MISSING', () => {
    const one = report({ option: 'yes', value: 1 });
    motion(...pending, opened)
      .when(one, facts())
      .historicalImport.rejectedWith('BALLOT_NOT_SECRET');
    motion(...secret(), { ...one, type: 'VoteTellersReported' })
      .when(one, facts())
      .historicalImport.rejectedWith('TELLERS_HAVE_REPORTED');
    motion(...secret())
      .when(close, facts())
      .historicalImport.rejectedWith('TELLERS_NOT_HEARD');
    motion(...secret())
      .when({ ...one, tellers: [] }, facts())
      .live.rejectedWith('TELLERS_MISSING')
      .minutes.withFindings('TELLERS_MISSING');
  });
  it('CASTING_VOTE_IN_SECRET_BALLOT: by ballot the chair votes with the others; a tie fails', () => {
    const chair = secret({ rule: { ...majority, tie: 'chair_casts' } });
    const tied = report({ option: 'yes', value: 3 }, { option: 'no', value: 3 });
    motion(...after(chair, [tied]))
      .when({ ...close, castingVote: { seatId: 'lausd-1', option: 'yes' } }, facts())
      .historicalImport.rejectedWith('CASTING_VOTE_IN_SECRET_BALLOT');
    expect(closedOf(after(chair, [tied, close])).tally).toMatchObject({
      tie: true,
      result: 'fail',
      reason: 'TIE',
    });
  });
  it('is a finding of a body under the Brown Act, and refused live (BA-10)', () => {
    motion(...pending)
      .when({ type: 'OpenVote', ...vote, method: 'secret', rule }, facts({ regime: 'BROWN_ACT' }))
      .live.rejectedWith('SECRET_BALLOT_FORBIDDEN', { rule: 'BA-10' })
      .minutes.withFindings('SECRET_BALLOT_FORBIDDEN');
  });
});

describe('proxies in a secret vote', () => {
  const proxy: RosterProxy = { proxyId: 'proxy-1', seatId: 'utla-3', toSeatId: 'utla-2', scope: 'body' };
  const room = inRoom(
    { present: everybody.filter((one) => one !== 'utla-3') },
    { roster: { ...roster, proxies: [proxy] } },
  );
  const byProxy = { ...majority, absentee: 'proxy' } as const;
  const six = { ...report({ option: 'yes', value: 6 }), representedSeatIds: ['utla-3'] };
  it('are given a ballot each, and what it says nobody knows', () => {
    const events = after(secret({ rule: byProxy }), [six, close], room);
    const closed = closedOf(events);
    const represented = [
      { seatId: 'utla-3', proxy: { proxyId: 'proxy-1', seatId: 'utla-2', rosterRevision: 41 } },
    ];
    expect(closed.secret?.represented).toEqual(represented);
    expect(closed.tally.counts).toEqual([{ option: 'yes', value: 6 }]);
    expect(closed.tally.proxies).toBeUndefined();
    expect(rederive(events).flatMap(({ differences }) => differences)).toEqual([]);
  });
  it('PROXY_NOT_ALLOWED, PROXY_NOT_IN_FORCE, COUNTS_DO_NOT_RECONCILE', () => {
    motion(...secret())
      .when(six, room)
      .live.rejectedWith('PROXY_NOT_ALLOWED', { rule: 'SP-07' });
    motion(...secret({ rule: byProxy }))
      .when({ ...six, representedSeatIds: ['utla-1'] }, room)
      .historicalImport.rejectedWith('PROXY_NOT_IN_FORCE');
    motion(...secret({ rule: byProxy }))
      .when(report({ option: 'yes', value: 6 }), room)
      .historicalImport.rejectedWith('COUNTS_DO_NOT_RECONCILE');
  });
  it('are read in the roster, which a secret vote without them does not need', () => {
    const state = stateAfter(decider, secret());
    expect([streamsRead(state, six).roster, streamsRead(state, report()).roster]).toEqual([true, false]);
  });
});

describe('whatever the tellers report', () => {
  const counts = fc.record({ yes: fc.nat({ max: 2 }), no: fc.nat({ max: 1 }), abstain: fc.nat({ max: 1 }) });
  const totalsOf = (of: Record<VoteTotal['option'], number>, constituencyId: string): readonly VoteTotal[] =>
    (['yes', 'no', 'abstain'] as const).map((option) => ({ option, value: of[option], constituencyId }));

  it('comes to what the same ballots would openly, tells of no seat how it voted, and replays', () => {
    let closings = 0;
    fc.assert(
      fc.property(counts, counts, fc.subarray([...members], { minLength: 4 }), (lausd, utla, present) => {
        const room = inRoom({ present });
        const totals = [...totalsOf(lausd, 'LAUSD'), ...totalsOf(utla, 'UTLA')];
        const state = stateAfter(decider, secret({ rule }));
        const told = settle(decider.decide(state, report(...totals), room), 'minutes', room);
        if (!told.accepted) return;
        const history = [...secret({ rule }), ...told.events];
        const outcome = settle(decider.decide(stateAfter(decider, history), close, room), 'minutes', room);
        if (!outcome.accepted) throw new Error(JSON.stringify(outcome.objection));
        closings++;
        const { rollCall, tally: stored } = closedOf(outcome.events);
        expect(rollCall.filter(({ option }) => ['yes', 'no', 'abstain'].includes(option))).toEqual([]);
        expect(rederive([...history, ...outcome.events]).flatMap(({ differences }) => differences)).toEqual(
          [],
        );
        // The same ballots, in any order of the seats that are there.
        const open = members.map((seatId) => {
          const side = seatId.startsWith('utla') ? 'UTLA' : 'LAUSD';
          const isThere = present.includes(seatId);
          const mine = present.filter((one) => one.startsWith(side.toLowerCase())).toReversed();
          const of = side === 'UTLA' ? utla : lausd;
          const cast = (['yes', 'no', 'abstain'] as const).flatMap((option) =>
            Array<typeof option>(of[option]).fill(option),
          );
          const option: VoteOption = isThere ? (cast[mine.indexOf(seatId)] ?? 'not voting') : 'absent';
          return { seatId, constituencyId: side, option, present: isThere };
        });
        expect(stored).toEqual(tally(rule, opened.eligibility, open));
      }),
      { numRuns: 600 },
    );
    expect(closings).toBeGreaterThan(30);
  });
});
