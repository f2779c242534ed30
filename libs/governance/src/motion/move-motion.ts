import { irregular } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { MotionMoved } from './events.ts';
import type { AttendanceFact, RegimeFact, RosterFact } from './facts.ts';
import { inSession, inStatus, presentMember } from './guards.ts';
import type { MotionState } from './state.ts';

/** A member proposes the motion in a meeting. RONR (12th ed.) 4:4–8. */
export type MoveMotion = Readonly<{ type: 'MoveMotion'; meetingId: string; seatId: string }>;

/** A body that may not act off its agenda moves only what was agendized (BA-05). */
export function* moveMotion(
  state: MotionState,
  command: MoveMotion,
  facts: RosterFact & AttendanceFact & RegimeFact & AtFact,
): Decision<MotionMoved> {
  const { meetingId, seatId } = command;
  yield* inStatus(state, command, 'agendized', 'submitted');
  yield* inSession(state, facts);
  const { constituencyId } = yield* presentMember(facts, seatId);
  if (facts.regime === 'BROWN_ACT' && !state.agendized)
    yield irregular('NOT_ON_POSTED_AGENDA', { rule: 'BA-05', meetingId });
  return [
    { type: 'MotionMoved', meetingId, seatId, ...(constituencyId !== undefined && { constituencyId }) },
  ];
}
