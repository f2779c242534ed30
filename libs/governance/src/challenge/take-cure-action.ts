import { irregular, refuse } from '../kernel/index.ts';
import type { Decision, When } from '../kernel/index.ts';
import type { CureActionTaken, CureDeadlineComputed } from './events.ts';
import type { Facts, MotionFact } from './facts.ts';
import { inStatus } from './guards.ts';
import type { Check } from './guards.ts';
import { answered } from './response.ts';
import type { ChallengeState } from './state.ts';

/** The body took the action anew, by a motion that says so; the old one keeps its record (meeting rule BA-18). */
export type TakeCureAction = Readonly<{
  type: 'TakeCureAction';
  motionId: string;
  /** When whoever demanded it got the notice of that; by default when this happened. */
  noticeReceivedAt?: When;
}>;

function* curingMotion(
  { bodyId, motionId: challenged }: ChallengeState,
  motionId: string,
  { motion }: MotionFact,
): Check<NonNullable<MotionFact['motion']>> {
  if (!motion) return yield* refuse('MOTION_UNKNOWN', { motionId });
  if (motionId === challenged) return yield* refuse('CURE_IS_THE_ACTION', { motionId });
  if (motion.bodyId !== bodyId)
    return yield* refuse('ACTION_OF_OTHER_BODY', { bodyId, actionOf: motion.bodyId });
  if (challenged !== undefined && motion.cures !== challenged)
    yield irregular('CURE_NAMES_OTHER_ACTION', { rule: 'BA-18', motionId, cures: motion.cures, challenged });
  if (!motion.adopted) yield irregular('CURE_NOT_ADOPTED', { rule: 'BA-18', motionId });
  return motion;
}

export function* takeCureAction(
  state: ChallengeState,
  { motionId, noticeReceivedAt: given }: TakeCureAction,
  facts: Facts,
): Decision<CureActionTaken | CureDeadlineComputed> {
  yield* inStatus(state, facts, 'open', 'declined');
  const { revision: motionRevision } = yield* curingMotion(state, motionId, facts);
  const { noticeReceivedAt, deadline } = yield* answered(state, given, facts);
  return [{ type: 'CureActionTaken', motionId, motionRevision, noticeReceivedAt }, deadline];
}
