import type { body, motion, tally, When } from '#governance';
import type { Officer, SeatName } from './names.ts';

/* Elections in the minutes. RONR (12th ed.) 46:37 and 48:5: the tellers' report, in full. */

export type Nomination = Readonly<{
  candidateId: string;
  candidate: Officer;
  /** From the floor; absent where a committee or a source nominated. */
  nominatedBy?: SeatName;
  /** The candidate declined. */
  withdrawn?: true;
}>;

/** How many ballots name a candidate, or none: of a constituency where it was counted apart. */
export type CandidateTotal = Readonly<{ candidate?: Officer; votes: number; constituencyId?: string }>;

/** How a seat answered; of a secret ballot, only who took no part. */
export type ElectorLine = SeatName &
  Readonly<{ option: tally.ElectorEntry['option']; candidate?: Officer; by?: 'alternate' | 'proxy' }>;

export type ElectionRoundLine = Readonly<{
  ballotingId: string;
  round: number;
  method: motion.VoteMethod;
  closedAt: When;
  result: 'elected' | 'nobody' | 'aborted';
  /** Why the round was broken off. */
  reason?: string;
  clause?: string;
  tellers: readonly Officer[];
  /** Of the whole body, and last those who abstained. */
  totals: readonly CandidateTotal[];
  /** As the tellers counted them where each constituency had a box of its own. */
  byConstituency: readonly CandidateTotal[];
  roll: readonly ElectorLine[];
}>;

export type ElectionLine = Readonly<{
  role: body.Role;
  /** The constituency that a co-chair chairs for. */
  constituencyId?: string;
  nominations: readonly Nomination[];
  nominationsClosed?: When;
  /** Rounds that ended in this meeting. */
  rounds: readonly ElectionRoundLine[];
  /** Who was elected in this meeting. */
  elected?: Officer;
}>;
