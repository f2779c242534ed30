import { describe, expect, it } from '@jest/globals';
import { settle } from '../kernel/index.ts';
import type { RecordingMode } from '../kernel/index.ts';
import { eligibilityOf } from '../tally/index.ts';
import { bodyMajority, ruleOf } from '../tally/testing/rules.ts';
import { given, stateAfter } from '../testing/index.ts';
import { rederive, rederiveDecisions } from './index.ts';
import type { Command, CorrectVoteRecord, Facts, MotionEvent, VoteClosed } from './index.ts';
import { byClause as decider } from './testing/by-clause.ts';
import {
  adoptedMotion,
  ballots,
  everybody,
  inRoom,
  pending,
  rosterWith,
  rule,
  votingUnder,
} from './testing/committee.ts';
import { electionRound, nominated } from './testing/elections.ts';
import { called, consensusRule, positionsOf } from './testing/rounds.ts';

/* A neutral chair: the body cannot act without it, and it has no vote (meeting rule SP-03). */

const roster = rosterWith({ observer: { roles: ['chair'] } });
const eligibility = eligibilityOf(roster);
const chaired = ruleOf([bodyMajority], {
  clauseRef: rule.clauseRef!,
  quorum: [{ mandatorySeats: ['chair'] }],
});
const chairedTo = { ...chaired, mode: 'consensus_then_vote', consensus: consensusRule.consensus! } as const;

const room = (changes: Parameters<typeof inRoom>[0] = {}): Facts => inRoom(changes, { roster });
const isThere = room();
const isAway = room({ present: everybody.filter((seatId) => seatId !== 'observer') });
const stepsAside = room({ recused: ['observer'] });

const chair = (option: string, present: boolean) => [{ seatId: 'observer', option, present }];
const there = chair('not voting', true);

function after(
  history: readonly MotionEvent[],
  command: Command,
  given: Facts,
  mode: RecordingMode = 'live',
) {
  const outcome = settle(decider.decide(stateAfter(decider, history), command, given), mode, given);
  if (!outcome.accepted) throw new Error(JSON.stringify(outcome.objection));
  return [...history, ...outcome.events];
}
/** What differs from the record, of votes and of decisions of another manner. */
const differences = (events: readonly MotionEvent[]) =>
  [...rederive(events), ...rederiveDecisions(events)].map((one) => one.differences);

