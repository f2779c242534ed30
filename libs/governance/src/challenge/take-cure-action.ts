import { irregular, notBefore, refuse } from '../kernel/index.ts';
import type { AtFact, Check, Decision, When } from '../kernel/index.ts';
import { adoptedAt, adoptedMotion, existingMotion } from '../motion/cited.ts';
import type { CitedMotion } from '../motion/cited.ts';
import type { CureActionTaken, CureDeadlineComputed } from './events.ts';
import type { Facts, MotionFact } from './facts.ts';
import { inStatus } from './guards.ts';
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
  { bodyId, motionId: challenged, actedAt }: ChallengeState,
  motionId: string,
  { motion: cited, at }: MotionFact & AtFact,
): Check<CitedMotion> {
  const motion = yield* existingMotion(cited, motionId);
  if (motionId === challenged) return yield* refuse('CURE_IS_THE_ACTION', { motionId });
  if (motion.bodyId !== bodyId)
    return yield* refuse('ACTION_OF_OTHER_BODY', { bodyId, actionOf: motion.bodyId });
  if (challenged !== undefined && motion.cures !== challenged)
    // Under whatever law the body is: what does not name the action is no cure of it.
    yield irregular('CURE_NAMES_OTHER_ACTION', { rule: 'BA-18', motionId, cures: motion.cures, challenged });
  yield* adoptedMotion(motion, motionId, { code: 'CURE_NOT_ADOPTED', rule: 'BA-18', at });
  const adopted = adoptedAt(motion);
  if (adopted && actedAt) yield* notBefore(adopted, actedAt);
  return motion;
}

export function* takeCureAction(
  state: ChallengeState,
  { motionId, noticeReceivedAt: given }: TakeCureAction,
  facts: Facts,
): Decision<CureActionTaken | CureDeadlineComputed> {
  yield* inStatus(state, facts, 'open', 'declined');
  const motion = yield* curingMotion(state, motionId, facts);
  const { noticeReceivedAt, deadline } = yield* answered(state, given, facts);
  yield* notBefore(noticeReceivedAt, adoptedAt(motion));
  const { revision: motionRevision } = motion;
  return [{ type: 'CureActionTaken', motionId, motionRevision, noticeReceivedAt }, deadline];
}
