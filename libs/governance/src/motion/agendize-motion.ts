import type { Decision } from '../kernel/index.ts';
import type { MotionAgendized } from './events.ts';
import type { AttendanceFact } from './facts.ts';
import { inStatus, knownItem, meetingOfBody } from './guards.ts';
import type { MotionState } from './state.ts';

/** The motion gets its place on the agenda of a meeting, posted or yet to be posted. */
export type AgendizeMotion = Readonly<{ type: 'AgendizeMotion'; meetingId: string; itemId: string }>;

export function* agendizeMotion(
  state: MotionState,
  command: AgendizeMotion,
  facts: AttendanceFact,
): Decision<MotionAgendized> {
  const { meetingId, itemId } = command;
  yield* inStatus(state, command, 'submitted');
  yield* knownItem(yield* meetingOfBody(state, facts), itemId);
  return [{ type: 'MotionAgendized', meetingId, itemId }];
}
