import type { Decider } from '../kernel/index.ts';
import { decide } from './decide.ts';
import type { Command } from './decide.ts';
import type { CommitmentEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { evolve, noCommitment } from './state.ts';
import type { CommitmentState } from './state.ts';

/** Stream `commitment-{id}`. */
export const decider: Decider<CommitmentState, CommitmentEvent, Command, Facts> = {
  category: 'commitment',
  initialState: noCommitment,
  evolve,
  decide,
};

export type { NamedAuthority } from './authority.ts';
export type { Command } from './decide.ts';
export * from './events.ts';
export type { Facts } from './facts.ts';
export type { MakeCommitment } from './make-commitment.ts';
export type { ReportCommitmentProgress } from './report-commitment-progress.ts';
export type { ReviseCommitment } from './revise-commitment.ts';
export type { RecordCommitmentMet } from './record-commitment-met.ts';
export type { RecordCommitmentMissed } from './record-commitment-missed.ts';
export type { ReleaseCommitment } from './release-commitment.ts';
export { termsOf } from './state.ts';
export type { CommitmentState, CommitmentStatus } from './state.ts';
export { streamsRead } from './streams-read.ts';
export type { StreamsRead } from './streams-read.ts';
export type { NamedMeasure, NamedTerms } from './terms.ts';
