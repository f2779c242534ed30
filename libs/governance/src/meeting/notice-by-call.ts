import type { Roster } from '../body/roster.ts';
import { broken } from '../kernel/index.ts';
import type { When } from '../kernel/index.ts';
import { postedBy } from './agenda.ts';
import type { Check } from './guards.ts';
import { noticeRules } from './notice.ts';
import { hoursAtMost } from './span.ts';
import { presentAt } from './state.ts';
import type { MeetingState, Schedule } from './state.ts';

/** Members who neither waived the notice of a special meeting nor are there: their presence cures it. */
export function uncuredSeatIds(
  state: MeetingState,
  roster: Roster,
  waivedBy: readonly string[],
  convened: When | undefined,
): readonly string[] {
  const cured = new Set([...waivedBy, ...(convened ? presentAt(state, convened).keys() : [])]);
  return roster.seats
    .filter(({ filled, seatId }) => filled && !cured.has(seatId))
    .map(({ seatId }) => seatId);
}

function* agendaPosted({ agenda }: MeetingState, { meetingType }: Schedule, at: When): Check {
  if (postedBy(agenda, at).length > 0) return;
  for (const { ruleId } of noticeRules[meetingType])
    yield broken(ruleId, 'AGENDA_NOT_POSTED', { meetingType });
}

function* membersNotified(state: MeetingState, roster: Roster, at: When): Check {
  const toMembers = state.notices.filter(({ audience }) => audience === 'members');
  const waivedBy = state.notices.flatMap((notice) => notice.waivedBy);
  const seatIds = uncuredSeatIds(state, roster, waivedBy, at);
  if (toMembers.length === 0 && seatIds.length > 0)
    yield broken('BA-02', 'SPECIAL_NOTICE_MISSING', { seatIds });
}

export const emergencyHours = 1;

/** Where that was not possible the chair says so, and the remark stays. */
function* mediaNotified({ notices }: MeetingState, { startsAt }: Schedule): Check {
  const isInTime = notices.some(
    ({ audience, at }) => audience === 'media' && hoursAtMost(at, startsAt) >= emergencyHours,
  );
  if (!isInTime) yield broken('BA-04', 'EMERGENCY_NOTICE_MISSING', { requiredHours: emergencyHours });
}

/** What the record knows of notices when the meeting begins: what is missing then was not given (BA-01, 02, 04, GA-01). */
export function* noticeByCall(state: MeetingState, schedule: Schedule, roster: Roster, at: When): Check {
  yield* agendaPosted(state, schedule, at);
  if (schedule.meetingType === 'special') yield* membersNotified(state, roster, at);
  if (schedule.meetingType === 'emergency') yield* mediaNotified(state, schedule);
}
