import type { Decision } from '../kernel/index.ts';
import { carries } from './cited.ts';
import type { MotionVoided } from './events.ts';
import { inStatus } from './guards.ts';
import { effectStands } from './procedure/effect-stands.ts';
import type { MotionState } from './state.ts';

/**
 * What the body adopted is found to be of no effect: by a court, by curing and correcting it (Gov. Code 54960.1;
 * meeting rule BA-18), or because there was no quorum. The old motion keeps its record.
 */
export type VoidMotion = Readonly<{ type: 'VoidMotion' } & Omit<MotionVoided, 'type'>>;

export function* voidMotion(state: MotionState, command: VoidMotion): Decision<MotionVoided> {
  yield* inStatus(state, command, ...carries);
  yield* effectStands(state);
  return [{ ...command, type: 'MotionVoided' }];
}
