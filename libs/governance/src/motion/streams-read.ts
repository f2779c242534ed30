import type { Correcting } from './correcting.ts';
import type { Command } from './decide.ts';
import type { MotionState } from './state.ts';

/** Streams from which the facts of a command are gathered. */
export type StreamsRead = Readonly<{
  /** Its regime, and time zone; absent where the motion does not exist. */
  bodyId?: string;
  /** Whether the command needs the roster of that body too: what belongs to a vote reads the snapshot. */
  roster: boolean;
  /** The clause under which a vote is opened. */
  clause?: Readonly<{ instrumentId: string; clauseId: string }>;
  /** The meeting whose attendance counts. */
  meetingId?: string;
  /** The body to which the motion is referred. */
  toBodyId?: string;
  /** The motion that a draft says it cures. */
  curesMotionId?: string;
  /** The challenge that is said to have led to it. */
  challengeId?: string;
  /** The motion by whose authority the command is given. */
  authorityMotionId?: string;
  /** The consent calendar that adopted the motion. */
  calendarMotionId?: string;
  /** Whether the motions of the meeting's consent items are read. */
  consentMotions?: true;
  /** Other motions, each with those to which it applies. */
  motionIds?: readonly string[];
  /** Whether the motions count that are before the meeting. */
  floor?: true;
  /** The meeting that is named as the next regular one. */
  nextMeetingId?: string;
}>;

const otherMotions = ['appliesTo', 'byMotionId', 'fromMotionId', 'toMotionId'] as const;

/** Motions are made, and questions put, in an order. */
const asksForFloor = ({ type }: Command): boolean =>
  ['MoveMotion', 'OpenVote', 'CallConsensus', 'DeclareUnanimousConsent'].includes(type);

/** Motions that the command names, and the one to which the motion applies when it is made or put. */
function motionIdsRead({ appliesTo }: MotionState, command: Command): readonly string[] {
  const named: Command & Partial<Record<(typeof otherMotions)[number], string>> = command;
  const ids = otherMotions.map((field) => named[field]);
  const read = asksForFloor(command) ? [...ids, appliesTo] : ids;
  return read.filter((id) => id !== undefined);
}

const withoutRoster: readonly Command['type'][] = [
  'ReviseMotionText',
  'AgendizeMotion',
  'LapseMotion',
  'WithdrawMotion',
  'PostponeMotion',
  'PostponeIndefinitely',
  'ResumeMotion',
  'ReferMotion',
  'ReportMotion',
  'RecordBallot',
  'ChangeBallot',
  'RecordBlocBallot',
  'RecordAdvisoryBallot',
  'ReportVoteTellers',
  'CloseVote',
  'AbortVote',
  'RecordConsensusPosition',
  'ChangeConsensusPosition',
  'CloseConsensus',
  'AbortConsensus',
  'CorrectVoteRecord',
  'CorrectVoteTellersReport',
  'VoidMotion',
  'CompileConsentCalendar',
  'AdoptByConsentCalendar',
  'GivePreviousNotice',
  'AmendMotionText',
  'RuleMotionOutOfOrder',
  'ReinstateMotion',
  'DivideQuestion',
  'TakeUpPart',
  'DischargeCommittee',
  'OrderPreviousQuestion',
  'LimitDebate',
  'MoveReconsideration',
  'ReconsiderMotion',
  'EndReconsideration',
  'RescindMotion',
  'AmendAdoptedMotion',
  'TransmitMotion',
  'RecordReceivingBodyAction',
  'WithdrawCandidate',
  'CloseNominations',
  'RecordElectionBallot',
  'ReportTellers',
  'CloseElectionRound',
  'AbortElectionRound',
  'RecordMediation',
];

const corrects = (command: Command): command is Extract<Command, Correcting> =>
  command.type === 'CorrectVoteRecord' || command.type === 'CorrectVoteTellersReport';

/** The meeting that a command names (where it is not the one to which a motion is put off), else that of the vote or the motion. */
function meetingIdRead(state: MotionState, command: Command): string | undefined {
  const { vote, consensus, meetingId, closedVotes, procedure } = state;
  if (corrects(command)) return closedVotes.get(command.voteEventId)?.meetingId;
  const named = command.type !== 'PostponeMotion' && 'meetingId' in command ? command.meetingId : undefined;
  const ruled = command.type === 'ReinstateMotion' ? procedure.ruling?.meetingId : undefined;
  return named ?? ruled ?? vote?.meetingId ?? consensus?.open?.meetingId ?? meetingId;
}

/** The roster tells whose proxy is in force; every other ballot reads the snapshot. */
function isByProxy({ vote, consensus }: MotionState, command: Command): boolean {
  switch (command.type) {
    case 'RecordBallot':
    case 'RecordElectionBallot':
    case 'RecordConsensusPosition':
      return command.by === 'proxy';
    case 'ChangeBallot':
      return command.by === 'proxy' || vote?.ballots.get(command.seatId)?.by === 'proxy';
    case 'ChangeConsensusPosition':
      return command.by === 'proxy' || consensus?.open?.positions.get(command.seatId)?.by === 'proxy';
    case 'ReportVoteTellers':
    case 'ReportTellers':
      return (command.representedSeatIds ?? []).length > 0;
    default:
      return false;
  }
}

const authorityOf = ({ authorityMotionId }: Correcting): Pick<StreamsRead, 'authorityMotionId'> =>
  authorityMotionId === undefined ? {} : { authorityMotionId };

/** What a command asks of other streams. */
export function streamsRead(state: MotionState, command: Command): StreamsRead {
  const bodyId = 'bodyId' in command ? command.bodyId : state.bodyId;
  const meetingId = meetingIdRead(state, command);
  const motionIds = motionIdsRead(state, command);
  return {
    ...(bodyId !== '' && { bodyId }),
    roster: !withoutRoster.includes(command.type) || isByProxy(state, command),
    ...(meetingId !== undefined && { meetingId }),
    ...('toBodyId' in command && { toBodyId: command.toBodyId }),
    ...(motionIds.length > 0 && { motionIds }),
    ...(asksForFloor(command) && { floor: true }),
    ...('nextRegularMeetingId' in command && { nextMeetingId: command.nextRegularMeetingId }),
    ...('clause' in command && command.clause && { clause: command.clause }),
    ...(command.type === 'AdoptByConsentCalendar' && { calendarMotionId: command.byMotionId }),
    ...(command.type === 'CompileConsentCalendar' && { consentMotions: true as const }),
    ...(command.type === 'DraftMotion' && command.cures !== undefined && { curesMotionId: command.cures }),
    ...(corrects(command) && authorityOf(command)),
    ...(command.type === 'VoidMotion' &&
      command.challengeId !== undefined && { challengeId: command.challengeId }),
  };
}
