import type { Holder } from '../../body/events.ts';
import type { ConsensusTrace, Position, PositionEntry } from '../../tally/consensus.ts';
import type { BoundRulePin } from '../bound-rule-pin.ts';
import type { Eligibility } from '../../tally/electorate.ts';
import type { SeatWithoutVote } from '../../tally/roll-call.ts';
import type { DecisionRule } from '../../tally/rule.ts';
import type { MotionRead } from '../procedure/events.ts';
import type { ProxyPin } from '../proxy-pin.ts';

/** A round of consensus begins: what it rests on is pinned as for a vote. */
export type ConsensusCalled = Readonly<{
  type: 'ConsensusCalled';
  roundId: string;
  /** Of the rounds on this text in this meeting, from 1. */
  round: number;
  meetingId: string;
  itemId?: string;
  textSha256: string;
  rule: DecisionRule;
  eligibility: Eligibility;
  rosterRevision: number;
  meetingRevision: number;
  /** Motions that stood in the way of the question, as they were read (RR-02). */
  pendingMotions?: readonly MotionRead[];
  /** Where the rule was resolved from the clause that states it. */
  boundRule?: BoundRulePin;
  /** Where the quorum comes from clauses of its own. */
  boundRules?: readonly BoundRulePin[];
  /** A seat, or a facilitator or convener without one (meeting rule SP-11). */
  calledBy?: Holder;
}>;
export type ConsensusPositionRecorded = Readonly<{
  type: 'ConsensusPositionRecorded';
  roundId: string;
  seatId: string;
  position: Position;
  by: 'member' | 'alternate' | 'proxy';
  /** Where the holder of its proxy speaks for it (meeting rule SP-07). */
  proxy?: ProxyPin;
  reason?: string;
  /** Of a seat without a counted vote: shown, never counted (meeting rule SP-08). */
  advisory?: true;
}>;
export type ConsensusPositionChanged = Readonly<{
  type: 'ConsensusPositionChanged';
  roundId: string;
  seatId: string;
  from: Position;
  to: Position;
  /** Where the holder of its proxy speaks for it. */
  by?: 'proxy';
  proxy?: ProxyPin;
  reason?: string;
}>;

type RoundEnded = {
  roundId: string;
  positions: readonly PositionEntry[];
  /** Where the quorum demands seats without a vote. */
  withoutVote?: readonly SeatWithoutVote[];
  trace: ConsensusTrace;
  /** The meeting's revision at which presence was read. */
  meetingRevision: number;
};
export type ConsensusReached = Readonly<RoundEnded & { type: 'ConsensusReached' }>;
export type ConsensusFailed = Readonly<
  RoundEnded & {
    type: 'ConsensusFailed';
    reason: NonNullable<ConsensusTrace['reason']>;
    /** What the rule leaves to the body: another round, a vote in the same meeting. Empty: the motion is rejected. */
    next: readonly ('round' | 'vote')[];
  }
>;
/** The round is broken off; its positions stay in the record, and the motion is pending again. */
export type ConsensusAborted = Readonly<{ type: 'ConsensusAborted'; roundId: string; reason: string }>;

export type ConsensusEvent =
  | ConsensusCalled
  | ConsensusPositionRecorded
  | ConsensusPositionChanged
  | ConsensusReached
  | ConsensusFailed
  | ConsensusAborted;