describe('a vote', () => {
  const history = [
    ...votingUnder({ rule: chaired, eligibility }),
    ...ballots('yes', 'yes', 'yes', 'yes', 'no', 'no'),
  ];
  const close: Command = { type: 'CloseVote', voteEventId: 'vote-1' };

  it('passes with the chair there, which counts for the quorum and for nothing else', () => {
    const events = after(history, close, isThere);
    const closed = events.find((event): event is VoteClosed => event.type === 'VoteClosed');
    expect(closed).toMatchObject({ withoutVote: there, tally: { result: 'pass', quorum: { pass: true } } });
    expect(closed?.rollCall).toHaveLength(6);
    expect(closed?.tally.counts.filter(({ option }) => option === 'not voting')).toEqual([]);
    expect(differences(events)).toEqual([[]]);
  });

  it.each([
    ['away', isAway, chair('absent', false)],
    ['stepped aside', stepsAside, chair('recused', true)],
  ])('fails with the chair %s', (_, given, withoutVote) => {
    const events = after(history, close, given);
    expect(events.slice(-2)).toMatchObject([
      { withoutVote },
      { type: 'MotionRejected', reason: 'MANDATORY_SEAT_ABSENT' },
    ]);
    expect(differences(events)).toEqual([[]]);
  });

  it('says nothing of seats that the quorum does not demand', () => {
    const plain = votingUnder({ rule: ruleOf([bodyMajority], { clauseRef: rule.clauseRef! }), eligibility });
    expect(after(plain, close, isThere).at(-2)).not.toHaveProperty('withoutVote');
  });

  it('passes in secret too', () => {
    const tellers: Command = {
      type: 'ReportVoteTellers',
      voteEventId: 'vote-1',
      tellers: [{ kind: 'person', id: 'teller' }],
      totals: [{ option: 'yes', value: 6 }],
    };
    const secret = after(votingUnder({ rule: chaired, eligibility, method: 'secret' }), tellers, isThere);
    const events = after(secret, close, isThere);
    expect(events.at(-2)).toMatchObject({ rollCall: [], withoutVote: there, tally: { result: 'pass' } });
    expect(differences(events)).toEqual([[]]);
  });

  it('waits for the casting vote of a chair that the quorum demands', () => {
    const casting = votingUnder({ rule: { ...chaired, tie: 'chair_casts' }, eligibility });
    const tied = given(decider)(...casting, ...ballots('yes', 'yes', 'yes', 'no', 'no', 'no'));
    tied.when(close, isThere).live.rejectedWith('CASTING_VOTE_REQUIRED', { seatIds: ['observer'] });
    tied
      .when({ ...close, castingVote: { seatId: 'observer', option: 'yes' } }, isThere)
      .live.records('VoteClosed', 'MotionAdopted');
  });

  it.each<[string, readonly unknown[]]>([
    ['other seats', [{ seatId: 'pupil', option: 'not voting', present: true }]],
    ['an answer', [{ seatId: 'observer', option: 'yes', present: true }]],
  ])('is found out where the record has %s without a vote', (_, withoutVote) => {
    const events = after(history, close, isThere);
    const forged = events.map((event) => (event.type === 'VoteClosed' ? { ...event, withoutVote } : event));
    expect(rederive(forged as MotionEvent[])[0]?.differences).not.toEqual([]);
  });

  it('was closed without them before the rules held them, and follows from what it says', () => {
    const old = after(history, close, isAway).map(({ ...event }) => {
      if (event.type === 'VoteClosed') delete (event as { withoutVote?: unknown }).withoutVote;
      return event;
    });
    expect(differences(old)).toEqual([[]]);
  });

  describe('corrected', () => {
    const correct = (more: Partial<CorrectVoteRecord>): CorrectVoteRecord => ({
      type: 'CorrectVoteRecord',
      voteEventId: 'vote-1',
      seatId: 'observer',
      to: 'not voting',
      present: true,
      reason: 'The tape says otherwise.',
      authorityMotionId: 'amend',
      ...more,
    });
    const byMotion = { ...isThere, authorityMotion: adoptedMotion('amend') };

    it('in the presence of the chair, comes out otherwise', () => {
      const events = after(after(history, close, isAway), correct({}), byMotion);
      expect(events.slice(-3)).toMatchObject([
        { seatId: 'observer', from: 'absent', to: 'not voting', presence: { from: false, to: true } },
        { changesOutcome: true, tally: { result: 'pass' } },
        { type: 'MotionAdopted', restated: true },
      ]);
      expect(differences(events)).toEqual([[]]);
      const undone = after(events, correct({ to: 'absent', present: false }), byMotion);
      expect(undone.at(-2)).toMatchObject({ tally: (events[history.length] as VoteClosed).tally });
    });

    it('NOT_ENTITLED_AS_OF: it has no vote to be put right', () => {
      given(decider)(...after(history, close, isThere))
        .when(correct({ to: 'yes' }), byMotion)
        .live.rejectedWith('NOT_ENTITLED_AS_OF', { reason: 'a seat without a vote' });
    });
  });
});

describe('decisions of another manner', () => {
  const ballot = (seatId: string): MotionEvent => ({
    type: 'ElectionBallotRecorded',
    ballotingId: 'ballot-1',
    seatId,
    option: 'candidate',
    candidateId: 'a',
    by: 'member',
  });
  const round: MotionEvent = { ...electionRound, rule: chaired, eligibility };
  const electing = [
    ...nominated,
    round,
    ...['lausd-1', 'lausd-2', 'lausd-3', 'utla-1', 'utla-2', 'utla-3'].map(ballot),
  ];
  const agreed = positionsOf('agree', 'agree', 'agree', 'agree', 'agree', 'agree');
  const seeking: readonly MotionEvent[] = [
    ...pending,
    { ...called, rule: chairedTo, eligibility },
    ...agreed,
  ];
  const close = { election: { type: 'CloseElectionRound', ballotingId: 'ballot-1' } } as const;
  const declare: Command = { type: 'DeclareUnanimousConsent', consentId: 'consent-1', rule: chaired };

  it.each<[string, readonly MotionEvent[], Command, string]>([
    ['an election', electing, close.election, 'ElectionRoundClosed'],
    ['a round of consensus', seeking, { type: 'CloseConsensus', roundId: 'round-1' }, 'ConsensusReached'],
    ['unanimous consent', pending, declare, 'UnanimousConsentDeclared'],
  ])('%s comes to one with the chair there, and says so', (_, history, command, type) => {
    const events = after(history, command, isThere, 'minutes');
    expect(events.find((event) => event.type === type)).toMatchObject({ withoutVote: there });
    expect(events.at(-1)).toMatchObject({ type: 'MotionAdopted' });
    expect(differences(events)).toEqual([[]]);
  });

  it('none comes to one with the chair away', () => {
    expect(after(electing, close.election, isAway, 'minutes').at(-1)).toMatchObject({
      withoutVote: chair('absent', false),
    });
    expect(
      after(seeking, { type: 'CloseConsensus', roundId: 'round-1' }, isAway, 'minutes').at(-1),
    ).toMatchObject({ type: 'ConsensusFailed', reason: 'MANDATORY_SEAT_ABSENT' });
    given(decider)(...pending)
      .when(declare, isAway)
      .live.rejectedWith('MANDATORY_SEAT_ABSENT');
  });
});
