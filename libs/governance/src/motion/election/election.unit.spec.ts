import { describe, expect, it } from '@jest/globals';
import { settle } from '../../kernel/index.ts';
import { bodyMajority, concurrent, ruleOf } from '../../tally/testing/rules.ts';
import { given, stateAfter } from '../../testing/index.ts';
import { byClause as decider } from '../testing/by-clause.ts';
import type { ElectionBallotRecorded, ElectionRoundClosed, Facts, MotionEvent } from '../index.ts';
import { drafted, everybody, facts, inRoom, members, rule, submitted } from '../testing/committee.ts';
import { candidate, electionCalled, electionRound, nominated } from '../testing/elections.ts';

const motion = given(decider);
const majority = ruleOf([bodyMajority], { clauseRef: rule.clauseRef! });
const round: MotionEvent = { ...electionRound, rule: majority };
const voted = (seatId: string, candidateId?: string): ElectionBallotRecorded => ({
  type: 'ElectionBallotRecorded',
  ballotingId: 'ballot-1',
  seatId,
  ...(candidateId === undefined ? { option: 'abstain' } : { option: 'candidate', candidateId }),
  by: 'member',
});
/** Ballots of the members in order; an empty one abstains. */
const cast = (...choices: readonly string[]) =>
  choices.map((choice, i) => voted(members[i] ?? '', choice === '' ? undefined : choice));
const close = { type: 'CloseElectionRound', ballotingId: 'ballot-1' } as const;

function closed(history: readonly MotionEvent[], given: Facts = facts()): ElectionRoundClosed {
  const outcome = settle(decider.decide(stateAfter(decider, history), close, given), 'minutes', given);
  const [first] = outcome.accepted ? outcome.events : [];
  if (first?.type !== 'ElectionRoundClosed') throw new Error(JSON.stringify(outcome));
  return first;
}

describe('nominations', () => {
  const call = { type: 'CallElection', meetingId: 'meeting-1', role: 'chair', itemId: 'item-1' } as const;
  it('are called for: nobody moves or seconds an election', () => {
    motion(drafted, submitted).when(call, facts()).live.records(electionCalled).withFindings();
    motion(drafted, submitted)
      .when({ ...call, itemId: 'item-2' }, facts({ regime: 'BROWN_ACT' }))
      .live.rejectedWith('NOT_ON_POSTED_AGENDA', { rule: 'BA-05' })
      .minutes.withFindings('NOT_ON_POSTED_AGENDA');
    motion(drafted).when(call, facts()).minutes.rejectedWith('UNKNOWN_MOTION_STATE_TRANSITION');
  });
  const calling = [drafted, submitted, electionCalled];
  const nominate = {
    ...candidate('a', 'lausd-1'),
    type: 'NominateCandidate',
    nominatedBySeatId: 'utla-2',
  } as const;
  it('come from the floor, and need no second', () => {
    motion(...calling)
      .when(nominate, facts())
      .live.records({ ...candidate('a', 'lausd-1'), nominatedBySeatId: 'utla-2' })
      .withFindings();
  });
  it('NOT_PRESENT, ADVISORY_SEAT, CANDIDATE_EXISTS, CANDIDATE_OF_OTHER_CONSTITUENCY, NOT_AN_ELECTION, NOT_ENTITLED_AS_OF', () => {
    motion(...calling)
      .when(nominate, inRoom({ present: everybody.filter((one) => one !== 'utla-2') }))
      .live.rejectedWith('NOT_PRESENT');
    motion(...calling)
      .when({ ...nominate, nominatedBySeatId: 'pupil' }, facts())
      .live.rejectedWith('ADVISORY_SEAT');
    for (const candidateId of ['a', 'c'])
      motion(...calling, candidate('a', 'lausd-1'))
        .when({ ...nominate, candidateId }, facts())
        .historicalImport.rejectedWith('CANDIDATE_EXISTS', { candidateId: 'a' });
    motion(drafted, submitted, { ...electionCalled, role: 'co_chair', constituencyId: 'UTLA' } as MotionEvent)
      .when(nominate, facts())
      .live.rejectedWith('CANDIDATE_OF_OTHER_CONSTITUENCY')
      .minutes.withFindings('CANDIDATE_OF_OTHER_CONSTITUENCY');
    motion(drafted, submitted).when(nominate, facts()).minutes.rejectedWith('NOT_AN_ELECTION');
    motion(...calling)
      .when({ ...nominate, candidate: { kind: 'seat', id: 'lausd-vacant' } }, facts())
      .minutes.rejectedWith('NOT_ENTITLED_AS_OF');
  });
  it('are closed; nobody is nominated afterwards, and a candidate may still decline', () => {
    motion(...calling)
      .when({ type: 'CloseNominations' }, facts())
      .minutes.rejectedWith('NO_CANDIDATES');
    motion(...calling, candidate('a', 'lausd-1'))
      .when({ type: 'CloseNominations' }, facts())
      .live.records({ type: 'NominationsClosed' });
    motion(...nominated)
      .when({ ...nominate, candidateId: 'c', candidate: { kind: 'seat', id: 'utla-3' } }, facts())
      .minutes.rejectedWith('UNKNOWN_MOTION_STATE_TRANSITION');
    motion(...nominated)
      .when({ type: 'WithdrawCandidate', candidateId: 'a' }, facts())
      .live.records({ type: 'CandidateWithdrawn', candidateId: 'a' });
    motion(...nominated)
      .when({ type: 'WithdrawCandidate', candidateId: 'z' }, facts())
      .minutes.rejectedWith('CANDIDATE_UNKNOWN');
  });
});

