import { describe, expect, it } from '@jest/globals';
import type { RosterProxy } from '../body/roster.ts';
import { settle } from '../kernel/index.ts';
import { bodyMajority, ruleOf } from '../tally/testing/rules.ts';
import { given, stateAfter } from '../testing/index.ts';
import { rederiveDecisions } from './index.ts';
import type { Command, ConsensusFailed, ConsensusReached, Facts, MotionEvent } from './index.ts';
import { byClause as decider } from './testing/by-clause.ts';
import { everybody, inRoom, members, pending, roster, rule } from './testing/committee.ts';
import { electionRound, nominated } from './testing/elections.ts';
import { called, consensusRule, position } from './testing/rounds.ts';

const motion = given(decider);
const proxy: RosterProxy = { proxyId: 'proxy-1', seatId: 'utla-3', toSeatId: 'utla-2', scope: 'body' };
const pin = { proxyId: 'proxy-1', seatId: 'utla-2', rosterRevision: 41 };
const here = everybody.filter((one) => one !== 'utla-3');
const room = (present: readonly string[] = here): Facts =>
  inRoom({ present }, { roster: { ...roster, proxies: [proxy] } });

function after(history: readonly MotionEvent[], commands: readonly Command[], given: Facts) {
  return commands.reduce((events, command) => {
    const outcome = settle(decider.decide(stateAfter(decider, events), command, given), 'live', given);
    if (!outcome.accepted) throw new Error(JSON.stringify(outcome.objection));
    return [...events, ...outcome.events];
  }, history);
}
const differences = (events: readonly MotionEvent[]) =>
  rederiveDecisions(events).flatMap((one) => one.differences);

describe('a proxy in a round of consensus', () => {
  const byProxy = { ...consensusRule, quorum: [], absentee: 'proxy' } as const;
  const seeking = [...pending, { ...called, rule: byProxy }];
  const says = {
    type: 'RecordConsensusPosition',
    roundId: 'round-1',
    seatId: 'utla-3',
    position: 'agree',
  } as const;
  const proxied = position('utla-3', 'agree', { by: 'proxy', proxy: pin });

  it('speaks for a seat that is away, and counts like any other', () => {
    motion(...seeking)
      .when({ ...says, by: 'proxy' }, room())
      .live.records(proxied)
      .withFindings();
    const all = members.map((seatId): Command => ({
      ...says,
      seatId,
      ...(seatId === 'utla-3' && { by: 'proxy' }),
    }));
    const events = after(seeking, [...all, { type: 'CloseConsensus', roundId: 'round-1' }], room());
    const reached = events.find((event): event is ConsensusReached => event.type === 'ConsensusReached');
    expect(reached?.positions.at(-1)).toMatchObject({ by: 'proxy', proxySeatId: 'utla-2', present: false });
    expect(reached?.trace.agreeing).toBe(6);
    expect(differences(events)).toEqual([]);
  });
  it('counts for the quorum only where the clause says so (SP-07)', () => {
    const all = {
      ...byProxy,
      quorum: [{ scope: 'body', base: 'seats_filled', num: 1, den: 1, cmp: 'gte' }],
    } as const;
    const outcome = (countsForQuorum: boolean) => {
      const history = [...pending, { ...called, rule: { ...all, proxy: { countsForQuorum } } }];
      const say = members.map((seatId): Command => ({
        ...says,
        seatId,
        ...(seatId === 'utla-3' && { by: 'proxy' }),
      }));
      return after(history, [...say, { type: 'CloseConsensus', roundId: 'round-1' }], room()).find(
        (event): event is ConsensusReached | ConsensusFailed =>
          event.type === 'ConsensusReached' || event.type === 'ConsensusFailed',
      )?.trace.reason;
    };
    expect([outcome(true), outcome(false)]).toEqual([undefined, 'QUORUM_NOT_ESTABLISHED']);
  });
  it('changes what it said, and no more when the member has come', () => {
    const change = { ...says, type: 'ChangeConsensusPosition', position: 'stand_aside' } as const;
    motion(...seeking, proxied)
      .when(change, room())
      .live.records({
        ...{
          type: 'ConsensusPositionChanged',
          roundId: 'round-1',
          seatId: 'utla-3',
          from: 'agree',
          to: 'stand_aside',
        },
        ...{ by: 'proxy', proxy: pin },
      });
    motion(...seeking, proxied)
      .when(change, room(everybody))
      .live.rejectedWith('BALLOT_STANDS', { rule: 'SP-07' });
  });
  it('PROXY_NOT_ALLOWED, PROXY_NOT_IN_FORCE, PROXY_GIVER_PRESENT, PROXY_HOLDER_ABSENT', () => {
    motion(...pending, called)
      .when({ ...says, by: 'proxy' }, room())
      .live.rejectedWith('PROXY_NOT_ALLOWED', { rule: 'SP-07' })
      .minutes.records(proxied);
    motion(...seeking)
      .when({ ...says, seatId: 'utla-1', by: 'proxy' }, room())
      .historicalImport.rejectedWith('PROXY_NOT_IN_FORCE');
    motion(...seeking)
      .when({ ...says, by: 'proxy' }, room(everybody))
      .live.rejectedWith('PROXY_GIVER_PRESENT');
    motion(...seeking)
      .when({ ...says, by: 'proxy' }, room(here.filter((one) => one !== 'utla-2')))
      .live.rejectedWith('PROXY_HOLDER_ABSENT');
  });
  it('ALTERNATE_NOT_ALLOWED where the rule knows none: an empty chair (SP-06)', () => {
    const none = [...pending, { ...called, rule: { ...consensusRule, absentee: 'none' } as const }];
    const alternate = inRoom({ alternates: ['utla-3'] });
    motion(...none)
      .when(says, alternate)
      .live.rejectedWith('ALTERNATE_NOT_ALLOWED', { rule: 'SP-06' })
      .minutes.withFindings('ALTERNATE_NOT_ALLOWED');
    motion(...pending, called)
      .when(says, alternate)
      .live.records(position('utla-3', 'agree', { by: 'alternate' }));
  });
});

