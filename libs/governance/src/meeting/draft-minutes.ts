import { barredBy, broken, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { MinutesFact, RosterFact } from './facts.ts';
import { existingBody, notBefore, scheduledMeeting } from './guards.ts';
import type { Check } from './guards.ts';
import type { MinutesDrafted } from './minutes-events.ts';
import type { Minutes } from './minutes.ts';
import { coChairSeats } from './co-chairs.ts';
import { calledToOrderAt } from './session.ts';
import type { MeetingState } from './state.ts';

/** The secretary makes minutes of what is recorded by now. RONR (12th ed.) 48:1-8. */
export type DraftMinutes = Readonly<{ type: 'DraftMinutes' }>;

/** What was approved is not drafted again (RR-13). */
export function* notApproved({ approved }: Minutes): Check {
  if (approved)
    yield* barredBy('RR-13', 'MINUTES_APPROVED_IMMUTABLE', {
      sha256: approved.sha256,
      approved: approved.at.literal,
      motionId: approved.motionId,
    });
}

export function* draftMinutes(
  state: MeetingState,
  _command: DraftMinutes,
  facts: AtFact & RosterFact & MinutesFact,
): Decision<MinutesDrafted> {
  const { minutes, session } = state;
  const { bodyId } = yield* scheduledMeeting(state, facts.at);
  const called = calledToOrderAt(session);
  if (!called) return yield* refuse('MEETING_NOT_CALLED_TO_ORDER');
  yield* notBefore(facts.at, called);
  yield* notApproved(minutes);
  const { rendered } = facts;
  if (!rendered) return yield* refuse('MINUTES_NOT_RENDERED');
  const last = minutes.drafts.at(-1);
  if (last?.sha256 === rendered.sha256 && last.renderer === rendered.renderer)
    return yield* refuse('MINUTES_UNCHANGED', { sha256: last.sha256 });
  if (rendered.missing.length > 0) yield broken('RR-15', 'MINUTES_INCOMPLETE', { missing: rendered.missing });
  const coChairs = coChairSeats(yield* existingBody(facts, bodyId));
  const coChairsOf = [...new Set(coChairs.map(({ constituencyId }) => constituencyId))];
  return [{ type: 'MinutesDrafted', ...rendered, coChairsOf }];
}
