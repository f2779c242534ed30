import type { body, tally, When } from '#governance';
import type { Held } from '../body-composition/views.ts';
import type { Counts, Outcome } from '../decisions/views.ts';

/** How a seat stood in one vote of its body. */
export type VoteOfSeat = Readonly<{
  decisionId: string;
  motionId: string;
  title?: string;
  meetingId?: string;
  decidedAt: When;
  /** Of the body, as the record stands. */
  outcome: Outcome;
  /** As the record stands; `advisory` votes are shown, never counted. */
  option: tally.VoteOption;
  advisory?: true;
  /** Whose vote it was; absent where nobody sat. */
  by?: 'member' | 'alternate' | 'proxy';
  /** The seat that voted by proxy (meeting rule SP-07). */
  proxySeatId?: string;
  present: boolean;
  /** The member voted yes on what was rejected, or no on what was adopted. */
  dissent?: true;
  /** As it was recorded when the vote was closed, where it was corrected since. */
  recordedAs?: tally.VoteOption;
  /** What was adopted is of no effect. */
  voided?: true;
  illustration?: true;
  /** `possible` where the dates known do not say for certain that the person held the seat. */
  held?: Held;
}>;

export type PositionOfSeat = Readonly<{
  decisionId: string;
  motionId: string;
  title?: string;
  decidedAt: When;
  outcome: Outcome;
  position: tally.PositionStanding;
  by?: 'member' | 'alternate' | 'proxy';
  /** The seat that spoke for it by proxy. */
  proxySeatId?: string;
  advisory?: true;
  reason?: string;
  voided?: true;
}>;

/** A secret vote in which the seat could cast a ballot: how it voted, nobody knows. */
export type SecretVoteOfSeat = Readonly<{
  decisionId: string;
  motionId: string;
  title?: string;
  decidedAt: When;
  outcome: Outcome;
  voided?: true;
  /** It was away, and the holder of its proxy was given a ballot. */
  proxySeatId?: string;
}>;

/** Where a seat stepped aside at a meeting. */
export type RecusalOfSeat = Readonly<{
  meetingId: string;
  /** As the agenda numbers it. */
  item: string;
  itemTitle?: string;
  identifiedPublicly: boolean;
  leftRoom: boolean;
  at: When;
  eventId: string;
}>;

/** How often the member voted as most ayes and noes of another constituency did. */
export type Agreement = Readonly<{
  constituencyId: string;
  name?: string;
  /** Votes in which the member said yes or no, and the ayes and noes of the other constituency were not equal. */
  of: number;
  agreed: number;
  /** Rounded to a whole number; absent where there is no such vote. */
  percent?: number;
}>;

export type VotingTotals = Readonly<{
  /** Votes for which the seat was eligible: the options of member, alternate and proxy add up to it. */
  votes: number;
  /** What the member said, and silence, absence, leave and recusal of the seat. */
  member: Counts;
  /** What alternates said for the seat: never the member's. */
  alternate: Counts;
  /** What another seat said for it by proxy: not the member's either. */
  proxy: Counts;
  /** Votes at which the seat was present. */
  present: number;
  recused: number;
  dissents: number;
  /** Advisory votes, by option: they are in none of the numbers above. */
  advisory: Counts;
  corrected: number;
  voided: number;
  agreement: readonly Agreement[];
  /** In rounds of consensus that disposed of their motions. */
  positions: Readonly<Partial<Record<tally.PositionStanding, number>>>;
  /** Motions adopted by unanimous consent while the seat was there. */
  consents: number;
}>;

export type VotingRecord = Readonly<{
  totals: VotingTotals;
  /** Latest first, as the positions. */
  votes: readonly VoteOfSeat[];
  positions: readonly PositionOfSeat[];
  /** Secret votes in which it could take part; in none of the totals. Absent where there are none. */
  secretVotes?: readonly SecretVoteOfSeat[];
}>;

/** The record of a seat, whoever held it. */
export type MemberVotingRecordView = VotingRecord &
  Readonly<{
    bodyId: string;
    seatId: string;
    label?: string;
    constituencyId?: string;
    from?: When;
    to?: When;
    knownAt?: string;
  }>;

/** The record of a person in every seat, for the terms of office. */
export type PersonVotingRecordView = Readonly<{
  personId: string;
  knownAt?: string;
  seats: readonly (VotingRecord &
    Readonly<{
      bodyId: string;
      seatId: string;
      seatingId: string;
      holder: body.Holder;
      startsAt: When;
      endsAt?: When;
    }>)[];
}>;
