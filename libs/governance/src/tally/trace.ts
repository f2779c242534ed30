import type { Base, Comparison, SeatSelector } from './rule.ts';

/** Popolo's options with OCD's `excused` and our `recused`: eight, never fewer. */
export const voteOptions = [
  'yes',
  'no',
  'abstain',
  'not voting',
  'recused',
  'excused',
  'absent',
  'paired',
] as const;
export type VoteOption = (typeof voteOptions)[number];

/** One comparison with every number that went into it: `lhs = yes * den`, `rhs = baseValue * num`. */
export type TestTrace = Readonly<{
  /** `body`, or the id of a constituency. */
  scope: string;
  base: Base;
  yes: number;
  no: number;
  baseValue: number;
  lhs: number;
  rhs: number;
  cmp: Comparison;
  pass: boolean;
  minimumYes?: number;
  /** Nobody was eligible to vote, and the rule left this part out. */
  skipped?: true;
}>;

export type EachConstituencyTrace = Readonly<{
  scope: 'each_constituency';
  pass: boolean;
  parts: readonly TestTrace[];
}>;

/** One alternative of the rule: it passes when all its tests do. */
export type AlternativeTrace = Readonly<{
  pass: boolean;
  tests: readonly (TestTrace | EachConstituencyTrace)[];
}>;

export type QuorumPartTrace = Readonly<{
  scope: string;
  base: Base;
  present: number;
  baseValue: number;
  lhs: number;
  rhs: number;
  cmp: Comparison;
  pass: boolean;
}>;
export type QuorumTestTrace =
  | QuorumPartTrace
  | Readonly<{ scope: 'each_constituency'; pass: boolean; parts: readonly QuorumPartTrace[] }>
  | Readonly<{
      scope: 'mandatory_seats';
      pass: boolean;
      parts: readonly Readonly<{ selector: SeatSelector; pass: boolean }>[];
    }>;
export type QuorumTrace = Readonly<{ pass: boolean; tests: readonly QuorumTestTrace[] }>;

/** The codes of an absent quorum, one for each kind of test. */
export type QuorumReason = 'QUORUM_NOT_ESTABLISHED' | 'CONSTITUENCY_QUORUM_LOST' | 'MANDATORY_SEAT_ABSENT';
export type FailureReason = QuorumReason | 'TEST_FAILED' | 'TIE' | 'TIE_TO_MEDIATION';

export type Count = Readonly<{ option: VoteOption; value: number; constituencyId?: string }>;
export type GroupResult = Readonly<{ constituencyId: string; result: 'pass' | 'fail' }>;

/** A constituency that voted as one: so many votes by the seats that were there. */
export type BlocTrace = Readonly<{
  constituencyId: string;
  option: VoteOption;
  votes: number;
  seatIds: readonly string[];
}>;

/** A seat that was away and voted by the holder of its proxy (meeting rule SP-07). */
export type ProxyTrace = Readonly<{
  seatId: string;
  /** Absent where no source says who held it. */
  proxySeatId?: string;
  option: VoteOption;
  countsForQuorum: boolean;
}>;

/** The full outcome of a vote: stored with it, so that anyone can check every step. */
export type Tally = Readonly<{
  /** Of the whole body (no `constituencyId`), then of each constituency; options with zero are left out. */
  counts: readonly Count[];
  /**
   * Whether each constituency's own parts passed in the alternative that decided (the first that passed, else
   * the first); empty where that alternative asks nothing of the constituencies.
   */
  groupResults: readonly GroupResult[];
  quorum: QuorumTrace;
  alternatives: readonly AlternativeTrace[];
  /** Where constituencies voted as blocs; the tests count their votes, `counts` their seats. */
  blocs?: readonly BlocTrace[];
  /** Where seats voted by proxy; `counts` and the tests count them like any other seat. */
  proxies?: readonly ProxyTrace[];
  /** As many noes as ayes in the body, and at least one of each. */
  tie: boolean;
  /** The chair's vote that was counted to break the tie: in the tests of the body, never in a constituency's. */
  castingVote?: 'yes' | 'no';
  result: 'pass' | 'fail';
  /** Why not. */
  reason?: FailureReason;
}>;
