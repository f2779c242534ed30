import { refuse } from '../../kernel/index.ts';
import type { Decision } from '../../kernel/index.ts';
import type { ProxyFacts } from '../proxy-ballot.ts';
import type { MotionState } from '../state.ts';
import type { ConsensusPositionRecorded } from './events.ts';
import { roundInSession, speakingSeat, spoken } from './positions.ts';
import type { Said } from './positions.ts';

/** A seat says where it stands. Whoever sits in it speaks (SP-06), or the holder of its proxy (SP-07). */
export type RecordConsensusPosition = Readonly<{ type: 'RecordConsensusPosition' }> & Said;

export function* recordConsensusPosition(
  state: MotionState,
  command: RecordConsensusPosition,
  facts: ProxyFacts,
): Decision<ConsensusPositionRecorded> {
  const { seatId, position } = command;
  const round = yield* roundInSession(state, command, facts);
  const weight = yield* speakingSeat(round, seatId);
  if (round.positions.has(seatId) || round.advisory.has(seatId))
    return yield* refuse('DUPLICATE_POSITION', { seatId, position });
  const said = yield* spoken(state, round, command, facts);
  const heardOnly = weight === 'advisory' && { advisory: true as const };
  return [{ ...command, type: 'ConsensusPositionRecorded', ...said, ...heardOnly }];
}
