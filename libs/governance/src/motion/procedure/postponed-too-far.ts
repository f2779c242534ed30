import { broken, refuse } from '../../kernel/index.ts';
import type { AtFact, When } from '../../kernel/index.ts';
import type { Check } from '../guards.ts';
import type { MotionState } from '../state.ts';
import type { MotionPostponed } from '../events.ts';
import type { NextMeetingFact, ZoneFact } from './facts.ts';
import { endOfDayAfter, endOfSessionInterval, isKnown } from './session-interval.ts';

/** The meeting that is named as the next regular one is that. */
function* nextMeeting(
  { bodyId }: MotionState,
  meetingId: string,
  { nextRegularMeeting: next, at }: NextMeetingFact & AtFact,
): Check<NonNullable<NextMeetingFact['nextRegularMeeting']>> {
  if (!next) return yield* refuse('MEETING_UNKNOWN', { meetingId });
  if (next.bodyId !== bodyId) yield* refuse('MEETING_OF_OTHER_BODY', { meetingId, bodyId: next.bodyId });
  if (next.meetingType !== 'regular' || next.startsAt.latest < at.earliest)
    yield* refuse('NOT_NEXT_REGULAR_MEETING', { meetingId, meetingType: next.meetingType });
  return next;
}

/**
 * A motion is postponed to the next regular session at the latest (RR-09); where the command does not say which
 * that is, no longer than business may wait. Answers what was read for it.
 */
export function* notBeyondNextSession(
  state: MotionState,
  { to, nextRegularMeetingId }: Readonly<{ to: When; nextRegularMeetingId?: string }>,
  facts: NextMeetingFact & ZoneFact & AtFact,
): Check<Pick<MotionPostponed, 'nextRegularMeeting'>> {
  const { at, timeZone } = facts;
  const next =
    nextRegularMeetingId === undefined ? undefined : yield* nextMeeting(state, nextRegularMeetingId, facts);
  if (isKnown(to) && isKnown(at)) {
    const until = next ? endOfDayAfter(next.startsAt, 0, timeZone) : endOfSessionInterval(at, timeZone);
    if (to.earliest > until)
      yield broken('RR-09', 'POSTPONED_BEYOND_NEXT_SESSION', { to: to.literal, until });
  }
  return next ? { nextRegularMeeting: { meetingId: next.meetingId, revision: next.revision } } : {};
}
