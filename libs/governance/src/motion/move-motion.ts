import type { AtFact, Decision } from '../kernel/index.ts';
import type { MotionMoved, MotionSeconded } from './events.ts';
import type { AttendanceFact, RegimeFact, RosterFact } from './facts.ts';
import { inSession, inStatus, offAgenda, presentMember } from './guards.ts';
import { classRule } from './procedure/class-rule.ts';
import type { ProcedureFacts } from './procedure/facts.ts';
import { inOrder } from './procedure/in-order.ts';
import { isOwnBusiness } from './procedure/motion-class.ts';
import type { MotionState, MotionStatus } from './state.ts';

/** A member proposes the motion in a meeting. RONR (12th ed.) 4:4–8. */
export type MoveMotion = Readonly<{ type: 'MoveMotion'; meetingId: string; seatId: string }>;

/** What arises from a question is moved as soon as it is thought of. */
const made: readonly MotionStatus[] = ['drafted'];

/** A body that may not act off its agenda moves only what was agendized (BA-05, GA-02). */
export function* moveMotion(
  state: MotionState,
  command: MoveMotion,
  facts: RosterFact & AttendanceFact & RegimeFact & AtFact & ProcedureFacts,
): Decision<MotionMoved | MotionSeconded> {
  const { meetingId, seatId } = command;
  const { classification } = state;
  yield* inStatus(state, command, 'agendized', 'submitted', ...(isOwnBusiness(classification) ? [] : made));
  yield* inSession(state, facts);
  const { constituencyId } = yield* presentMember(facts, seatId);
  if (!state.agendized && isOwnBusiness(classification)) yield* offAgenda(facts, { meetingId });
  const order = yield* inOrder(state, command, facts);
  const side = constituencyId !== undefined && { constituencyId };
  const moved: MotionMoved = { type: 'MotionMoved', meetingId, seatId, ...side, ...order };
  if (classRule(facts.rulesOfOrder, classification).second) return [moved];
  return [moved, { type: 'MotionSeconded', exemption: 'class' }];
}
