import { refuse } from '../../kernel/index.ts';
import type { Attendance } from '../../meeting/attendance.ts';
import type { Check } from '../guards.ts';
import type { MotionState } from '../state.ts';

/** A consent calendar is put as compiled: of this meeting, and nobody has pulled any of its items since. */
export function* calendarStands({ consent }: MotionState, attendance: Attendance): Check {
  const calendar = consent?.calendar;
  if (!calendar) return;
  const { meetingId, consentItems } = attendance;
  if (calendar.meetingId !== meetingId)
    yield* refuse('CONSENT_CALENDAR_OF_OTHER_MEETING', { meetingId, compiledFor: calendar.meetingId });
  const itemIds = calendar.entries
    .filter(({ itemId, motionId }) => consentItems?.get(itemId) !== motionId)
    .map(({ itemId }) => itemId);
  if (itemIds.length > 0) yield* refuse('CONSENT_ITEM_PULLED', { itemIds });
}
