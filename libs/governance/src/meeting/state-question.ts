import { broken, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import { pendingIn, respectsPrecedence } from '../motion/procedure/precedence.ts';
import type { OtherMotion } from '../motion/procedure/facts.ts';
import type { QuestionStated } from './events.ts';
import type { MotionsFact, OrderFact } from './facts.ts';
import { sittingMeeting } from './guards.ts';
import type { Check } from './guards.ts';
import type { MeetingState } from './state.ts';

/**
 * The chair states the question: from here on it is before the body. RONR (12th ed.) 4:15–24. What is pending in
 * a meeting is what was stated in it, or is moved under its agenda, as far as the motions' own streams say so.
 */
export type StateQuestion = Readonly<{ type: 'StateQuestion'; motionId: string }>;

/** The motion was moved in this body, and seconded unless the rules exempt it (RR-01). */
function* moved(motionId: string, bodyId: string, { motions }: MotionsFact): Check<OtherMotion> {
  const motion = motions.get(motionId) ?? (yield* refuse('OTHER_MOTION_UNKNOWN', { motionId }));
  const { status, bodyId: motionOf } = motion.state;
  if (motionOf !== bodyId)
    yield* refuse('MOTION_OF_OTHER_BODY', { motionId, bodyId: motionOf, expected: bodyId });
  if (status !== 'moved' && status !== 'pending') yield* refuse('QUESTION_NOT_MOVED', { motionId, status });
  if (status === 'moved') yield broken('RR-01', 'SECOND_REQUIRED', { motionId });
  return motion;
}

export function* stateQuestion(
  state: MeetingState,
  { motionId }: StateQuestion,
  facts: AtFact & MotionsFact & OrderFact,
): Decision<QuestionStated> {
  const { bodyId } = yield* sittingMeeting(state, facts.at);
  const question = yield* moved(motionId, bodyId, facts);
  const others = [...facts.motions.values()].filter((one) => one.motionId !== motionId);
  const before = pendingIn(question.state.meetingId ?? '', others);
  yield* respectsPrecedence(question.state, before, facts.rulesOfOrder);
  return [
    {
      type: 'QuestionStated',
      motionId,
      motionRevision: question.revision,
      ...(before.length > 0 && {
        pendingMotions: before.map((one) => ({ motionId: one.motionId, revision: one.revision })),
      }),
    },
  ];
}
