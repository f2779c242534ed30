import type { VoteOption } from './trace.ts';

/** How one seat stands in the roll call of a closed vote. */
export type RollCallEntry = Readonly<{
  seatId: string;
  constituencyId?: string;
  option: VoteOption;
  present: boolean;
  by?: 'member' | 'alternate' | 'proxy';
  /** The seat that voted for it by proxy (meeting rule SP-07); its own seat is not present. */
  proxySeatId?: string;
  /** The seat voted with its constituency, as a bloc (meeting rule SP-05). */
  bloc?: true;
}>;

/** How a seat stands that has no vote and that the quorum demands, as a neutral chair: it counts for nothing else. */
export type SeatWithoutVote = Readonly<{
  seatId: string;
  option: 'not voting' | 'recused' | 'absent';
  present: boolean;
}>;
