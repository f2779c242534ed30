import { broken, refuse } from '../../kernel/index.ts';
import type { Decision } from '../../kernel/index.ts';
import type { BallotFacts } from '../ballots.ts';
import type { ProxyFacts } from '../proxy-ballot.ts';
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
    yield broken(by === 'proxy' ? 'SP-07' : 'SP-06', 'BALLOT_STANDS', { seatId, by, sitting });
}

/** What was said by proxy is changed by proxy, until somebody comes who sits in the seat. */
const spokenAgain = (
  command: ChangeConsensusPosition,
  { by }: HeldPosition,
  { attendance }: BallotFacts,
): ChangeConsensusPosition =>
  by === 'proxy' && !attendance?.present.has(command.seatId) ? { ...command, by } : command;

export function* changeConsensusPosition(
  state: MotionState,
  command: ChangeConsensusPosition,
  facts: ProxyFacts,
): Decision<ConsensusPositionChanged> {
  const { roundId, seatId, position: to, reason } = command;
  const round = yield* roundInSession(state, command, facts);
  yield* speakingSeat(round, seatId);
  const held = yield* positionToChange(round, command);
  yield* notBefore(facts.at, held.at);
  yield* sameSitter(held, seatId, facts);
  const { proxy } = yield* spoken(state, round, spokenAgain(command, held, facts), facts);
  const said = { roundId, seatId, from: held.position, to };
  const by = proxy && ({ by: 'proxy', proxy } as const);
  return [{ type: 'ConsensusPositionChanged', ...said, ...by, ...(reason !== undefined && { reason }) }];
}
