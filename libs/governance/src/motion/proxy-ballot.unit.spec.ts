import { describe, expect, it } from '@jest/globals';
import type { RosterProxy } from '../body/roster.ts';
import { settle } from '../kernel/index.ts';
import { explain } from '../tally/index.ts';
import type { DecisionRule, VoteOption } from '../tally/index.ts';
import { given, stateAfter } from '../testing/index.ts';
import { rederive, streamsRead } from './index.ts';
import { byClause as decider } from './testing/by-clause.ts';
import type { ChangeBallot, Command, Facts, MotionEvent, RecordBallot, VoteClosed } from './index.ts';
import {
  adoptedMotion,
  ballot,
  ballots,
  everybody,
  facts,
  inRoom,
  roster,
  rule,
  votingUnder,
} from './testing/committee.ts';
import type { Room } from './testing/committee.ts';

const motion = given(decider);
const byProxy = { ...rule, absentee: 'proxy' } as const;
const under = (changes: Partial<DecisionRule> = {}) => votingUnder({ rule: { ...byProxy, ...changes } });
const proxy: RosterProxy = { proxyId: 'proxy-1', seatId: 'utla-3', toSeatId: 'utla-2', scope: 'body' };
const without = (...seatIds: readonly string[]) => everybody.filter((one) => !seatIds.includes(one));

/** The giver is away, the holder is there; the proxies are in force. */
const away = (room: Room = {}, ...proxies: readonly RosterProxy[]): Facts =>
  inRoom(
    { present: without('utla-3'), ...room },
    { roster: { ...roster, proxies: proxies.length > 0 ? proxies : [proxy] } },
  );
const cast = (option: VoteOption = 'yes', seatId = 'utla-3'): RecordBallot => ({
  type: 'RecordBallot',
  voteEventId: 'vote-1',
  seatId,
  option,
  by: 'proxy',
});
const pin = { proxyId: 'proxy-1', seatId: 'utla-2', rosterRevision: 41 };
const recorded = ballot('utla-3', 'yes', { by: 'proxy', proxy: pin });

/** What is recorded of a command, whatever rule it breaks. */
function recordedOf(history: readonly MotionEvent[], command: Command, room: Facts): readonly MotionEvent[] {
  const outcome = settle(decider.decide(stateAfter(decider, history), command, room), 'minutes', room);
  if (!outcome.accepted) throw new Error(outcome.objection.code);
  return outcome.events;
}

