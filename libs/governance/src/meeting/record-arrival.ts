import type { RosterSeat } from '../body/roster.ts';
import { broken, irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Decision, When } from '../kernel/index.ts';
import type { PresenceInterval } from './attendance.ts';
import type { MemberArrived } from './events.ts';
import type { RosterFact } from './facts.ts';
import { existingBody, notBefore, scheduledMeeting, seatOf } from './guards.ts';
import type { Check } from './guards.ts';
import { begunBy } from './presence.ts';
import { postedPlace } from './remote.ts';
import { isOver } from './session.ts';
import type { MeetingState } from './state.ts';

/** A member comes in, or an alternate for the seat; before the call to order too. */
export type RecordArrival = Readonly<{ type: 'RecordArrival' } & Omit<MemberArrived, 'type'>>;

function* entitled(seat: RosterSeat, { by, personId }: RecordArrival): Check {
  const { seatId, filled, alternateIds } = seat;
  if (by === 'member' && !filled)
    yield irregular('NOT_ENTITLED_AS_OF', { seatId, reason: 'the seat is vacant' });
  if (by === 'alternate' && (personId === undefined || !alternateIds.includes(personId)))
    yield irregular('NOT_ENTITLED_AS_OF', { seatId, personId, reason: 'not an alternate of the seat' });
}

/** One seat, one sitter: the member may take the seat from the alternate, nobody else from anybody (SP-06). */
function* seatFree(earlier: PresenceInterval | undefined, by: RecordArrival['by']): Check {
  if (!earlier || earlier.to) return;
  const { seatId, from } = earlier;
  if (earlier.by === by) yield* refuse('ALREADY_PRESENT', { seatId, by, since: from.literal });
  if (by === 'alternate') yield* refuse('MEMBER_AND_ALTERNATE_BOTH_PRESENT', { seatId, since: from.literal });
}

/** An arrival remembered late ends where the member's begins; before any other it would need a departure first. */
function* fitsBefore(later: PresenceInterval | undefined, by: RecordArrival['by'], at: When): Check {
  if (later && !(by === 'alternate' && later.by === 'member')) yield* notBefore(at, later.from);
}

export function* recordArrival(
  state: MeetingState,
  command: RecordArrival,
  facts: AtFact & RosterFact,
): Decision<MemberArrived> {
  const { at } = facts;
  const { seatId, by } = command;
  const { bodyId } = yield* scheduledMeeting(state, at);
  if (isOver(state.session, at)) return yield* refuse('MEETING_ALREADY_HELD', { seatId, at: at.literal });
  if (command.mode === 'remote' && !command.remoteBasis?.trim())
    yield broken('BA-11', 'REMOTE_BASIS_MISSING', { seatId });
  yield* postedPlace(command);
  yield* entitled(yield* seatOf(yield* existingBody(facts, bodyId), seatId), command);
  const stays = state.presence.get(seatId) ?? [];
  const place = begunBy(stays, at);
  yield* seatFree(stays[place - 1], by);
  for (const { to } of stays.slice(0, place)) yield* notBefore(at, to);
  yield* fitsBefore(stays[place], by, at);
  return [{ ...command, type: 'MemberArrived' }];
}
