import { broken, refuse } from '../../kernel/index.ts';
import type { Decision } from '../../kernel/index.ts';
import type { BallotFacts } from '../ballots.ts';
import { notBefore } from '../guards.ts';
import type { Check } from '../guards.ts';
import type { MotionState } from '../state.ts';
import type { ConsensusPositionChanged } from './events.ts';
import { roundInSession, speakingSeat, spoken } from './positions.ts';
import type { Said } from './positions.ts';
import type { HeldPosition, OpenRound } from './state.ts';

/** A seat changes its position before the round is closed; what it said before stays in the record. */
export type ChangeConsensusPosition = Readonly<{ type: 'ChangeConsensusPosition' }> & Said;

function* positionToChange({ positions }: OpenRound, command: ChangeConsensusPosition): Check<HeldPosition> {
  const { seatId, position, reason } = command;
  const held = positions.get(seatId);
  if (!held) return yield* refuse('NO_POSITION_TO_CHANGE', { seatId });
  if (held.position === position && held.reason === reason)
    return yield* refuse('POSITION_UNCHANGED', { seatId, position });
  return held;
}

/** What the alternate said stands when the member comes, and the other way round (SP-06). */
function* sameSitter({ by }: HeldPosition, seatId: string, { attendance }: BallotFacts): Check {
  const sitting = attendance?.present.get(seatId)?.by;
  if (sitting !== undefined && sitting !== by)
    yield broken('SP-06', 'BALLOT_STANDS', { seatId, by, sitting });
}

export function* changeConsensusPosition(
  state: MotionState,
  command: ChangeConsensusPosition,
  facts: BallotFacts,
): Decision<ConsensusPositionChanged> {
  const { roundId, seatId, position: to, reason } = command;
  const round = yield* roundInSession(state, command, facts);
  yield* speakingSeat(round, seatId);
  const held = yield* positionToChange(round, command);
  yield* notBefore(facts.at, held.at);
  yield* sameSitter(held, seatId, facts);
  yield* spoken(round, command, facts);
  const said = { roundId, seatId, from: held.position, to };
  return [{ type: 'ConsensusPositionChanged', ...said, ...(reason !== undefined && { reason }) }];
}