describe('a ballot by proxy', () => {
  it.each(['yes', 'no', 'abstain'] as const)(
    '%s: names the holder and the revision of the body',
    (option) => {
      motion(...under())
        .when(cast(option), away())
        .live.records({ ...recorded, option })
        .withFindings();
    },
  );
  it.each(['recused', 'absent', 'not voting', 'paired'] as const)('PROXY_ANSWER_INVALID: %s', (option) => {
    const pair = option === 'paired' ? { pairedWithSeatId: 'lausd-1' } : {};
    motion(...under())
      .when({ ...cast(option), ...pair }, away())
      .historicalImport.rejectedWith('PROXY_ANSWER_INVALID');
  });
  it.each([undefined, 'none', 'alternate', 'bloc'] as const)(
    'PROXY_NOT_ALLOWED: under a rule that leaves it to %s',
    (absentee) => {
      motion(...votingUnder({ rule: absentee === undefined ? rule : { ...rule, absentee } }))
        .when(cast(), away())
        .live.rejectedWith('PROXY_NOT_ALLOWED', { rule: 'SP-07', ruleId: 'rule-1' })
        .minutes.records(recorded)
        .withFindings('PROXY_NOT_ALLOWED')
        .historicalImport.withFindings('PROXY_NOT_ALLOWED');
    },
  );
  it('PROXY_NOT_ALLOWED: where no clause says so; the clause of the proxy is enough', () => {
    const { clauseRef, ...unbound } = byProxy;
    const history = motion(...votingUnder({ rule: unbound }));
    history.when(cast(), away()).live.rejectedWith('PROXY_NOT_ALLOWED');
    history
      .when(cast(), away({}, { ...proxy, ...(clauseRef && { clauseRef }) }))
      .live.records(recorded)
      .withFindings();
  });
  it('PROXY_NOT_IN_FORCE: nobody holds one of that seat', () => {
    motion(...under())
      .when(cast('yes', 'utla-1'), away({ present: without('utla-1') }))
      .historicalImport.rejectedWith('PROXY_NOT_IN_FORCE', { seatId: 'utla-1' });
    motion(...under())
      .when(cast(), inRoom({ present: without('utla-3') }))
      .historicalImport.rejectedWith('PROXY_NOT_IN_FORCE');
  });
  it.each([
    ['meeting', 'meeting-1', true],
    ['meeting', 'meeting-2', false],
    ['motion', 'motion-1', true],
    ['motion', 'motion-2', false],
    ['meeting', undefined, false],
  ] as const)('serves its scope only: %s %s', (scope, scopeId, serves) => {
    const scoped = { ...proxy, scope, ...(scopeId !== undefined && { scopeId }) };
    const attempt = motion(...under()).when(cast(), away({}, scoped));
    if (serves) attempt.live.records(recorded);
    else attempt.historicalImport.rejectedWith('PROXY_NOT_IN_FORCE');
  });
  it('of several, the narrowest speaks', () => {
    const forThisMotion: RosterProxy = {
      ...{ proxyId: 'proxy-2', seatId: 'utla-3', toSeatId: 'utla-1' },
      ...{ scope: 'motion', scopeId: 'motion-1' },
    };
    motion(...under())
      .when(cast(), away({}, proxy, forThisMotion))
      .live.records(
        ballot('utla-3', 'yes', { by: 'proxy', proxy: { ...pin, proxyId: 'proxy-2', seatId: 'utla-1' } }),
      );
  });
  it('PROXY_GIVER_PRESENT: the arrival of the giver, or of the alternate, ends it', () => {
    for (const alternates of [[], ['utla-3']])
      motion(...under())
        .when(cast(), away({ present: everybody, alternates }))
        .live.rejectedWith('PROXY_GIVER_PRESENT', { rule: 'SP-07', seatId: 'utla-3' })
        .minutes.records('BallotRecorded')
        .withFindings('PROXY_GIVER_PRESENT');
  });
  it('PROXY_HOLDER_ABSENT: the holder is there in person, not by an alternate or another proxy', () => {
    const chained: RosterProxy = { proxyId: 'proxy-2', seatId: 'utla-2', toSeatId: 'utla-1', scope: 'body' };
    const rooms: readonly Room[] = [{ present: without('utla-2', 'utla-3') }, { alternates: ['utla-2'] }];
    for (const room of rooms)
      motion(...under())
        .when(cast(), away(room, proxy, chained))
        .live.rejectedWith('PROXY_HOLDER_ABSENT', { rule: 'SP-07', toSeatId: 'utla-2' })
        .minutes.withFindings('PROXY_HOLDER_ABSENT');
  });
  it('RECUSED_CANNOT_VOTE: a holder who stepped aside, and a giver who did', () => {
    for (const recused of ['utla-2', 'utla-3'])
      motion(...under())
        .when(cast(), away({ recused: [recused] }))
        .live.rejectedWith('RECUSED_CANNOT_VOTE', { rule: 'SP-10', seatId: recused })
        .minutes.withFindings('RECUSED_CANNOT_VOTE');
  });
  it('PROXY_CROSSES_CONSTITUENCY: unless the rule says otherwise', () => {
    const across: RosterProxy = { ...proxy, toSeatId: 'lausd-2' };
    motion(...under())
      .when(cast(), away({}, across))
      .live.rejectedWith('PROXY_CROSSES_CONSTITUENCY', { rule: 'SP-07', from: 'UTLA', to: 'LAUSD' })
      .minutes.withFindings('PROXY_CROSSES_CONSTITUENCY');
    motion(...under({ proxy: { acrossConstituencies: true } }))
      .when(cast(), away({}, across))
      .live.records('BallotRecorded')
      .withFindings();
  });
  it('asks for the roster, as no other ballot does', () => {
    const state = stateAfter(decider, [...under(), recorded]);
    const reads = (command: Command) => streamsRead(state, command).roster;
    expect(reads(cast())).toBe(true);
    expect(reads({ type: 'RecordBallot', voteEventId: 'vote-1', seatId: 'utla-1', option: 'yes' })).toBe(
      false,
    );
    expect(reads({ type: 'ChangeBallot', voteEventId: 'vote-1', seatId: 'utla-3', option: 'no' })).toBe(true);
    expect(reads({ type: 'ChangeBallot', voteEventId: 'vote-1', seatId: 'utla-1', option: 'no' })).toBe(
      false,
    );
  });
});

