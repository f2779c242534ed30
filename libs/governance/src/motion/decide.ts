import type { Decision } from '../kernel/index.ts';
import { abortVote } from './abort-vote.ts';
import type { AbortVote } from './abort-vote.ts';
import { agendizeMotion } from './agendize-motion.ts';
import type { AgendizeMotion } from './agendize-motion.ts';
import { changeBallot } from './change-ballot.ts';
import type { ChangeBallot } from './change-ballot.ts';
import { closeVote } from './close-vote.ts';
import type { CloseVote } from './close-vote.ts';
import { abortConsensus } from './consensus/abort-consensus.ts';
import type { AbortConsensus } from './consensus/abort-consensus.ts';
import { callConsensus } from './consensus/call-consensus.ts';
import type { CallConsensus } from './consensus/call-consensus.ts';
import { changeConsensusPosition } from './consensus/change-position.ts';
import type { ChangeConsensusPosition } from './consensus/change-position.ts';
import { closeConsensus } from './consensus/close-consensus.ts';
import type { CloseConsensus } from './consensus/close-consensus.ts';
import { recordConsensusPosition } from './consensus/record-position.ts';
import type { RecordConsensusPosition } from './consensus/record-position.ts';
import { correctVoteRecord } from './correct-vote-record.ts';
import type { CorrectVoteRecord } from './correct-vote-record.ts';
import { adoptByConsentCalendar } from './consent/adopt-by-consent-calendar.ts';
import type { AdoptByConsentCalendar } from './consent/adopt-by-consent-calendar.ts';
import { compileConsentCalendar } from './consent/compile-consent-calendar.ts';
import type { CompileConsentCalendar } from './consent/compile-consent-calendar.ts';
import { declareUnanimousConsent } from './consent/declare-unanimous-consent.ts';
import type { DeclareUnanimousConsent } from './consent/declare-unanimous-consent.ts';
import { objectToUnanimousConsent } from './consent/object.ts';
import type { ObjectToUnanimousConsent } from './consent/object.ts';
import { abortElectionRound, recordElectionBallot, reportTellers } from './election/cast.ts';
import type { AbortElectionRound, RecordElectionBallot, ReportTellers } from './election/cast.ts';
import { closeElectionRound } from './election/close-round.ts';
import type { CloseElectionRound } from './election/close-round.ts';
import {
  callElection,
  closeNominations,
  nominateCandidate,
  withdrawCandidate,
} from './election/nominations.ts';
import type {
  CallElection,
  CloseNominations,
  NominateCandidate,
  WithdrawCandidate,
} from './election/nominations.ts';
import { openElectionRound } from './election/open-round.ts';
import type { OpenElectionRoundCommand } from './election/open-round.ts';
import { draftMotion } from './draft-motion.ts';
import type { DraftMotion } from './draft-motion.ts';
import type { MotionEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { notBefore } from './guards.ts';
import { lapseMotion } from './lapse-motion.ts';
import type { LapseMotion } from './lapse-motion.ts';
import { recordMediation } from './mediation/record-mediation.ts';
import type { RecordMediation } from './mediation/record-mediation.ts';
import { moveMotion } from './move-motion.ts';
import type { MoveMotion } from './move-motion.ts';
import { openVote } from './open-vote.ts';
import type { OpenVote } from './open-vote.ts';
import { postponeIndefinitely } from './postpone-indefinitely.ts';
import type { PostponeIndefinitely } from './postpone-indefinitely.ts';
import { postponeMotion } from './postpone-motion.ts';
import type { PostponeMotion } from './postpone-motion.ts';
import { procedureDecisions } from './procedure/decide.ts';
import type { ProcedureCommand } from './procedure/decide.ts';
import { recordAdvisoryBallot } from './record-advisory-ballot.ts';
import type { RecordAdvisoryBallot } from './record-advisory-ballot.ts';
import { recordBallot } from './record-ballot.ts';
import { recordBlocBallot } from './record-bloc-ballot.ts';
import type { RecordBlocBallot } from './record-bloc-ballot.ts';
import type { RecordBallot } from './record-ballot.ts';
import { referMotion } from './refer-motion.ts';
import type { ReferMotion } from './refer-motion.ts';
import { reportMotion } from './report-motion.ts';
import type { ReportMotion } from './report-motion.ts';
import { resumeMotion } from './resume-motion.ts';
import type { ResumeMotion } from './resume-motion.ts';
import { reviseMotionText } from './revise-motion-text.ts';
import type { ReviseMotionText } from './revise-motion-text.ts';
import { evolve } from './evolve/index.ts';
import { secondMotion } from './second-motion.ts';
import type { SecondMotion } from './second-motion.ts';
import { correctVoteTellersReport } from './secret/correct-vote-tellers-report.ts';
import type { CorrectVoteTellersReport } from './secret/correct-vote-tellers-report.ts';
import { reportVoteTellers } from './secret/report-vote-tellers.ts';
import type { ReportVoteTellers } from './secret/report-vote-tellers.ts';
import type { MotionState } from './state.ts';
import { serialMeeting } from './serial-meeting.ts';
import { submitMotion } from './submit-motion.ts';
import type { SubmitMotion } from './submit-motion.ts';
import { tableMotion } from './table-motion.ts';
import type { TableMotion } from './table-motion.ts';
import { takeFromTable } from './take-from-table.ts';
import type { TakeFromTable } from './take-from-table.ts';
import { voidMotion } from './void-motion.ts';
import type { VoidMotion } from './void-motion.ts';
import { withdrawMotion } from './withdraw-motion.ts';
import type { WithdrawMotion } from './withdraw-motion.ts';

export type Command =
  | DraftMotion
  | ReviseMotionText
  | SubmitMotion
  | AgendizeMotion
  | MoveMotion
  | SecondMotion
  | LapseMotion
  | WithdrawMotion
  | TableMotion
  | TakeFromTable
  | PostponeMotion
  | PostponeIndefinitely
  | ResumeMotion
  | ReferMotion
  | ReportMotion
  | OpenVote
  | RecordBallot
  | ChangeBallot
  | RecordBlocBallot
  | RecordAdvisoryBallot
  | ReportVoteTellers
  | CloseVote
  | AbortVote
  | CallConsensus
  | RecordConsensusPosition
  | ChangeConsensusPosition
  | CloseConsensus
  | AbortConsensus
  | CorrectVoteRecord
  | CorrectVoteTellersReport
  | VoidMotion
  | DeclareUnanimousConsent
  | ObjectToUnanimousConsent
  | CompileConsentCalendar
  | AdoptByConsentCalendar
  | ProcedureCommand
  | CallElection
  | NominateCandidate
  | WithdrawCandidate
  | CloseNominations
  | OpenElectionRoundCommand
  | RecordElectionBallot
  | ReportTellers
  | CloseElectionRound
  | AbortElectionRound
  | RecordMediation;

type Decide<C> = (state: MotionState, command: C, facts: Facts) => Decision<MotionEvent>;
type Decisions = { readonly [T in Command['type']]: Decide<Extract<Command, { type: T }>> };

const decisions: Decisions = {
  DraftMotion: draftMotion,
  ReviseMotionText: reviseMotionText,
  SubmitMotion: submitMotion,
  AgendizeMotion: agendizeMotion,
  MoveMotion: moveMotion,
  SecondMotion: secondMotion,
  LapseMotion: lapseMotion,
  WithdrawMotion: withdrawMotion,
  TableMotion: tableMotion,
  TakeFromTable: takeFromTable,
  PostponeMotion: postponeMotion,
  PostponeIndefinitely: postponeIndefinitely,
  ResumeMotion: resumeMotion,
  ReferMotion: referMotion,
  ReportMotion: reportMotion,
  OpenVote: openVote,
  RecordBallot: recordBallot,
  ChangeBallot: changeBallot,
  RecordBlocBallot: recordBlocBallot,
  RecordAdvisoryBallot: recordAdvisoryBallot,
  ReportVoteTellers: reportVoteTellers,
  CloseVote: closeVote,
  AbortVote: abortVote,
  CallConsensus: callConsensus,
  RecordConsensusPosition: recordConsensusPosition,
  ChangeConsensusPosition: changeConsensusPosition,
  CloseConsensus: closeConsensus,
  AbortConsensus: abortConsensus,
  CorrectVoteRecord: correctVoteRecord,
  CorrectVoteTellersReport: correctVoteTellersReport,
  VoidMotion: voidMotion,
  DeclareUnanimousConsent: declareUnanimousConsent,
  ObjectToUnanimousConsent: objectToUnanimousConsent,
  CompileConsentCalendar: compileConsentCalendar,
  AdoptByConsentCalendar: adoptByConsentCalendar,
  ...procedureDecisions,
  CallElection: callElection,
  NominateCandidate: nominateCandidate,
  WithdrawCandidate: withdrawCandidate,
  CloseNominations: closeNominations,
  OpenElectionRound: openElectionRound,
  RecordElectionBallot: recordElectionBallot,
  ReportTellers: reportTellers,
  CloseElectionRound: closeElectionRound,
  AbortElectionRound: abortElectionRound,
  RecordMediation: recordMediation,
};

/** The steps of a motion are recorded in the order in which they happened; only ballots of one vote have none. */
export function* decide(state: MotionState, command: Command, facts: Facts): Decision<MotionEvent> {
  yield* notBefore(facts.at, state.since);
  const events = yield* (decisions[command.type] as Decide<Command>)(state, command, facts);
  const after = events.reduce((before, event) => evolve(before, event, facts.at), state);
  yield* serialMeeting(state, after, facts);
  return events;
}
