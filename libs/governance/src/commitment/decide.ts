import type { Decision } from '../kernel/index.ts';
import type { CommitmentEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { makeCommitment } from './make-commitment.ts';
import type { MakeCommitment } from './make-commitment.ts';
import { reportCommitmentProgress } from './report-commitment-progress.ts';
import type { ReportCommitmentProgress } from './report-commitment-progress.ts';
import { reviseCommitment } from './revise-commitment.ts';
import type { ReviseCommitment } from './revise-commitment.ts';
import { recordCommitmentMet } from './record-commitment-met.ts';
import type { RecordCommitmentMet } from './record-commitment-met.ts';
import { recordCommitmentMissed } from './record-commitment-missed.ts';
import type { RecordCommitmentMissed } from './record-commitment-missed.ts';
import { releaseCommitment } from './release-commitment.ts';
import type { ReleaseCommitment } from './release-commitment.ts';
import type { CommitmentState } from './state.ts';

export type Command =
  | MakeCommitment
  | ReviseCommitment
  | ReportCommitmentProgress
  | RecordCommitmentMet
  | RecordCommitmentMissed
  | ReleaseCommitment;

type Decide<C> = (state: CommitmentState, command: C, facts: Facts) => Decision<CommitmentEvent>;
type Decisions = { readonly [T in Command['type']]: Decide<Extract<Command, { type: T }>> };

const decisions: Decisions = {
  MakeCommitment: makeCommitment,
  ReviseCommitment: reviseCommitment,
  ReportCommitmentProgress: reportCommitmentProgress,
  RecordCommitmentMet: recordCommitmentMet,
  RecordCommitmentMissed: recordCommitmentMissed,
  ReleaseCommitment: releaseCommitment,
};

export const decide: Decide<Command> = (state, command, facts) =>
  (decisions[command.type] as Decide<Command>)(state, command, facts);
