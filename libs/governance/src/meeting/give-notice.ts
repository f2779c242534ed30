import { broken } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { GoverningFact } from '../instrument/governing.ts';
import { noticeAsClauseAsks } from './clause-notice.ts';
import type { NoticeGiven } from './events.ts';
import type { RosterFact } from './facts.ts';
import { existingBody, scheduledMeeting, seatOf } from './guards.ts';
import { uncuredSeatIds } from './notice-by-call.ts';
import { shown, special } from './notice.ts';
import { calledToOrderAt } from './session.ts';
import { hoursAtMost } from './span.ts';
import type { MeetingState } from './state.ts';

/** Notice of the meeting is given to its members, to media or to others who asked for it. Meeting rules BA-02, SP-18. */
export type GiveNotice = Readonly<{ type: 'GiveNotice' } & Omit<NoticeGiven, 'type' | 'boundRules'>>;

export function* giveNotice(
  state: MeetingState,
  { audience, waivedBy }: GiveNotice,
  facts: AtFact & RosterFact & GoverningFact,
): Decision<NoticeGiven> {
  const { ruleId, code, requiredHours } = special;
  const schedule = yield* scheduledMeeting(state, facts.at);
  const { bodyId, meetingType, startsAt } = schedule;
  const roster = yield* existingBody(facts, bodyId);
  for (const seatId of waivedBy) yield* seatOf(roster, seatId);
  const hours = hoursAtMost(facts.at, startsAt);
  if (meetingType === 'special' && hours < requiredHours) {
    const late = { requiredHours, hours: shown(hours), audience };
    const seatIds = uncuredSeatIds(state, roster, waivedBy, calledToOrderAt(state.session));
    if (audience !== 'members') yield broken(ruleId, code, late);
    else if (seatIds.length > 0) yield broken(ruleId, code, { ...late, seatIds });
  }
  const judged = yield* noticeAsClauseAsks({ audience, waivedBy, at: facts.at }, schedule, facts);
  return [{ type: 'NoticeGiven', audience, waivedBy, ...judged }];
}
