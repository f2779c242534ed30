import { notable } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { Roster } from '../body/roster.ts';
import type { NoticeGiven } from './events.ts';
import type { RegimeFact, RosterFact } from './facts.ts';
import { existingBody, scheduledMeeting, seatOf } from './guards.ts';
import { shown, special } from './notice.ts';
import { calledToOrderAt } from './session.ts';
import { hoursAtMost } from './span.ts';
import { presentAt } from './state.ts';
import type { MeetingState } from './state.ts';

/** Notice of the meeting is given to its members, to media or to others who asked for it. Meeting rule BA-02. */
export type GiveNotice = Readonly<{ type: 'GiveNotice' } & Omit<NoticeGiven, 'type'>>;

/** Members who neither waived the notice nor, as far as it is recorded, sat when the meeting convened. */
function uncuredSeatIds(state: MeetingState, roster: Roster, waivedBy: readonly string[]): readonly string[] {
  const convened = calledToOrderAt(state.session);
  const cured = new Set([...waivedBy, ...(convened ? presentAt(state, convened).keys() : [])]);
  return roster.seats
    .filter(({ filled, seatId }) => filled && !cured.has(seatId))
    .map(({ seatId }) => seatId);
}

export function* giveNotice(
  state: MeetingState,
  { audience, waivedBy }: GiveNotice,
  facts: AtFact & RegimeFact & RosterFact,
): Decision<NoticeGiven> {
  const { rule, code, requiredHours } = special;
  const { bodyId, meetingType, startsAt } = yield* scheduledMeeting(state, facts.at);
  const roster = yield* existingBody(facts, bodyId);
  for (const seatId of waivedBy) yield* seatOf(roster, seatId);
  const hours = hoursAtMost(facts.at, startsAt);
  if (facts.regime === 'BROWN_ACT' && meetingType === 'special' && hours < requiredHours) {
    const late = { rule, requiredHours, hours: shown(hours), audience };
    const seatIds = uncuredSeatIds(state, roster, waivedBy);
    if (audience !== 'members') yield notable(code, late);
    else if (seatIds.length > 0) yield notable(code, { ...late, seatIds });
  }
  return [{ type: 'NoticeGiven', audience, waivedBy }];
}
