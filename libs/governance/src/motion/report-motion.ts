import type { Decision } from '../kernel/index.ts';
import type { MotionReported } from './events.ts';
import { inStatus } from './guards.ts';
import type { MotionState } from './state.ts';

/** The committee reports: the motion is before the body again. RONR (12th ed.) §51. */
export type ReportMotion = Readonly<{ type: 'ReportMotion' } & Omit<MotionReported, 'type'>>;

export function* reportMotion(state: MotionState, command: ReportMotion): Decision<MotionReported> {
  yield* inStatus(state, command, 'referred');
  return [{ ...command, type: 'MotionReported' }];
}
