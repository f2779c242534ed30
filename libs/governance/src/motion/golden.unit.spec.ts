import { it } from '@jest/globals';
import { atInstant } from '../kernel/index.ts';
import { expectGolden, play, stepTime } from '../testing/index.ts';
import type { Step } from '../testing/index.ts';
import { decider, eventTypes } from './index.ts';
import type { Command, Facts, MotionEvent } from './index.ts';
import { consensusRule } from './testing/rounds.ts';
import { adoptedMotion, facts, inRoom, members, rule, textSha256 } from './testing/committee.ts';
import { proceduralScenario } from './testing/procedural-scenario.ts';

type Play = Step<Command, Facts>;

const nextWeek = atInstant('2026-09-08T17:00:00Z');
const vote = { voteEventId: 'vote-1' } as const;
const openVote: Command = { type: 'OpenVote', ...vote, rule, method: 'roll_call' };

const modeOf = (command: Command) => ('rule' in command ? ({ mode: 'minutes' } as const) : {});

/** One command after another, an hour apart, in a room where everybody is present. */
const scenario = (...commands: readonly (Command | Play)[]): readonly MotionEvent[] =>
  play(
    decider,
    commands.map((one, n): Play =>
      // What is told with its rule comes from minutes: live, a clause is named.
      'command' in one ? one : { command: one, facts: facts({ at: stepTime(n) }), ...modeOf(one) },
    ),
  );

const toThePending: readonly Command[] = [
  {
    type: 'DraftMotion',
    bodyId: 'cssc',
    title: 'Two more schools',
    text: 'Resolved, that two schools be added.',
  },
  { type: 'ReviseMotionText', text: 'Resolved, that two more schools are recommended.' },
  { type: 'SubmitMotion', seatId: 'lausd-2' },
  { type: 'AgendizeMotion', meetingId: 'meeting-1', itemId: 'item-1' },
  { type: 'MoveMotion', meetingId: 'meeting-1', seatId: 'lausd-2' },
  { type: 'SecondMotion', seatId: 'utla-1' },
];
const allSay = (option: 'yes' | 'no'): readonly Command[] =>
  members.map((seatId) => ({ type: 'RecordBallot', ...vote, seatId, option }));
const inRound = (n: number) => ({ roundId: `round-${n}` });
const callRound = (n: number): Command => ({
  type: 'CallConsensus',
  ...inRound(n),
  rule: consensusRule,
  calledBy: { kind: 'seat', id: 'lausd-1' },
});
const allAgree = (n: number): readonly Command[] =>
  members.map((seatId) => ({
    type: 'RecordConsensusPosition',
    ...inRound(n),
    seatId,
    position: 'agree_with_reservations',
    reason: 'If the budget allows.',
  }));
const rounds: readonly Command[] = [
  callRound(1),
  { type: 'AbortConsensus', ...inRound(1), reason: 'The facilitator had read out another text.' },
  callRound(2),
  ...allAgree(2),
  {
    type: 'ChangeConsensusPosition',
    ...inRound(2),
    seatId: 'utla-3',
    position: 'block',
    reason: 'The schools were not asked.',
  },
  { type: 'CloseConsensus', ...inRound(2) },
  callRound(3),
  ...allAgree(3),
  { type: 'CloseConsensus', ...inRound(3) },
];
/** A room in which one motion stands on the consent calendar. */
const onCalendar = (n: number): Facts =>
  inRoom(
    { consentItems: new Map([['item-2', 'invoices']]) },
    {
      at: stepTime(n),
      consentMotions: new Map([
        ['invoices', { bodyId: 'cssc', status: 'agendized', textSha256, revision: 4 }],
      ]),
    },
  );
