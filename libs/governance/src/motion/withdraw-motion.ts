import { irregular } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { MotionWithdrawn } from './events.ts';
import { inStatus } from './guards.ts';
import type { MotionState } from './state.ts';

/**
 * The mover takes the motion back. Before the question is stated nobody need agree; afterwards the motion is
 * the body's, and it is the body that permits it. RONR (12th ed.) 33:11–19, meeting rule RR-11.
 */
export type WithdrawMotion = Readonly<{
  type: 'WithdrawMotion';
  permission: MotionWithdrawn['permission'];
  /** Who asks for it. */
  seatId?: string;
}>;

export function* withdrawMotion(state: MotionState, command: WithdrawMotion): Decision<MotionWithdrawn> {
  const { permission, seatId } = command;
  yield* inStatus(state, command, 'moved', 'pending');
  if (permission === 'mover' && state.status === 'pending')
    yield irregular('WITHDRAWAL_NEEDS_PERMISSION', { rule: 'RR-11', status: state.status });
  if (seatId !== undefined && seatId !== state.mover?.seatId)
    yield irregular('NOT_THE_MOVER', { rule: 'RR-11', seatId, moverSeatId: state.mover?.seatId });
  return [{ type: 'MotionWithdrawn', permission, ...(seatId !== undefined && { seatId }) }];
}
