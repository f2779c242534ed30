import type { DecisionRule, Position } from '../../tally/index.ts';
import type { ConsensusCalled, ConsensusPositionRecorded } from '../events.ts';
import type { MotionEvent } from '../events.ts';
import { members, opened, pending, rule } from './committee.ts';

/** Two rounds; no block, one stand-aside; a vote where there is no consensus. */
export const consensusRule: DecisionRule = {
  ...rule,
  mode: 'consensus_then_vote',
  consensus: { maxBlocks: 0, maxStandAsides: 1, rounds: 2 },
};

const { type: _type, voteEventId: _id, method: _method, ...pinned } = opened;

export const called: ConsensusCalled = {
  type: 'ConsensusCalled',
  roundId: 'round-1',
  round: 1,
  ...pinned,
  rule: consensusRule,
};

/** The history of a motion on which consensus is sought. */
export const seeking: readonly MotionEvent[] = [...pending, called];

export const position = (
  seatId: string,
  said: Position,
  more: Partial<ConsensusPositionRecorded> = {},
): ConsensusPositionRecorded => ({
  type: 'ConsensusPositionRecorded',
  roundId: 'round-1',
  seatId,
  position: said,
  by: 'member',
  ...more,
});

/** Positions of the members in order; nothing for those beyond. */
export const positionsOf = (...said: readonly Position[]): readonly ConsensusPositionRecorded[] =>
  said.flatMap((one, i) => {
    const seatId = members[i];
    return seatId === undefined ? [] : [position(seatId, one)];
  });