describe('a ballot by proxy is changed', () => {
  const change: ChangeBallot = {
    type: 'ChangeBallot',
    voteEventId: 'vote-1',
    seatId: 'utla-3',
    option: 'no',
  };
  const changed = { type: 'BallotChanged', voteEventId: 'vote-1', seatId: 'utla-3', to: 'no' } as const;
  it('by the holder, while the giver is away', () => {
    motion(...under(), recorded)
      .when(change, away())
      .live.records({ ...changed, from: 'yes', by: 'proxy', proxy: pin })
      .withFindings();
  });
  it('BALLOT_STANDS: not by the giver who has come', () => {
    motion(...under(), recorded)
      .when(change, facts())
      .live.rejectedWith('BALLOT_STANDS', { rule: 'SP-07', by: 'proxy', sitting: 'member' })
      .minutes.records({ ...changed, from: 'yes' })
      .withFindings('BALLOT_STANDS');
  });
  it('that a seat was excused is no ballot: its proxy may still answer', () => {
    motion(...under(), ballot('utla-3', 'excused'))
      .when({ ...change, by: 'proxy' }, away())
      .live.records({ ...changed, from: 'excused', by: 'proxy', proxy: pin })
      .withFindings();
  });
});

describe('a vote with a proxy', () => {
  const close = (history: readonly MotionEvent[], room: Facts): VoteClosed => {
    const command = { type: 'CloseVote', voteEventId: 'vote-1' } as const;
    const [closed] = recordedOf(history, command, room);
    if (closed?.type !== 'VoteClosed') throw new Error('the vote was not closed');
    return closed;
  };
  const five = ballots('yes', 'yes', 'no', 'yes', 'no');

  it('counts for the votes and not for the quorum; roll call, trace and explanation name the holder', () => {
    const history = [...under(), ...five, recorded];
    const { tally, rollCall } = close(history, away());
    expect(rollCall.at(-1)).toEqual({
      ...{ seatId: 'utla-3', constituencyId: 'UTLA', option: 'yes' },
      ...{ present: false, by: 'proxy', proxySeatId: 'utla-2' },
    });
    // UTLA: yes, no, and yes by proxy; without the proxy it would have been a tie on that side.
    expect(tally).toMatchObject({
      result: 'pass',
      quorum: { tests: [{ present: 5 }, { parts: [{ present: 3 }, { present: 2 }] }, { pass: true }] },
      proxies: [{ seatId: 'utla-3', proxySeatId: 'utla-2', option: 'yes', countsForQuorum: false }],
    });
    expect(close([...under(), ...five], away()).tally).toMatchObject({ result: 'fail' });
    expect(explain(tally, byProxy)).toContain(
      'utla-3 votes yes by proxy, held by utla-2; it counts for the votes, not for the quorum.',
    );
  });
  it('counts for the quorum where the clause says so, at the opening too', () => {
    const three = ['lausd-1', 'lausd-2', 'lausd-3', 'utla-1'];
    const toUtla1: RosterProxy = { ...proxy, toSeatId: 'utla-1' };
    const room = away({ present: three }, toUtla1);
    const stated = { proxy: { countsForQuorum: true } };
    const cast = ballot('utla-3', 'yes', { by: 'proxy', proxy: { ...pin, seatId: 'utla-1' } });
    expect(close([...under(), cast], room).tally.quorum.pass).toBe(false);
    expect(close([...under(stated), cast], room).tally.quorum.pass).toBe(true);
    const pending = under().slice(0, -1);
    const open = { type: 'OpenVote', voteEventId: 'vote-1', method: 'roll_call' } as const;
    motion(...pending)
      .when({ ...open, rule: byProxy }, room)
      .live.rejectedWith('CONSTITUENCY_QUORUM_LOST');
    motion(...pending)
      .when({ ...open, rule: { ...byProxy, ...stated } }, room)
      .live.records('VoteOpened');
  });
  it('a ballot that was cast stands when the giver arrives', () => {
    const { rollCall } = close([...under(), recorded], facts());
    expect(rollCall.at(-1)).toMatchObject({
      option: 'yes',
      present: true,
      by: 'proxy',
      proxySeatId: 'utla-2',
    });
  });
  it('is worked out again from its stream, holder and all', () => {
    const history = [...under(), ...five, recorded];
    const closed = close(history, away());
    const adopted: MotionEvent = { type: 'MotionAdopted', voteEventId: 'vote-1' };
    expect(rederive([...history, closed, adopted])[0]?.differences).toEqual([]);
    const forged = {
      ...closed,
      rollCall: closed.rollCall.map((one) =>
        one.proxySeatId === undefined ? one : { ...one, proxySeatId: 'utla-1' },
      ),
    };
    expect(rederive([...history, forged, adopted])[0]?.differences).toContain(
      'utla-3 voted by proxy, or by another one',
    );
  });
  it('a correction to an absence takes the proxy out of the tally, and its undoing restores it whole', () => {
    const history = [...under(), ...five, recorded];
    const adopted: MotionEvent = { type: 'MotionAdopted', voteEventId: 'vote-1' };
    const closed = close(history, away());
    const correctedTo = (to: VoteOption, before: readonly MotionEvent[]) => {
      const command: Command = {
        ...{ type: 'CorrectVoteRecord', voteEventId: 'vote-1', seatId: 'utla-3', to, present: false },
        ...{ reason: 'The roll was misread.', authorityMotionId: 'motion-9' },
      };
      const asked = facts({ authorityMotion: adoptedMotion('motion-9') });
      return recordedOf(before, command, asked);
    };
    const tallyIn = (events: readonly MotionEvent[]) =>
      events.find((event) => event.type === 'TallyRestated')?.tally;
    const away1 = correctedTo('absent', [...history, closed, adopted]);
    expect(tallyIn(away1)).not.toHaveProperty('proxies');
    const undone = correctedTo('yes', [...history, closed, adopted, ...away1]);
    expect(tallyIn(undone)).toEqual(closed.tally);
  });
});

