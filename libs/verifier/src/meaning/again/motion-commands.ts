import { gathering } from '#governance';
import type { motion } from '#governance';
import { without } from './concept.ts';
import type { Concept } from './concept.ts';
import { pinsOf } from './motion-pins.ts';

/** A command that can have led to an event. */
type Candidate = Pick<gathering.OnMotion, 'command'> &
  Partial<Pick<gathering.OnMotion, 'secondFromOtherConstituency'>>;

type Of<T extends motion.MotionEvent['type']> = Extract<motion.MotionEvent, { type: T }>;
type Question = Of<'VoteOpened' | 'ConsensusCalled' | 'ElectionRoundOpened' | 'UnanimousConsentDeclared'>;
type Asking = Readonly<Pick<motion.OpenVote, 'clause' | 'rule' | 'itemId' | 'meetingId'>>;

const one = (command: motion.Command): readonly Candidate[] => [{ command }];

/**
 * How the chair can have put a question: under a clause where the rule was bound to one, else with a rule that a
 * record told, or with that of the class of the motion; under the item where it stands, named or not.
 */
function askings(state: motion.MotionState, event: Question): readonly Asking[] {
  const { boundRule, rule, itemId, meetingId } = event;
  const { instrumentId, clauseId } = boundRule ?? {};
  const isOfClass = boundRule === undefined && state.classification !== 'main';
  const rules: readonly Asking[] =
    instrumentId !== undefined && clauseId !== undefined
      ? [{ clause: { instrumentId, clauseId } }]
      : [...(isOfClass ? [{}] : []), { rule }];
  const { agendized } = state;
  const isAgendized = agendized?.meetingId === meetingId && agendized.itemId === itemId;
  const items: readonly Asking[] =
    itemId === undefined ? [{}] : isAgendized ? [{}, { itemId }] : [{ itemId }];
  return rules.flatMap((asked) => items.map((item) => ({ meetingId, ...asked, ...item })));
}

/** Without saying who answers, the record says so: both led to the same event where both were allowed. */
function ballot(event: Of<'BallotRecorded'>): readonly Candidate[] {
  const { by } = event;
  const command = { ...without(event, 'type', 'by', 'proxy'), type: 'RecordBallot' } as const;
  return by === 'proxy' ? one({ ...command, by }) : [{ command }, { command: { ...command, by } }];
}

/** Seats whose proxies were given a secret ballot. */
function representedSeats({ represented }: Of<'VoteTellersReported' | 'TellersReported'>) {
  return represented ? { representedSeatIds: represented.map(({ seatId }) => seatId) } : {};
}

function changed(event: Of<'BallotChanged'>): readonly Candidate[] {
  const { voteEventId, seatId, to: option, pairedWithSeatId, by } = event;
  const pair = pairedWithSeatId === undefined ? {} : { pairedWithSeatId };
  const command = { type: 'ChangeBallot', voteEventId, seatId, option, ...pair } as const;
  return by === 'proxy' ? [{ command: { ...command, by } }, { command }] : one(command);
}

function drafted(event: Of<'MotionDrafted'>): readonly Candidate[] {
  const { bodyId, dividedFrom } = event;
  if (dividedFrom) return one({ type: 'TakeUpPart', bodyId, fromMotionId: dividedFrom.motionId });
  const given = without(event, 'type', 'textSha256', 'appliesToRevision', 'degree');
  const ofAmendment = event.amendment ? without(given, 'text') : given;
  const command = { ...ofAmendment, type: 'DraftMotion' } as motion.DraftMotion;
  return one(command);
}

function seconded(event: Of<'MotionSeconded'>): readonly Candidate[] {
  const { seatId, exemption } = event;
  const command = {
    type: 'SecondMotion',
    ...(seatId !== undefined && { seatId }),
    ...(exemption !== undefined && { exemption }),
  } as const;
  const both = { command, secondFromOtherConstituency: true };
  return seatId === undefined ? one(command) : [{ command }, both];
}

function corrected(event: Of<'VoteRecordCorrected'>): readonly Candidate[] {
  const { voteEventId, seatId, to, presence, reason, authority } = event;
  return one({
    type: 'CorrectVoteRecord',
    ...{ voteEventId, seatId, to, reason },
    ...(presence && { present: presence.to }),
    ...(authority.kind === 'motion' && { authorityMotionId: authority.motionId }),
  });
}

function reportCorrected(event: Of<'VoteTellersReportCorrected'>): readonly Candidate[] {
  const { voteEventId, to: totals, reason, authority } = event;
  const by = authority.kind === 'motion' && { authorityMotionId: authority.motionId };
  return one({ type: 'CorrectVoteTellersReport', voteEventId, totals, reason, ...by });
}

