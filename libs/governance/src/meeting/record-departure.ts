import { refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { MemberDeparted } from './events.ts';
import { notBefore, scheduledMeeting } from './guards.ts';
import { stayEndedBy } from './presence.ts';
import { isOver } from './session.ts';
import { isOpen } from './span.ts';
import type { MeetingState } from './state.ts';

/** Whoever sits in the seat leaves. */
export type RecordDeparture = Readonly<{ type: 'RecordDeparture'; seatId: string }>;

export function* recordDeparture(
  state: MeetingState,
  { seatId }: RecordDeparture,
  { at }: AtFact,
): Decision<MemberDeparted> {
  yield* scheduledMeeting(state, at);
  const stays = state.presence.get(seatId) ?? [];
  if (isOver(state.session, at) || !stayEndedBy(stays, at)) {
    yield* notBefore(at, stays.findLast(isOpen)?.from);
    return yield* refuse('NOT_PRESENT', { seatId, at: at.literal });
  }
  return [{ type: 'MemberDeparted', seatId }];
}
