import type { AtFact, Decision } from '../kernel/index.ts';
import type { MotionPostponedIndefinitely } from './events.ts';
import type { AttendanceFact, RegimeFact } from './facts.ts';
import { inSession, inStatus } from './guards.ts';
import type { OtherMotionsFact } from './procedure/facts.ts';
import { byAdopted } from './procedure/guards.ts';
import type { MotionState } from './state.ts';

/** The body declines to take a position: the motion is dead for the session. RONR (12th ed.) §11. */
export type PostponeIndefinitely = Readonly<{ type: 'PostponeIndefinitely'; byMotionId?: string }>;

export function* postponeIndefinitely(
  state: MotionState,
  command: PostponeIndefinitely,
  facts: AttendanceFact & RegimeFact & AtFact & OtherMotionsFact,
): Decision<MotionPostponedIndefinitely> {
  yield* inStatus(state, command, 'pending');
  yield* inSession(state, facts);
  const by = yield* byAdopted(state, facts, command, 'subsidiary.postpone_indefinitely');
  return [{ type: 'MotionPostponedIndefinitely', ...by }];
}
