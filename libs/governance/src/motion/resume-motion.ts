import type { AtFact, Decision } from '../kernel/index.ts';
import type { MotionResumed } from './events.ts';
import type { AttendanceFact, RegimeFact } from './facts.ts';
import { inSession, inStatus } from './guards.ts';
import type { MotionState } from './state.ts';

/** A postponed motion comes up in a meeting. RONR (12th ed.) §14. */
export type ResumeMotion = Readonly<{ type: 'ResumeMotion'; meetingId: string }>;

export function* resumeMotion(
  state: MotionState,
  command: ResumeMotion,
  facts: AttendanceFact & RegimeFact & AtFact,
): Decision<MotionResumed> {
  yield* inStatus(state, command, 'postponed');
  yield* inSession(state, facts);
  return [{ type: 'MotionResumed', meetingId: command.meetingId }];
}
