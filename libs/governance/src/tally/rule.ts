import type { ClauseRef } from '../kernel/envelope.ts';

export const bases = ['votes_cast', 'members_present', 'seats_filled', 'seats_authorized', 'fixed'] as const;
export type Base = (typeof bases)[number];

export const comparisons = ['gt', 'gte'] as const;
export type Comparison = (typeof comparisons)[number];

/** `count * den` against `base * num`, in integers. `n` is the base where it is `fixed`. */
export type Proportion = Readonly<{
  base: Base;
  n?: number;
  num: number;
  den: number;
  cmp: Comparison;
}>;

/** One test on the ayes of the body or of each constituency. */
export type DecisionTest = Proportion &
  Readonly<{
    scope: 'body' | 'each_constituency';
    /** Fails with fewer ayes than this, however small the base. */
    minimumYes?: number;
  }>;

/** A seat (`seatId`) or an office (`co_chair:LAUSD`, `chair`) without which there is no quorum. */
export type SeatSelector = string;

/** A quorum is measured on seats: votes cast come after it, and those present cannot be measured on themselves. */
export type QuorumBase = Exclude<Base, 'votes_cast' | 'members_present'>;

export type QuorumProportion = Proportion &
  Readonly<{ base: QuorumBase; scope: 'body' | 'each_constituency' }>;

export type QuorumTest = QuorumProportion | Readonly<{ mandatorySeats: readonly SeatSelector[] }>;

/**
 * Where a recused seat stays (meeting rule SP-10). One that counts for the quorum stays in the seats on which
 * the quorum is measured.
 */
export type Recusal = Readonly<{
  countsForQuorum: boolean;
  /** It leaves `seats_filled` and `seats_authorized`, of the body and of its constituency. */
  reducesSeatBase: boolean;
  /** It leaves `members_present`; only where it does not count for the quorum either. */
  reducesPresentBase?: boolean;
}>;

/** How a body decides under a rule: by vote, by consensus, by consensus and a vote where there is none, without objection. */
export const decisionModes = ['vote', 'consensus', 'consensus_then_vote', 'unanimous_consent'] as const;
export type DecisionMode = (typeof decisionModes)[number];

/** When there is consensus (meeting rule SP-09). */
export type ConsensusTerms = Readonly<{
  maxBlocks: number;
  /** Absent or null: as many as there are. */
  maxStandAsides?: number | null;
  /** Absent: it is. */
  blockReasonRequired?: boolean;
  /** Rounds on the same text in the same meeting. Absent: as many as the body wants. */
  rounds?: number;
}>;

/** Who answers for a member who is away. */
export const absenteeRules = ['none', 'alternate', 'proxy', 'bloc'] as const;
/** A bloc that is not of one mind casts no bloc ballot, or goes with the majority of its seats. */
export const blocSplits = ['refused', 'majority'] as const;
export type BlocSplit = (typeof blocSplits)[number];

/** What the clause that lets seats vote by proxy adds (meeting rule SP-07). Absent: neither. */
export type ProxyTerms = Readonly<{
  /** The holder may sit for another constituency than the giver. */
  acrossConstituencies?: boolean;
  /** The giver counts for the quorum, too. Its vote counts in any case, and with it in `members_present`. */
  countsForQuorum?: boolean;
}>;

export type AbsenteeRule = (typeof absenteeRules)[number];

/**
 * A decision rule as data (domain model 2.7): alternatives of conjunctive tests. It passes when there is a
 * quorum and some alternative's tests all pass; by consensus, as its terms say.
 */
export type DecisionRule = Readonly<{
  ruleId: string;
  clauseRef?: ClauseRef;
  quorum: readonly QuorumTest[];
  passIfAny: readonly (readonly DecisionTest[])[];
  /** Whether an abstention stands in the base `votes_cast`. */
  abstention: 'excluded' | 'counts_in_base';
  recusal: Recusal;
  /**
   * What a test with an empty base comes to. `skip` leaves a constituency without eligible voters out (meeting
   * rule SP-04), not one that did not vote; it cannot leave out the body, nor every constituency at once.
   */
  emptyBase: 'fail' | 'pass' | 'skip';
  tie: 'fails' | 'chair_casts' | 'mediation';
  /** Absent: by vote. */
  mode?: DecisionMode;
  /** Where the mode knows consensus. */
  consensus?: ConsensusTerms;
  /** Absent: an alternate where one sits, nobody else. */
  absentee?: AbsenteeRule;
  /** What a clause that lets a side vote as a bloc says of a split within it. Absent: the bloc ballot is refused. */
  blocSplit?: BlocSplit;
  /** Where `absentee` is `proxy`. */
  proxy?: ProxyTerms;
  /**
   * Notice before the meeting (meeting rules RR-06, RR-12): whether the vote needs it, and the alternatives that
   * take the place of `passIfAny` where it was given.
   */
  previousNotice?: Readonly<{ required: boolean; altersTo?: readonly (readonly DecisionTest[])[] }>;
}>;
