import { ofState } from '../kernel/index.ts';
import type { When } from '../kernel/when.ts';
import type { Attendance } from './attendance.ts';
import { consentItems } from './agenda.ts';
import { agendizedItems } from './notice.ts';
import { recusalsBy } from './proceedings.ts';
import { mayBeInSession, sittingsOf } from './session.ts';
import { presentAt } from './state.ts';
import type { MeetingState } from './state.ts';
import { suspendedRules } from './suspend-rules.ts';

/** Motions that may be before the body: what the chair stated, and what the agenda names. */
export function questionsOf({ agenda, proceedings: { stated } }: MeetingState): Attendance['questions'] {
  const ids = [...agenda.items.values()].map(({ content }) => content.motionId);
  return { stated, agendized: new Set(ids.filter((id) => id !== undefined)) };
}

/** What does not depend on the time. */
const everWhen = ofState((state: MeetingState) => ({
  itemIds: new Set(state.agenda.items.keys()),
  consentItems: consentItems(state.agenda),
  ...(state.minutes.approved && { minutesApproved: true as const }),
  questions: questionsOf(state),
  rulings: state.proceedings.rulings,
  suspendedRules: suspendedRules(state),
}));

/**
 * What a motion needs to know of the meeting at a time, pinned by the meeting's revision.
 * Undefined where no meeting was scheduled.
 */
export function attendanceAt(
  state: MeetingState,
  at: When,
  { meetingId, revision }: Readonly<{ meetingId: string; revision: number }>,
): Attendance | undefined {
  if (!state.schedule) return undefined;
  return {
    meetingId,
    revision,
    bodyId: state.schedule.bodyId,
    meetingType: state.schedule.meetingType,
    inSession: mayBeInSession(state.session, at),
    sittings: sittingsOf(state.session),
    present: presentAt(state, at),
    agendizedItemIds: new Set(agendizedItems(state.agenda, state.schedule, at).map(({ itemId }) => itemId)),
    recusals: recusalsBy(state.proceedings, at),
    ...everWhen(state),
  };
}
