import { refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { MeetingCancelled } from './events.ts';
import { scheduledMeeting } from './guards.ts';
import { calledToOrderAt } from './session.ts';
import type { MeetingState } from './state.ts';

/** The meeting is not held. */
export type CancelMeeting = Readonly<{ type: 'CancelMeeting'; reason: string }>;

export function* cancelMeeting(
  state: MeetingState,
  { reason }: CancelMeeting,
  { at }: AtFact,
): Decision<MeetingCancelled> {
  const { session } = state;
  yield* scheduledMeeting(state, at);
  if (session.cancelled) return yield* refuse('MEETING_CANCELLED', { cancelled: session.cancelled.literal });
  const held = calledToOrderAt(session) ?? session.adjourned;
  if (held) return yield* refuse('MEETING_ALREADY_HELD', { held: held.literal });
  return [{ type: 'MeetingCancelled', reason }];
}