describe('an alternate', () => {
  const alternateSits = inRoom({ alternates: ['utla-3'] });
  const cast: RecordBallot = { type: 'RecordBallot', voteEventId: 'vote-1', seatId: 'utla-3', option: 'yes' };
  it.each([undefined, 'alternate', 'bloc'] as const)('votes where the rule says %s', (absentee) => {
    motion(...votingUnder({ rule: absentee === undefined ? rule : { ...rule, absentee } }))
      .when(cast, alternateSits)
      .live.records(ballot('utla-3', 'yes', { by: 'alternate' }))
      .withFindings();
  });
  it.each(['none', 'proxy'] as const)('ALTERNATE_NOT_ALLOWED: where it says %s', (absentee) => {
    motion(...votingUnder({ rule: { ...rule, absentee } }))
      .when(cast, alternateSits)
      .live.rejectedWith('ALTERNATE_NOT_ALLOWED', { rule: 'SP-06', absentee })
      .minutes.records(ballot('utla-3', 'yes', { by: 'alternate' }))
      .withFindings('ALTERNATE_NOT_ALLOWED');
  });
  it('is an empty chair to such a rule: absent from the roll call, and from the quorum', () => {
    const close = { type: 'CloseVote', voteEventId: 'vote-1' } as const;
    const closedUnder = (absentee: 'none' | 'alternate') => {
      const voting = votingUnder({ rule: { ...rule, absentee } });
      return recordedOf(voting, close, alternateSits)[0] as VoteClosed;
    };
    expect(closedUnder('alternate').rollCall.at(-1)).toMatchObject({
      ...{ option: 'not voting', present: true, by: 'alternate' },
    });
    expect(closedUnder('none').rollCall.at(-1)).toMatchObject({ option: 'absent', present: false });
    expect(closedUnder('none').rollCall.at(-1)).not.toHaveProperty('by');
  });
  it('ends its right with the arrival of the member; the ballot it cast stands', () => {
    const voted = [...votingUnder({}), ballot('utla-3', 'yes', { by: 'alternate' })];
    motion(...votingUnder({}))
      .when({ ...cast, by: 'alternate' }, facts())
      .live.rejectedWith('NOT_PRESENT', { rule: 'SP-06', by: 'alternate', sitting: 'member' });
    motion(...voted)
      .when({ ...cast, by: 'member' }, facts())
      .historicalImport.rejectedWith('DUPLICATE_BALLOT');
    motion(...voted)
      .when({ type: 'ChangeBallot', voteEventId: 'vote-1', seatId: 'utla-3', option: 'no' }, facts())
      .live.rejectedWith('BALLOT_STANDS', { rule: 'SP-06' });
  });
});
