import { broken } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { MotionWithdrawn } from './events.ts';
import type { AttendanceFact } from './facts.ts';
import { inStatus } from './guards.ts';
import type { OtherMotionsFact } from './procedure/facts.ts';
import type { MotionState } from './state.ts';

type WithdrawFacts = AttendanceFact & Pick<OtherMotionsFact, 'motionId'>;

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

/** A meeting whose record says which questions were stated says so of all; else a second stands for it. */
function isStated({ status }: MotionState, { attendance, motionId }: WithdrawFacts): boolean {
  const stated = attendance?.questions.stated ?? new Set<string>();
  return stated.size > 0 ? stated.has(motionId) : status === 'pending';
}

export function* withdrawMotion(
  state: MotionState,
  command: WithdrawMotion,
  facts: WithdrawFacts,
): Decision<MotionWithdrawn> {
  const { permission, seatId } = command;
  yield* inStatus(state, command, 'moved', 'pending');
  if (permission === 'mover' && isStated(state, facts))
    yield broken('RR-11', 'WITHDRAWAL_NEEDS_PERMISSION', { status: state.status });
  if (seatId !== undefined && seatId !== state.mover?.seatId)
    yield broken('RR-11', 'NOT_THE_MOVER', { seatId, moverSeatId: state.mover?.seatId });
  return [{ type: 'MotionWithdrawn', permission, ...(seatId !== undefined && { seatId }) }];
}
