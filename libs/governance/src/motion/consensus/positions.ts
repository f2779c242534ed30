import { broken, irregular, refuse } from '../../kernel/index.ts';
import { notRecused, seatOfSnapshot } from '../ballots.ts';
import type { BallotFacts } from '../ballots.ts';
import { inSession, notNeutral } from '../guards.ts';
import type { Check } from '../guards.ts';
import type { MotionState } from '../state.ts';
import type { Position } from '../../tally/consensus.ts';
import { openRoundOf } from './guards.ts';
import type { OpenRound } from './state.ts';

/** What one seat says, and why. */
export type Said = Readonly<{ roundId: string; seatId: string; position: Position; reason?: string }>;

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

/** Somebody in the room speaks; blocks need a reason (SP-09). */
export function* spoken({ rule, itemId }: OpenRound, command: Said, facts: BallotFacts): Check {
  const { seatId, position, reason } = command;
  yield* notRecused({ itemId }, { seatId, option: position }, facts);
  if (!facts.attendance?.present.has(seatId))
    yield irregular('NOT_PRESENT', { seatId, position, at: facts.at.literal });
  if (position === 'block' && reason === undefined && rule.consensus?.blockReasonRequired !== false)
    yield broken('SP-09', 'BLOCK_REASON_REQUIRED', { seatId });
}
