import type { Holder, Role } from '../../body/events.ts';
import type { Eligibility } from '../../tally/electorate.ts';
import type { ElectionTrace, ElectorEntry } from '../../tally/election.ts';
import type { BoundRulePin } from '../bound-rule-pin.ts';
import type { SeatWithoutVote } from '../../tally/roll-call.ts';
import type { DecisionRule } from '../../tally/rule.ts';
import type { ProxyPin } from '../proxy-pin.ts';
import type { RepresentedSeat } from '../secret/events.ts';
import type { VoteMethod } from '../vote-method.ts';

/** The motion is an election: nobody moves or seconds it. RONR (12th ed.) §46. */
export type ElectionCalled = Readonly<{
  type: 'ElectionCalled';
  meetingId: string;
  itemId?: string;
  role: Role;
  /** The constituency that a co-chair chairs for. */
  constituencyId?: string;
}>;
export type CandidateNominated = Readonly<{
  type: 'CandidateNominated';
  candidateId: string;
  candidate: Holder;
  /** From the floor; absent where a committee or a source nominates. */
  nominatedBySeatId?: string;
}>;
/** The candidate declines, before the nominations are closed or between rounds. */
export type CandidateWithdrawn = Readonly<{ type: 'CandidateWithdrawn'; candidateId: string }>;
export type NominationsClosed = Readonly<{ type: 'NominationsClosed' }>;
export type ElectionRoundOpened = Readonly<{
  type: 'ElectionRoundOpened';
  ballotingId: string;
  /** From 1. */
  round: number;
  candidateIds: readonly string[];
  meetingId: string;
  itemId?: string;
  textSha256: string;
  rule: DecisionRule;
  /** Where the rule was resolved from the clause that states it. */
  boundRule?: BoundRulePin;
  /** Where the quorum comes from clauses of its own. */
  boundRules?: readonly BoundRulePin[];
  eligibility: Eligibility;
  rosterRevision: number;
  meetingRevision: number;
  method: VoteMethod;
}>;
/** A seat names a candidate, or abstains. */
export type ElectionBallotRecorded = Readonly<{
  type: 'ElectionBallotRecorded';
  ballotingId: string;
  seatId: string;
  candidateId?: string;
  option: 'candidate' | 'abstain';
  by: 'member' | 'alternate' | 'proxy';
  /** Where it votes by proxy. */
  proxy?: ProxyPin;
}>;

/** How many ballots name a candidate, or abstain; of a constituency where each has a box of its own. */
export type BallotTotal = Readonly<{ candidateId?: string; value: number; constituencyId?: string }>;
/** What a secret ballot comes to: totals only, so that no ballot is anybody's. */
export type TellersReported = Readonly<{
  type: 'TellersReported';
  ballotingId: string;
  tellers: readonly Holder[];
  totals: readonly BallotTotal[];
  /** Seats that voted by proxy; what they voted nobody knows. */
  represented?: readonly RepresentedSeat[];
}>;
export type ElectionRoundClosed = Readonly<{
  type: 'ElectionRoundClosed';
  ballotingId: string;
  /** Of a secret ballot, only who took no part. */
  roll: readonly ElectorEntry[];
  /** Where the quorum demands seats without a vote. */
  withoutVote?: readonly SeatWithoutVote[];
  /** Of a secret ballot: voting seats that were present and not recused. */
  presentSeatIds?: readonly string[];
  /** Of a secret ballot: seats that were away, and whose proxies were given a ballot. */
  represented?: readonly RepresentedSeat[];
  trace: ElectionTrace;
  meetingRevision: number;
}>;
export type ElectionRoundAborted = Readonly<{
  type: 'ElectionRoundAborted';
  ballotingId: string;
  reason: string;
}>;
/** Who is elected, by a round of ballots or without opposition; the assignment of the role follows on the body. */
export type ElectionDecided = Readonly<{
  type: 'ElectionDecided';
  role: ElectionCalled['role'];
  constituencyId?: string;
  candidateId: string;
  candidate: Holder;
  /** The round, or the consent that nobody objected to. */
  decidedBy: string;
}>;

export type ElectionEvent =
  | ElectionCalled
  | CandidateNominated
  | CandidateWithdrawn
  | NominationsClosed
  | ElectionRoundOpened
  | ElectionBallotRecorded
  | TellersReported
  | ElectionRoundClosed
  | ElectionRoundAborted
  | ElectionDecided;
