import type { CorrectVoteRecord } from './correct-vote-record.ts';
import type { Command } from './decide.ts';
import type { MotionState } from './state.ts';

/** Streams from which the facts of a command are gathered. */
export type StreamsRead = Readonly<{
  /** Its regime, and time zone; absent where the motion does not exist. */
  bodyId?: string;
  /** Whether the command needs the roster of that body too: what belongs to a vote reads the snapshot. */
  roster: boolean;
  /** The meeting whose attendance counts. */
  meetingId?: string;
  /** The body to which the motion is referred. */
  toBodyId?: string;
  /** The motion that a draft says it cures. */
  curesMotionId?: string;
  /** The motion by whose authority the command is given. */
  authorityMotionId?: string;
  /** The consent calendar that adopted the motion. */
  calendarMotionId?: string;
  /** Whether the motions of the meeting's consent items are read. */
  consentMotions?: true;
}>;

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
  'RecordAdvisoryBallot',
  'CloseVote',
  'AbortVote',
  'RecordConsensusPosition',
  'ChangeConsensusPosition',
  'CloseConsensus',
  'AbortConsensus',
  'CorrectVoteRecord',
  'VoidMotion',
  'CompileConsentCalendar',
  'AdoptByConsentCalendar',
];

/** The meeting that a command names (where it is not the one to which a motion is put off), else that of the vote or the motion. */
function meetingIdRead(state: MotionState, command: Command): string | undefined {
  const { vote, consensus, meetingId, closedVotes } = state;
  if (command.type === 'CorrectVoteRecord') return closedVotes.get(command.voteEventId)?.meetingId;
  const named = command.type !== 'PostponeMotion' && 'meetingId' in command ? command.meetingId : undefined;
  return named ?? vote?.meetingId ?? consensus?.open?.meetingId ?? meetingId;
}

const authorityOf = ({ authorityMotionId }: CorrectVoteRecord): Pick<StreamsRead, 'authorityMotionId'> =>
  authorityMotionId === undefined ? {} : { authorityMotionId };

/** What a command asks of other streams. */
export function streamsRead(state: MotionState, command: Command): StreamsRead {
  const bodyId = command.type === 'DraftMotion' ? command.bodyId : state.bodyId;
  const meetingId = meetingIdRead(state, command);
  return {
    ...(bodyId !== '' && { bodyId }),
    roster: !withoutRoster.includes(command.type),
    ...(meetingId !== undefined && { meetingId }),
    ...(command.type === 'AdoptByConsentCalendar' && { calendarMotionId: command.byMotionId }),
    ...(command.type === 'CompileConsentCalendar' && { consentMotions: true as const }),
    ...(command.type === 'ReferMotion' && { toBodyId: command.toBodyId }),
    ...(command.type === 'DraftMotion' && command.cures !== undefined && { curesMotionId: command.cures }),
    ...(command.type === 'CorrectVoteRecord' && authorityOf(command)),
  };
}