const nominee = (candidateId: string, id: string): Command => ({
  type: 'NominateCandidate',
  candidateId,
  candidate: { kind: 'seat', id },
  nominatedBySeatId: 'lausd-3',
});
const openBallots = (ballotingId: string, method: 'roll_call' | 'secret'): Command => ({
  type: 'OpenElectionRound',
  ballotingId,
  rule,
  method,
});
const toTheNominations: readonly Command[] = [
  ...toThePending.slice(0, 4),
  { type: 'CallElection', meetingId: 'meeting-1', role: 'co_chair', constituencyId: 'UTLA' },
  nominee('a', 'utla-1'),
  nominee('b', 'utla-2'),
  nominee('c', 'utla-3'),
  { type: 'CloseNominations' },
];
const lostQuorum: Play = {
  command: { type: 'CloseVote', ...vote, castingVote: { seatId: 'lausd-1', option: 'yes' } },
  facts: inRoom({ present: ['lausd-1', 'utla-1'] }, { at: stepTime(20) }),
  mode: 'minutes',
};

/** As events were stored that name a challenge, and no revision of it. */
const voidedBeforeChallengesWereRead: MotionEvent = {
  type: 'MotionVoided',
  basis: 'cure',
  reason: 'It was not on the posted agenda.',
  challengeId: 'demand-1',
};