/** Events that only ever follow another one of their command. */
type Follows = 'MotionAdopted' | 'MotionRejected' | 'TallyRestated' | 'ElectionDecided' | 'MotionReceived';

/** Of every event that can be the first of a command; the compiler names those that are missing. */
type Commands = {
  readonly [T in Exclude<motion.MotionEvent['type'], Follows>]: (
    event: Of<T>,
    state: motion.MotionState,
  ) => readonly Candidate[];
};

const commands: Commands = {
  MotionDrafted: drafted,
  MotionTextRevised: ({ text }) => one({ type: 'ReviseMotionText', text }),
  MotionSubmitted: (event) => one({ ...event, type: 'SubmitMotion' }),
  MotionAgendized: (event) => one({ ...event, type: 'AgendizeMotion' }),
  MotionMoved: ({ meetingId, seatId }) => one({ type: 'MoveMotion', meetingId, seatId }),
  MotionSeconded: seconded,
  MotionLapsed: () => one({ type: 'LapseMotion' }),
  MotionTabled: (event) => one({ ...without(event, 'byMotionRevision'), type: 'TableMotion' }),
  MotionTakenFromTable: (event) => one({ ...without(event, 'byMotionRevision'), type: 'TakeFromTable' }),
  MotionPostponed: (event) => {
    const { nextRegularMeeting: next } = event;
    const command = {
      ...without(event, 'byMotionRevision', 'nextRegularMeeting'),
      type: 'PostponeMotion',
    } as const;
    return one({ ...command, ...(next && { nextRegularMeetingId: next.meetingId }) });
  },
  MotionPostponedIndefinitely: (event) =>
    one({ ...without(event, 'byMotionRevision'), type: 'PostponeIndefinitely' }),
  MotionResumed: (event) => one({ ...event, type: 'ResumeMotion' }),
  MotionReferred: (event) => one({ ...without(event, 'byMotionRevision'), type: 'ReferMotion' }),
  MotionReported: (event) => one({ ...event, type: 'ReportMotion' }),
  MotionWithdrawn: (event) => one({ ...event, type: 'WithdrawMotion' }),
  VoteOpened: (event, state) =>
    askings(state, event).map((asking) => {
      const { voteEventId, method } = event;
      return { command: { type: 'OpenVote', voteEventId, method, ...asking } };
    }),
  BallotRecorded: ballot,
  BallotChanged: changed,
  BlocBallotRecorded: (event) => one({ ...without(event, 'seatIds'), type: 'RecordBlocBallot' }),
  AdvisoryBallotRecorded: (event) => one({ ...event, type: 'RecordAdvisoryBallot' }),
  VoteClosed: ({ voteEventId, castingVote }) =>
    one({ type: 'CloseVote', voteEventId, ...(castingVote && { castingVote }) }),
  VoteAborted: (event) => one({ ...event, type: 'AbortVote' }),
  ConsensusCalled: (event, state) =>
    askings(state, event).map((asking) => {
      const { roundId, calledBy } = event;
      return { command: { type: 'CallConsensus', roundId, ...asking, ...(calledBy && { calledBy }) } };
    }),
  ConsensusPositionRecorded: (event) => {
    const command = {
      ...without(event, 'by', 'proxy', 'advisory'),
      type: 'RecordConsensusPosition',
    } as const;
    return event.by === 'proxy' ? one({ ...command, by: 'proxy' }) : one(command);
  },
  ConsensusPositionChanged: ({ roundId, seatId, to: position, reason, by }) => {
    const why = reason === undefined ? {} : { reason };
    const command = { type: 'ChangeConsensusPosition', roundId, seatId, position, ...why } as const;
    return by === 'proxy' ? [{ command: { ...command, by } }, { command }] : one(command);
  },
  ConsensusReached: ({ roundId }) => one({ type: 'CloseConsensus', roundId }),
  ConsensusFailed: ({ roundId }) => one({ type: 'CloseConsensus', roundId }),
  ConsensusAborted: (event) => one({ ...event, type: 'AbortConsensus' }),
  VoteRecordCorrected: corrected,
  VoteTellersReportCorrected: reportCorrected,
  MotionVoided: (event) => one({ ...without(event, 'challengeRevision'), type: 'VoidMotion' }),
  VoteTellersReported: (event) =>
    one({ ...without(event, 'represented'), ...representedSeats(event), type: 'ReportVoteTellers' }),
  MediationRecorded: (event) => {
    const command = { ...without(event, 'textSha256', 'failedIds'), type: 'RecordMediation' } as const;
    return [{ command }, { command: without(command, 'clauseRef') }];
  },
  UnanimousConsentDeclared: (event, state) =>
    askings(state, event).map((asking) => {
      const { consentId } = event;
      return { command: { type: 'DeclareUnanimousConsent', consentId, ...asking } };
    }),
  UnanimousConsentObjected: ({ seatId, reason }) => {
    const why = reason === undefined ? {} : { reason };
    return one({ type: 'ObjectToUnanimousConsent', seatId, ...why });
  },
  ConsentCalendarCompiled: ({ meetingId }) => one({ type: 'CompileConsentCalendar', meetingId }),
  ConsentCalendarApplied: ({ byMotionId }) => one({ type: 'AdoptByConsentCalendar', byMotionId }),
  PreviousNoticeGiven: (event) => one({ ...event, type: 'GivePreviousNotice' }),
  MotionTextAmended: ({ byMotionId }) => one({ type: 'AmendMotionText', byMotionId }),
  AdoptedMotionAmended: ({ byMotionId }) => one({ type: 'AmendAdoptedMotion', byMotionId }),
  QuestionDivided: ({ children, byMotionId }) => {
    const parts = children.map((part) => without(part, 'textSha256'));
    return one({ type: 'DivideQuestion', parts, ...(byMotionId !== undefined && { byMotionId }) });
  },
  MotionRuledOutOfOrder: (event) =>
    one({ ...without(event, 'meetingRevision'), type: 'RuleMotionOutOfOrder' }),
  MotionReinstated: () => one({ type: 'ReinstateMotion' }),
  PreviousQuestionOrdered: ({ byMotionId }) => one({ type: 'OrderPreviousQuestion', byMotionId }),
  DebateLimited: (event) => one({ ...without(event, 'byMotionRevision'), type: 'LimitDebate' }),
  CommitteeDischarged: ({ byMotionId }) => one({ type: 'DischargeCommittee', byMotionId }),
  ReconsiderationMoved: ({ byMotionId }) => one({ type: 'MoveReconsideration', byMotionId }),
  MotionReconsidered: (event) => one({ ...without(event, 'byMotionRevision'), type: 'ReconsiderMotion' }),
  ReconsiderationEnded: ({ byMotionId }) => one({ type: 'EndReconsideration', byMotionId }),
  MotionRescinded: ({ byMotionId }) => one({ type: 'RescindMotion', byMotionId }),
  MotionTransmitted: ({ toBodyId, toMotionId }) => one({ type: 'TransmitMotion', toBodyId, toMotionId }),
  ReceivingBodyActed: ({ toMotionId, action }) =>
    one({ type: 'RecordReceivingBodyAction', toMotionId, action }),
  ElectionCalled: (event, { agendized }) => {
    const command = { ...event, type: 'CallElection' } as const;
    const isAgendized = event.itemId !== undefined && event.itemId === agendized?.itemId;
    return isAgendized ? [{ command: without(command, 'itemId') }, { command }] : one(command);
  },
  CandidateNominated: (event) => one({ ...event, type: 'NominateCandidate' }),
  CandidateWithdrawn: (event) => one({ ...event, type: 'WithdrawCandidate' }),
  NominationsClosed: () => one({ type: 'CloseNominations' }),
  ElectionRoundOpened: (event, state) =>
    askings(state, event).map((asking) => {
      const { ballotingId, method } = event;
      return { command: { type: 'OpenElectionRound', ballotingId, method, ...asking } };
    }),
  ElectionBallotRecorded: (event) => {
    const { by } = event;
    const command = { ...without(event, 'by', 'proxy'), type: 'RecordElectionBallot' } as const;
    return by === 'proxy' ? one({ ...command, by }) : [{ command }, { command: { ...command, by } }];
  },
  TellersReported: (event) =>
    one({ ...without(event, 'represented'), ...representedSeats(event), type: 'ReportTellers' }),
  ElectionRoundClosed: ({ ballotingId }) => one({ type: 'CloseElectionRound', ballotingId }),
  ElectionRoundAborted: (event) => one({ ...event, type: 'AbortElectionRound' }),
};

type Make = (event: motion.MotionEvent, state: motion.MotionState) => readonly Candidate[];

export const motions: Concept<motion.MotionState, motion.MotionEvent, motion.Command, Candidate> = {
  commandsFor: ({ event }, state) =>
    (commands as Readonly<Partial<Record<string, Make>>>)[event.type]?.(event, state) ?? [],
  facts: ({ streamId: motionId, ...asked }, { secondFromOtherConstituency = false }) =>
    gathering.motionFacts({ ...asked, motionId, secondFromOtherConstituency }),
  pins: ({ event }, state) => pinsOf(state, event),
};
