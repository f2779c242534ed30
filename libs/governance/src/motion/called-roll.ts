import type { RollCallEntry } from '../tally/index.ts';

/** How those stand who are called, and those without a vote whom the quorum demands. */
export type CalledRoll = Readonly<{
  rollCall: readonly RollCallEntry[];
  withoutVote?: readonly RollCallEntry[];
}>;

/** All of them, as a vote is worked out. */
export const wholeRoll = ({ rollCall, withoutVote = [] }: CalledRoll): readonly RollCallEntry[] => [
  ...rollCall,
  ...withoutVote,
];
