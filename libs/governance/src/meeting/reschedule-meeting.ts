import { refuse } from '../kernel/index.ts';
import type { AtFact, Decision, When } from '../kernel/index.ts';
import type { GoverningFact } from '../instrument/governing.ts';
import { noticesStillAsClausesAsk } from './clause-notice.ts';
import type { MeetingRescheduled, Place } from './events.ts';
import { scheduledMeeting } from './guards.ts';
import { postingsStillInTime } from './notice.ts';
import { calledToOrderAt } from './session.ts';
import { rescheduled } from './state.ts';
import type { MeetingState } from './state.ts';

/** The meeting is moved to another time, and to other places where some are given. */
export type RescheduleMeeting = Readonly<{
  type: 'RescheduleMeeting';
  startsAt: When;
  places?: readonly Place[];
  reason?: string;
}>;

/** That it was moved may be remembered after it was held; it cannot have been moved after that. */
export function* rescheduleMeeting(
  state: MeetingState,
  command: RescheduleMeeting,
  facts: AtFact & GoverningFact,
): Decision<MeetingRescheduled> {
  const { at } = facts;
  const schedule = yield* scheduledMeeting(state, at);
  const held = calledToOrderAt(state.session) ?? state.session.adjourned;
  if (held && at.earliest >= held.latest)
    return yield* refuse('MEETING_ALREADY_HELD', { at: at.literal, held: held.literal });
  const moved = rescheduled(schedule, command);
  yield* postingsStillInTime(state.agenda, moved);
  const judged = yield* noticesStillAsClausesAsk(state, moved, facts);
  return [{ ...command, type: 'MeetingRescheduled', ...judged }];
}