describe('a candidate without opposition', () => {
  const alone = [
    drafted,
    submitted,
    electionCalled,
    candidate('a', 'lausd-1'),
    { type: 'NominationsClosed' },
  ] as const;
  const declare = { type: 'DeclareUnanimousConsent', consentId: 'acclamation', rule: majority } as const;
  const elected = {
    type: 'ElectionDecided',
    role: 'chair',
    candidateId: 'a',
    candidate: { kind: 'seat', id: 'lausd-1' },
    decidedBy: 'acclamation',
  } as const;
  it('is elected by acclamation', () => {
    motion(...alone)
      .when(declare, facts())
      .live.records('UnanimousConsentDeclared', elected, { type: 'MotionAdopted', consentId: 'acclamation' });
  });
  it('NOT_UNOPPOSED', () => {
    motion(...nominated)
      .when(declare, facts())
      .historicalImport.rejectedWith('NOT_UNOPPOSED', { candidates: ['a', 'b'] });
    motion(...nominated, { type: 'CandidateWithdrawn', candidateId: 'b' })
      .when(declare, facts())
      .live.records('UnanimousConsentDeclared', 'ElectionDecided', 'MotionAdopted');
  });
});

describe('ballots', () => {
  const ballot = { ...voted('lausd-1', 'b'), type: 'RecordElectionBallot' } as const;
  const { by: _by, ...spoken } = voted('lausd-1', 'b');
  it('name a candidate or abstain', () => {
    motion(...nominated, round)
      .when({ ...spoken, type: 'RecordElectionBallot' }, inRoom({ alternates: ['lausd-1'] }))
      .live.records({ ...voted('lausd-1', 'b'), by: 'alternate' });
    motion(...nominated, round)
      .when({ ...voted('lausd-1'), type: 'RecordElectionBallot' }, facts())
      .live.records(voted('lausd-1'));
  });
  it('CANDIDATE_UNKNOWN, DUPLICATE_BALLOT, ADVISORY_SEAT, RECUSED_CANNOT_VOTE, NOT_PRESENT, VOTE_NOT_OPEN', () => {
    for (const wrong of [{ candidateId: 'z' }, { option: 'abstain' as const }])
      motion(...nominated, round)
        .when({ ...ballot, ...wrong }, facts())
        .historicalImport.rejectedWith('CANDIDATE_UNKNOWN');
    motion(...nominated, round, voted('lausd-1'))
      .when(ballot, facts())
      .historicalImport.rejectedWith('DUPLICATE_BALLOT');
    motion(...nominated, round)
      .when({ ...ballot, seatId: 'pupil' }, facts())
      .historicalImport.rejectedWith('ADVISORY_SEAT');
    motion(...nominated, round)
      .when(ballot, inRoom({ recused: ['lausd-1'] }))
      .live.rejectedWith('RECUSED_CANNOT_VOTE');
    motion(...nominated, round)
      .when(ballot, inRoom({ present: [] }))
      .live.rejectedWith('NOT_PRESENT')
      .minutes.withFindings('NOT_PRESENT');
    motion(...nominated)
      .when(ballot, facts())
      .minutes.rejectedWith('VOTE_NOT_OPEN');
  });
  it('an election is no question of yes or no', () => {
    motion(...nominated)
      .when({ type: 'OpenVote', voteEventId: 'vote-1', rule: majority, method: 'roll_call' }, facts())
      .minutes.rejectedWith('ELECTION_BY_BALLOT');
  });
});

