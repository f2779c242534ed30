import { broken, irregular, refuse } from '../../kernel/index.ts';
import { alternateAllowed, notRecused, seatOfSnapshot } from '../ballots.ts';
import type { BallotFacts } from '../ballots.ts';
import { inSession, notNeutral } from '../guards.ts';
import type { Check } from '../guards.ts';
import { proxyFor } from '../proxy-ballot.ts';
import type { ProxyFacts } from '../proxy-ballot.ts';
import type { MotionState } from '../state.ts';
import type { Position } from '../../tally/consensus.ts';
import type { ConsensusPositionRecorded } from './events.ts';
import { openRoundOf } from './guards.ts';
import type { OpenRound } from './state.ts';

/** What one seat says, and why. */
export type Said = Readonly<{
  roundId: string;
  seatId: string;
  position: Position;
  reason?: string;
  /** The holder of its proxy speaks for a seat that is away (meeting rule SP-07). */
  by?: 'proxy';
}>;

/** Who speaks for a seat. */
export type Speaker = Pick<ConsensusPositionRecorded, 'by' | 'proxy'>;

/** The round is open at that time, in a meeting: nobody takes positions elsewhere (BA-16). */
export function* roundInSession(
  state: MotionState,
  command: Readonly<{ roundId: string }>,
  facts: BallotFacts,
): Check<OpenRound> {
  const round = yield* openRoundOf(state, command);
  yield* inSession(state, facts);
  return round;
}

/** Whether the seat's position is counted: it stands in the snapshot with a vote, or is heard only (SP-08). */
export function* speakingSeat(round: OpenRound, seatId: string): Check<'counted' | 'advisory'> {
  const { votingRight, roles } = yield* seatOfSnapshot(round, seatId);
  if (votingRight === 'none') yield* refuse('ADVISORY_SEAT', { rule: 'SP-08', seatId, votingRight });
  if (votingRight === 'unknown') yield irregular('UNKNOWN_VOTING_RIGHT', { seatId });
  if (votingRight === 'advisory') return 'advisory';
  yield* notNeutral(seatId, roles);
  return 'counted';
}

/** Who speaks for the seat: whoever sits in it, as far as the rule hears them (SP-06), or the holder of its proxy. */
function* speaker(state: MotionState, round: OpenRound, command: Said, facts: ProxyFacts): Check<Speaker> {
  const { seatId, position, by } = command;
  if (by === 'proxy') return { by, proxy: yield* proxyFor(state, round, seatId, facts) };
  const sitting = facts.attendance?.present.get(seatId)?.by;
  if (sitting === undefined) yield irregular('NOT_PRESENT', { seatId, position, at: facts.at.literal });
  const sits = sitting ?? 'member';
  yield* alternateAllowed(round, seatId, sits);
  return { by: sits };
}

/** Somebody speaks for the seat; blocks need a reason (SP-09). */
export function* spoken(
  state: MotionState,
  round: OpenRound,
  command: Said,
  facts: ProxyFacts,
): Check<Speaker> {
  const { rule, itemId } = round;
  const { seatId, position, reason } = command;
  yield* notRecused({ itemId }, { seatId, option: position }, facts);
  const said = yield* speaker(state, round, command, facts);
  if (position === 'block' && reason === undefined && rule.consensus?.blockReasonRequired !== false)
    yield broken('SP-09', 'BLOCK_REASON_REQUIRED', { seatId });
  return said;
}
