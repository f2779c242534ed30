import type { AtFact, Decision } from '../kernel/index.ts';
import type { MotionTabled } from './events.ts';
import type { AttendanceFact, RegimeFact, RosterFact } from './facts.ts';
import { inSession, inStatus, presentMember } from './guards.ts';
import type { OtherMotionsFact } from './procedure/facts.ts';
import { byAdopted } from './procedure/guards.ts';
import type { MotionState } from './state.ts';

/** The body lays the motion on the table, moved by a seat. RONR (12th ed.) §17. */
export type TableMotion = Readonly<{ type: 'TableMotion'; seatId?: string; byMotionId?: string }>;

export function* tableMotion(
  state: MotionState,
  command: TableMotion,
  facts: RosterFact & AttendanceFact & RegimeFact & AtFact & OtherMotionsFact,
): Decision<MotionTabled> {
  const { seatId } = command;
  yield* inStatus(state, command, 'pending');
  yield* inSession(state, facts);
  if (seatId !== undefined) yield* presentMember(facts, seatId);
  const by = yield* byAdopted(state, facts, command, 'subsidiary.lay_on_table');
  return [{ type: 'MotionTabled', ...(seatId !== undefined && { seatId }), ...by }];
}
