import type { Decision } from '../kernel/index.ts';
import type { MotionLapsed } from './events.ts';
import { inStatus } from './guards.ts';
import type { MotionState } from './state.ts';

/** Nobody seconds: the motion is not before the body. RONR (12th ed.) 4:9–14. */
export type LapseMotion = Readonly<{ type: 'LapseMotion' }>;

export function* lapseMotion(state: MotionState, command: LapseMotion): Decision<MotionLapsed> {
  yield* inStatus(state, command, 'moved');
  return [{ type: 'MotionLapsed', reason: 'no_second' }];
}
