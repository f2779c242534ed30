import type { VoteOption } from './trace.ts';

/** Where an option stands in the standards and in the bases of a tally (domain model 1.3). */
export type VoteOptionRow = Readonly<{
  /** Popolo's vote option. */
  popolo: 'yes' | 'no' | 'abstain' | 'absent' | 'not voting' | 'paired';
  /** OCD's (Open States') vote option. */
  ocd: 'yes' | 'no' | 'abstain' | 'absent' | 'not voting' | 'excused' | 'paired' | 'other';
  /** The standard's option says less than ours: ours goes along, as `_cogov.option` or as OCD's `note`. */
  extension?: Readonly<{ popolo?: VoteOption; ocd?: VoteOption }>;
  /** Whether the vote stands in the base `votes_cast`; `by_rule`: where the rule says so. */
  countsTowardVotesCast: 'always' | 'never' | 'by_rule';
  /** Whether the seat stands in `members_present`; `as_recorded`: where the roll call says that it is there. */
  present: 'always' | 'never' | 'by_rule' | 'as_recorded';
}>;

/**
 * Eight options, eight rows. A recusal is never an abstention, an excused member never "not voting", and a
 * present member without an answer has not abstained.
 */
export const voteOptionTable: Readonly<Record<VoteOption, VoteOptionRow>> = {
  yes: { popolo: 'yes', ocd: 'yes', countsTowardVotesCast: 'always', present: 'always' },
  no: { popolo: 'no', ocd: 'no', countsTowardVotesCast: 'always', present: 'always' },
  abstain: { popolo: 'abstain', ocd: 'abstain', countsTowardVotesCast: 'by_rule', present: 'always' },
  'not voting': {
    popolo: 'not voting',
    ocd: 'not voting',
    countsTowardVotesCast: 'never',
    present: 'always',
  },
  recused: {
    popolo: 'not voting',
    ocd: 'other',
    extension: { popolo: 'recused', ocd: 'recused' },
    countsTowardVotesCast: 'never',
    present: 'by_rule',
  },
  excused: {
    popolo: 'absent',
    ocd: 'excused',
    extension: { popolo: 'excused' },
    countsTowardVotesCast: 'never',
    present: 'never',
  },
  absent: { popolo: 'absent', ocd: 'absent', countsTowardVotesCast: 'never', present: 'never' },
  paired: { popolo: 'paired', ocd: 'paired', countsTowardVotesCast: 'never', present: 'as_recorded' },
};