describe('a round', () => {
  it('elects whoever has the majority, and adopts', () => {
    motion(...nominated, round, ...cast('a', 'a', 'b', 'a', 'a', 'b'))
      .when(close, facts())
      .live.records(
        'ElectionRoundClosed',
        {
          type: 'ElectionDecided',
          role: 'chair',
          candidateId: 'a',
          candidate: { kind: 'seat', id: 'lausd-1' },
          decidedBy: 'ballot-1',
        },
        { type: 'MotionAdopted', voteEventId: 'ballot-1' },
      )
      .withFindings();
  });
  it('in which nobody has it elects nobody, and eliminates nobody', () => {
    const tied = [...nominated, round, ...cast('a', 'a', 'a', 'b', 'b', 'b')];
    motion(...tied)
      .when(close, facts())
      .live.records('ElectionRoundClosed');
    const next = {
      type: 'OpenElectionRound',
      ballotingId: 'ballot-2',
      rule: majority,
      method: 'roll_call',
    } as const;
    motion(...tied, closed(tied))
      .when(next, facts())
      .live.records({ ...electionRound, rule: majority, ballotingId: 'ballot-2', round: 2 })
      .withFindings();
    motion(...tied, closed(tied))
      .when({ ...next, ballotingId: 'ballot-1' }, facts())
      .minutes.rejectedWith('VOTE_EVENT_EXISTS');
  });
  it('abstentions stand in no base of votes cast: two of three are a majority', () => {
    const { trace } = closed([...nominated, round, ...cast('a', 'a', 'b', '', '', '')]);
    expect(trace).toMatchObject({
      abstentions: 3,
      electedId: 'a',
      candidates: [
        { votes: 2, tally: { alternatives: [{ tests: [{ yes: 2, baseValue: 3, lhs: 4, rhs: 3 }] }] } },
        { votes: 1 },
      ],
    });
  });
  it('under a concurrent majority needs one of each side', () => {
    const both = { ...round, rule: { ...majority, passIfAny: [concurrent] } } as MotionEvent;
    // Four of six, and one of three of the second side.
    expect(closed([...nominated, both, ...cast('a', 'a', 'a', 'a', 'b', 'b')]).trace).not.toHaveProperty(
      'electedId',
    );
    expect(closed([...nominated, both, ...cast('a', 'a', 'b', 'a', 'a', 'b')]).trace.electedId).toBe('a');
  });
  it('in a Brown Act body every member who is present answers (BA-09)', () => {
    motion(...nominated, round, ...cast('a', 'a', 'a', 'a', 'a'))
      .when(close, facts({ regime: 'BROWN_ACT' }))
      .minutes.rejectedWith('MISSING_MEMBER_VOTES', { seatIds: ['utla-3'] })
      .historicalImport.withFindings('MISSING_MEMBER_VOTES');
  });
  it('may be broken off', () => {
    motion(...nominated, round, ...cast('a'))
      .when({ type: 'AbortElectionRound', ballotingId: 'ballot-1', reason: 'A candidate declined.' }, facts())
      .live.records('ElectionRoundAborted');
  });
});