describe('a proxy in an election', () => {
  const majority = ruleOf([bodyMajority], { clauseRef: rule.clauseRef!, absentee: 'proxy' });
  const round: MotionEvent = { ...electionRound, rule: majority };
  const cast = (seatId: string, more = {}): Command => ({
    ...{
      type: 'RecordElectionBallot',
      ballotingId: 'ballot-1',
      seatId,
      option: 'candidate',
      candidateId: 'a',
    },
    ...more,
  });
  const close: Command = { type: 'CloseElectionRound', ballotingId: 'ballot-1' };

  it('votes for a seat that is away', () => {
    const events = after(
      [...nominated, round],
      [cast('utla-3', { by: 'proxy' }), cast('lausd-1'), close],
      room(),
    );
    expect(events).toContainEqual({
      ...{ type: 'ElectionBallotRecorded', ballotingId: 'ballot-1', seatId: 'utla-3' },
      ...{ option: 'candidate', candidateId: 'a', by: 'proxy', proxy: pin },
    });
    const closed = events.find((event) => event.type === 'ElectionRoundClosed');
    expect(closed).toMatchObject({
      roll: [{}, {}, {}, {}, {}, { seatId: 'utla-3', by: 'proxy', proxySeatId: 'utla-2', present: false }],
      trace: { electedId: 'a', candidates: [{ votes: 2 }, { votes: 0 }] },
    });
    expect(differences(events)).toEqual([]);
  });
  it('PROXY_NOT_ALLOWED under a rule without proxies', () => {
    motion(...nominated, { ...electionRound, rule: { ...majority, absentee: 'alternate' } })
      .when(cast('utla-3', { by: 'proxy' }), room())
      .live.rejectedWith('PROXY_NOT_ALLOWED', { rule: 'SP-07' });
  });
  it('is given a ballot where they are secret, and nobody knows what it says', () => {
    const secret: MotionEvent = { ...electionRound, rule: majority, method: 'secret' };
    const totals = [{ candidateId: 'a', value: 6 }];
    const report: Command = {
      ...{
        type: 'ReportTellers',
        ballotingId: 'ballot-1',
        tellers: [{ kind: 'person', id: 'teller' }],
        totals,
      },
      representedSeatIds: ['utla-3'],
    };
    const events = after([...nominated, secret], [report, close], room());
    const closed = events.find((event) => event.type === 'ElectionRoundClosed');
    expect(closed).toMatchObject({
      roll: [],
      represented: [{ seatId: 'utla-3', proxy: pin }],
      trace: { electedId: 'a' },
    });
    expect(JSON.stringify(closed)).not.toContain('proxies');
    expect(differences(events)).toEqual([]);
    motion(...nominated, secret)
      .when({ ...report, representedSeatIds: [] }, room())
      .historicalImport.rejectedWith('COUNTS_DO_NOT_RECONCILE');
  });
  it('ALTERNATE_NOT_ALLOWED where the rule knows none, and the chair counts as empty', () => {
    const none: MotionEvent = { ...electionRound, rule: { ...majority, absentee: 'none' } };
    const alternate = inRoom({ alternates: ['utla-3'] });
    motion(...nominated, none)
      .when(cast('utla-3'), alternate)
      .live.rejectedWith('ALTERNATE_NOT_ALLOWED', { rule: 'SP-06' });
    const closed = after([...nominated, none], [cast('lausd-1'), close], alternate).find(
      (event) => event.type === 'ElectionRoundClosed',
    );
    expect(closed).toMatchObject({
      roll: [{}, {}, {}, {}, {}, { seatId: 'utla-3', option: 'absent', present: false }],
    });
  });
});
