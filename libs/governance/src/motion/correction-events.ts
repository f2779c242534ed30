import type { Tally, VoteOption } from '../tally/trace.ts';

/**
 * By which right a vote on record is corrected: by the secretary, for an error of writing, or by an adopted
 * motion, pinned by its revision.
 */
export type CorrectionAuthority =
  Readonly<{ kind: 'clerical' }> | Readonly<{ kind: 'motion'; motionId: string; motionRevision: number }>;

/** How a seat stands in a roll call; the roll call of the closing stays as it was recorded. */
export type VoteRecordCorrected = Readonly<{
  type: 'VoteRecordCorrected';
  voteEventId: string;
  seatId: string;
  from: VoteOption;
  to: VoteOption;
  /** Where the presence at the closing was recorded wrong too. */
  presence?: Readonly<{ from: boolean; to: boolean }>;
  authority: CorrectionAuthority;
  reason: string;
}>;

/** What the corrected roll call comes to, under the rule and the eligibility that the opening pinned. */
export type TallyRestated = Readonly<{
  type: 'TallyRestated';
  voteEventId: string;
  /** Against what was on record before this correction. */
  changesOutcome: boolean;
  tally: Tally;
}>;

export const voidingBases = ['court', 'cure', 'no_quorum_found'] as const;
export type VoidingBasis = (typeof voidingBases)[number];

/** What was adopted has no effect, and had none; the record of it stays. */
export type MotionVoided = Readonly<{
  type: 'MotionVoided';
  basis: VoidingBasis;
  reason: string;
  /** The challenge that led to it, and the revision at which it was read. */
  challengeId?: string;
  challengeRevision?: number;
}>;