it('every event of a motion keeps its stored shape', () => {
  const adopted = scenario(
    ...toThePending,
    { type: 'TableMotion', seatId: 'utla-2' },
    { type: 'TakeFromTable', seatId: 'utla-2', meetingId: 'meeting-1' },
    { type: 'ReferMotion', toBodyId: 'subcommittee', reportBy: nextWeek },
    { type: 'ReportMotion', recommendation: 'adopt', statement: 'Recommended unanimously.' },
    { type: 'PostponeMotion', to: nextWeek, meetingId: 'meeting-1' },
    { type: 'ResumeMotion', meetingId: 'meeting-1' },
    openVote,
    { type: 'AbortVote', ...vote, reason: 'The chair had read out another text.' },
    { ...openVote, voteEventId: 'vote-2' },
    { type: 'AbortVote', voteEventId: 'vote-2', reason: 'A member asked for the text.' },
  );
  const closed = scenario(
    ...toThePending,
    openVote,
    { type: 'RecordAdvisoryBallot', ...vote, seatId: 'pupil', option: 'yes' },
    ...allSay('yes'),
    { type: 'ChangeBallot', ...vote, seatId: 'utla-3', option: 'no' },
    { type: 'CloseVote', ...vote },
  );
  const rejected = scenario(...toThePending, openVote, ...allSay('yes'), lostQuorum);
  const lapsed = scenario(...toThePending.slice(0, -1), { type: 'LapseMotion' });
  const withdrawn = scenario(...toThePending, {
    type: 'WithdrawMotion',
    permission: 'body',
    seatId: 'lausd-2',
  });
  const corrected = scenario(
    ...toThePending,
    openVote,
    ...allSay('yes'),
    { type: 'ChangeBallot', ...vote, seatId: 'utla-3', option: 'no' },
    { type: 'CloseVote', ...vote },
    {
      command: {
        type: 'CorrectVoteRecord',
        ...vote,
        seatId: 'utla-3',
        to: 'absent',
        present: false,
        reason: 'The sign-in sheet shows that the member had left.',
        authorityMotionId: 'amend-minutes',
      },
      facts: facts({ at: stepTime(20), authorityMotion: adoptedMotion('amend-minutes', stepTime(19)) }),
    },
  );
  const dead = scenario(...toThePending, { type: 'PostponeIndefinitely' });
  const calendar = scenario(
    ...toThePending,
    { command: { type: 'CompileConsentCalendar', meetingId: 'meeting-1' }, facts: onCalendar(7) },
    {
      command: { type: 'ObjectToUnanimousConsent', seatId: 'utla-2', reason: 'We want to read it.' },
      facts: onCalendar(8),
    },
  );
  const nobodyObjects = scenario(...toThePending, {
    command: { type: 'DeclareUnanimousConsent', consentId: 'consent-1', rule },
    mode: 'minutes',
    facts: inRoom({ alternates: ['utla-3'], recused: ['pupil'] }, { at: stepTime(7) }),
  });
  const member = scenario(...toThePending, {
    command: { type: 'AdoptByConsentCalendar', byMotionId: 'calendar' },
    facts: facts({
      at: stepTime(7),
      calendar: {
        status: 'adopted',
        decidedBy: 'consent-1',
        meetingId: 'meeting-1',
        entry: { motionId: 'invoices', itemId: 'item-2', textSha256, revision: 4 },
        revision: 9,
      },
    }),
  });
  const election = scenario(
    ...toTheNominations,
    openBallots('ballot-1', 'roll_call'),
    { type: 'AbortElectionRound', ballotingId: 'ballot-1', reason: 'A candidate declined.' },
    { type: 'WithdrawCandidate', candidateId: 'c' },
    openBallots('ballot-2', 'roll_call'),
    ...members.map((seatId): Command => ({
      type: 'RecordElectionBallot',
      ballotingId: 'ballot-2',
      seatId,
      option: 'candidate',
      candidateId: 'a',
    })),
    { type: 'CloseElectionRound', ballotingId: 'ballot-2' },
  );
  const secretElection = scenario(...toTheNominations, openBallots('ballot-1', 'secret'), {
    type: 'ReportTellers',
    ballotingId: 'ballot-1',
    tellers: [{ kind: 'person', id: 'teller' }],
    totals: [
      { candidateId: 'a', value: 2, constituencyId: 'LAUSD' },
      { candidateId: 'b', value: 3, constituencyId: 'UTLA' },
      { value: 1, constituencyId: 'LAUSD' },
    ],
  });
  const secretVote = scenario(
    ...toThePending,
    { ...openVote, method: 'secret' },
    {
      type: 'ReportVoteTellers',
      ...vote,
      tellers: [{ kind: 'person', id: 'teller' }],
      totals: [
        { option: 'yes', value: 3, constituencyId: 'LAUSD' },
        { option: 'yes', value: 2, constituencyId: 'UTLA' },
        { option: 'abstain', value: 1, constituencyId: 'UTLA' },
      ],
    },
    { type: 'CloseVote', ...vote },
    {
      type: 'CorrectVoteTellersReport',
      ...vote,
      totals: [
        { option: 'yes', value: 3, constituencyId: 'LAUSD' },
        { option: 'yes', value: 3, constituencyId: 'UTLA' },
      ],
      reason: 'One ballot in favor was read as an abstention.',
    },
  );
  const deadlocked = scenario(
    ...toThePending,
    openVote,
    ...allSay('no'),
    { type: 'CloseVote', ...vote },
    {
      type: 'RecordMediation',
      mediationId: 'mediation-1',
      mediator: { kind: 'organization', id: 'unite-la' },
      outcome: 'referred',
      statement: 'Both sides ask for help.',
    },
  );
  const bloc = scenario(
    ...toThePending,
    { ...openVote, rule: { ...rule, absentee: 'bloc', blocSplit: 'majority' } },
    {
      type: 'RecordBlocBallot',
      ...vote,
      constituencyId: 'UTLA',
      option: 'yes',
      positions: [
        { seatId: 'utla-1', option: 'yes' },
        { seatId: 'utla-2', option: 'yes' },
        { seatId: 'utla-3', option: 'no' },
      ],
    },
  );
  const byConsensus = scenario(...toThePending, ...rounds);
  expectGolden('motion', eventTypes, [
    ...adopted,
    ...closed,
    ...rejected,
    ...lapsed,
    ...withdrawn,
    ...dead,
    ...byConsensus,
    ...corrected,
    ...calendar,
    ...nobodyObjects,
    ...member,
    ...proceduralScenario(),
    ...election,
    ...secretElection,
    ...secretVote,
    voidedBeforeChallengesWereRead,
    ...deadlocked,
    ...bloc,
  ]);
});
