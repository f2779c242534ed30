import { broken, notBefore } from '../kernel/index.ts';
import type { AtFact, Check, When } from '../kernel/index.ts';
import { deadlineAfterResponse } from './clock.ts';
import type { CureDeadlineComputed } from './events.ts';
import type { BodyFact } from './facts.ts';
import type { ChallengeState } from './state.ts';

/** A body that answered after its thirty days had answered already: by silence, § 54960.1(c)(3). */
function* inTime({ deadlines }: ChallengeState, { at }: AtFact): Check {
  const until = deadlines.response;
  if (until && at.earliest > until.latest)
    yield broken('BA-17', 'CURE_RESPONSE_LATE', { at: at.literal, until: until.literal });
}

/** When the notice was received, and until when an action in court may begin from then on. */
export function* answered(
  state: ChallengeState,
  given: When | undefined,
  facts: BodyFact & AtFact,
): Check<Readonly<{ noticeReceivedAt: When; deadline: CureDeadlineComputed }>> {
  yield* inTime(state, facts);
  const noticeReceivedAt = given ?? facts.at;
  yield* notBefore(noticeReceivedAt, state.receivedAt);
  const timeZone = facts.body?.timeZone ?? 'UTC';
  const deadline = deadlineAfterResponse(noticeReceivedAt, state.deadlines.response, timeZone);
  return { noticeReceivedAt, deadline };
}
