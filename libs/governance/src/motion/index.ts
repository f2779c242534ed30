import type { Decider } from '../kernel/index.ts';
import { decide } from './decide.ts';
import type { Command } from './decide.ts';
import type { MotionEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { evolve } from './evolve/index.ts';
import { noMotion } from './state.ts';
import type { MotionState } from './state.ts';

/** Stream `motion-{id}`. */
export const decider: Decider<MotionState, MotionEvent, Command, Facts> = {
  category: 'motion',
  initialState: noMotion,
  evolve,
  decide,
};

export type { AbortVote } from './abort-vote.ts';
export type { AgendizeMotion } from './agendize-motion.ts';
export type { ChangeBallot } from './change-ballot.ts';
export { adoptedAt, carries, citedMotion, decidedSince } from './cited.ts';
export type { AuthorityMotion, CitedMotion } from './cited.ts';
export type { CloseVote } from './close-vote.ts';
export { correctedRollCall } from './closed-votes.ts';
export type { ClosedVote } from './closed-votes.ts';
export type { CorrectVoteRecord } from './correct-vote-record.ts';
export type { Command } from './decide.ts';
export type * from './consensus/index.ts';
export * from './consent/index.ts';
export type { DraftMotion } from './draft-motion.ts';
export type * from './election/index.ts';
export { eventTypes } from './event-types.ts';
export { effectKinds } from './effect.ts';
export type { Effect, EffectGiven, EffectKind } from './effect.ts';
export * from './events.ts';
export type * from './facts.ts';
export type { LapseMotion } from './lapse-motion.ts';
export type { RecordMediation } from './mediation/record-mediation.ts';
export type { MoveMotion } from './move-motion.ts';
export type { OpenVote } from './open-vote.ts';
export type { PostponeIndefinitely } from './postpone-indefinitely.ts';
export type { PostponeMotion } from './postpone-motion.ts';
export * from './procedure/index.ts';
export type { RecordAdvisoryBallot } from './record-advisory-ballot.ts';
export type { RecordBallot } from './record-ballot.ts';
export type { RecordBlocBallot } from './record-bloc-ballot.ts';
export { rederiveDecisions } from './rederive-decisions.ts';
export type { RederivedDecision } from './rederive-decisions.ts';
export { rederive } from './rederive.ts';
export type { RederivedVote } from './rederive.ts';
export type { ReferMotion } from './refer-motion.ts';
export type { ReportMotion } from './report-motion.ts';
export type { ResumeMotion } from './resume-motion.ts';
export type { ReviseMotionText } from './revise-motion-text.ts';
export type { CorrectVoteTellersReport } from './secret/correct-vote-tellers-report.ts';
export type { ReportVoteTellers } from './secret/report-vote-tellers.ts';
export { rollCall } from './roll-call.ts';
export type { NamedClause, RuleSource } from './rule-of-question.ts';
export type { SecondMotion } from './second-motion.ts';
export type { MotionState, MotionStatus, OpenedVote, Vote } from './state.ts';
export { streamsRead } from './streams-read.ts';
export type { StreamsRead } from './streams-read.ts';
export type { SubmitMotion } from './submit-motion.ts';
export type { TableMotion } from './table-motion.ts';
export type { TakeFromTable } from './take-from-table.ts';
export type { VoidMotion } from './void-motion.ts';
export type { WithdrawMotion } from './withdraw-motion.ts';
