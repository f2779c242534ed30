import type { Roster, RosterSeat } from '../body/roster.ts';
import { irregular, notBefore, refuse } from '../kernel/index.ts';
import type { Check, When } from '../kernel/index.ts';
import type { Item } from './agenda.ts';
import type { RosterFact } from './facts.ts';
import { mayBeInSession, statusOf } from './session.ts';
import { isEarlier } from './span.ts';
import { presentAt } from './state.ts';
import type { MeetingState, Schedule } from './state.ts';

export { notBefore };
export type { Check };

/** The meeting exists, and is not cancelled by then. */
export function* scheduledMeeting({ schedule, session }: MeetingState, at: When): Check<Schedule> {
  const { cancelled } = session;
  if (!schedule) return yield* refuse('MEETING_UNKNOWN');
  if (cancelled && !isEarlier(at, cancelled))
    return yield* refuse('MEETING_CANCELLED', { at: at.literal, cancelled: cancelled.literal });
  return schedule;
}

/** The meeting exists, and the body may have been sitting at that time. */
export function* sittingMeeting(state: MeetingState, at: When): Check<Schedule> {
  const schedule = yield* scheduledMeeting(state, at);
  if (!mayBeInSession(state.session, at))
    yield irregular('MEETING_NOT_IN_SESSION', { at: at.literal, status: statusOf(state.session) });
  return schedule;
}

export function* existingBody({ roster }: RosterFact, bodyId: string): Check<Roster> {
  return roster ?? (yield* refuse('BODY_UNKNOWN', { bodyId }));
}

export function* seatOf(roster: Roster, seatId: string): Check<RosterSeat> {
  const seat = roster.seats.find((one) => one.seatId === seatId);
  return seat ?? (yield* refuse('NOT_ENTITLED_AS_OF', { seatId, reason: 'the body has no such seat then' }));
}

export function* presentSeat(state: MeetingState, seatId: string, at: When, code = 'NOT_PRESENT'): Check {
  if (!presentAt(state, at).has(seatId)) yield irregular(code, { seatId, at: at.literal });
}

export function* knownItem({ agenda }: MeetingState, itemId: string): Check<Item> {
  return agenda.items.get(itemId) ?? (yield* refuse('ITEM_UNKNOWN', { itemId }));
}
