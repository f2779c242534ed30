import { refuse } from '../kernel/index.ts';
import type { OtherMotion } from '../motion/procedure/facts.ts';
import type { MotionClass } from '../motion/procedure/motion-class.ts';
import type { MeetingIdFact, MotionsFact } from './facts.ts';
import type { Check } from './guards.ts';
import type { MeetingState } from './state.ts';

/** A motion of such a class that was moved in this meeting of this body, and that has done nothing in it yet. */
export function* motionHere(
  { schedule, proceedings }: MeetingState,
  byMotionId: string,
  motionClass: MotionClass,
  { motions, meetingId: here }: MotionsFact & MeetingIdFact,
): Check<OtherMotion> {
  const motion = motions.get(byMotionId) ?? (yield* refuse('OTHER_MOTION_UNKNOWN', { motionId: byMotionId }));
  const { bodyId, classification, meetingId } = motion.state;
  if (bodyId !== schedule?.bodyId)
    yield* refuse('MOTION_OF_OTHER_BODY', { motionId: byMotionId, bodyId, expected: schedule?.bodyId });
  if (classification !== motionClass)
    yield* refuse('MOTION_OF_OTHER_CLASS', { byMotionId, classification, possible: [motionClass] });
  if (meetingId !== undefined && meetingId !== here)
    yield* refuse('MOTION_OF_OTHER_MEETING', { byMotionId, meetingId, expected: here });
  if (proceedings.appliedMotionIds.has(byMotionId)) yield* refuse('MOTION_ALREADY_APPLIED', { byMotionId });
  return motion;
}