describe('a secret ballot', () => {
  const secret: MotionEvent = { ...electionRound, rule: majority, method: 'secret' };
  const voting = [...nominated, secret];
  const tellers = [{ kind: 'seat', id: 'pupil' }] as const;
  const report = {
    type: 'ReportTellers',
    ballotingId: 'ballot-1',
    tellers,
    totals: [{ candidateId: 'a', value: 4 }, { candidateId: 'b', value: 1 }, { value: 1 }],
  } as const;
  const reported: MotionEvent = { ...report, type: 'TellersReported' };

  it('is refused where the regime forbids it (BA-10)', () => {
    const open = {
      type: 'OpenElectionRound',
      ballotingId: 'ballot-1',
      rule: majority,
      method: 'secret',
    } as const;
    motion(...nominated)
      .when(open, facts({ regime: 'BROWN_ACT' }))
      .live.rejectedWith('SECRET_BALLOT_FORBIDDEN', { rule: 'BA-10' })
      .minutes.withFindings('SECRET_BALLOT_FORBIDDEN');
    motion(...nominated)
      .when(open, facts())
      .live.records('ElectionRoundOpened');
  });
  it('is nobody’s: no ballot is recorded, in no mode', () => {
    motion(...voting)
      .when({ ...voted('lausd-1', 'b'), type: 'RecordElectionBallot' }, facts())
      .live.rejectedWith('BALLOT_WOULD_BE_ATTRIBUTED')
      .historicalImport.rejectedWith('BALLOT_WOULD_BE_ATTRIBUTED');
  });
  it('is told by tellers, in totals', () => {
    motion(...voting)
      .when(report, facts())
      .live.records(reported)
      .withFindings();
    const { roll, presentSeatIds, trace } = closed([...voting, reported], inRoom({ present: members }));
    expect([roll, presentSeatIds]).toEqual([[], [...members]]);
    expect(trace).toMatchObject({ electedId: 'a', abstentions: 1, candidates: [{ votes: 4 }, { votes: 1 }] });
    expect(JSON.stringify(trace)).not.toMatch(/constituencyId|lausd|utla/i);
  });
  it('COUNTS_DO_NOT_RECONCILE: no more ballots than voters, and each total once', () => {
    for (const totals of [
      [{ candidateId: 'a', value: 7 }],
      [
        { candidateId: 'a', value: 1 },
        { candidateId: 'a', value: 2 },
      ],
      [{ candidateId: 'a', value: 4, constituencyId: 'LAUSD' }],
    ])
      motion(...voting)
        .when({ ...report, totals }, facts())
        .historicalImport.rejectedWith('COUNTS_DO_NOT_RECONCILE');
  });
  it('TOTALS_BY_CONSTITUENCY_REQUIRED where the rule asks each constituency', () => {
    const both = { ...secret, rule: { ...majority, passIfAny: [concurrent] } } as MotionEvent;
    motion(...nominated, both)
      .when(report, facts())
      .historicalImport.rejectedWith('TOTALS_BY_CONSTITUENCY_REQUIRED');
    const totals = ['LAUSD', 'UTLA'].map((constituencyId) => ({
      candidateId: 'a',
      value: 2,
      constituencyId,
    }));
    motion(...nominated, both)
      .when({ ...report, totals }, facts())
      .live.records('TellersReported');
    expect(closed([...nominated, both, { ...reported, totals }]).trace.electedId).toBe('a');
  });
  it('BALLOT_NOT_SECRET, TELLERS_HAVE_REPORTED, TELLERS_NOT_HEARD, TELLERS_MISSING, CANDIDATE_UNKNOWN', () => {
    motion(...nominated, round)
      .when(report, facts())
      .minutes.rejectedWith('BALLOT_NOT_SECRET');
    motion(...voting, reported)
      .when(report, facts())
      .minutes.rejectedWith('TELLERS_HAVE_REPORTED');
    motion(...voting)
      .when(close, facts())
      .historicalImport.rejectedWith('TELLERS_NOT_HEARD');
    motion(...voting)
      .when({ ...report, tellers: [] }, facts())
      .live.rejectedWith('TELLERS_MISSING')
      .minutes.withFindings('TELLERS_MISSING');
    motion(...voting)
      .when({ ...report, totals: [{ candidateId: 'z', value: 1 }] }, facts())
      .minutes.rejectedWith('CANDIDATE_UNKNOWN');
  });
});
