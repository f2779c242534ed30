import { broken, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { RecusalRecorded } from './events.ts';
import type { RosterFact } from './facts.ts';
import { existingBody, knownItem, presentSeat, scheduledMeeting, seatOf } from './guards.ts';
import { isEarlier } from './span.ts';
import type { MeetingState } from './state.ts';

/** A member takes no part in an item because of an interest. Meeting rule CI-01, 2 CCR 18707. */
export type RecordRecusal = Readonly<{ type: 'RecordRecusal' } & Omit<RecusalRecorded, 'type'>>;

export function* recordRecusal(
  state: MeetingState,
  command: RecordRecusal,
  facts: AtFact & RosterFact,
): Decision<RecusalRecorded> {
  const { at } = facts;
  const { seatId, itemId, identifiedPublicly, leftRoom } = command;
  const { bodyId } = yield* scheduledMeeting(state, at);
  const { content, openings, pulledFromConsent } = yield* knownItem(state, itemId);
  yield* seatOf(yield* existingBody(facts, bodyId), seatId);
  if (state.proceedings.recusals.some((one) => one.seatId === seatId && one.itemId === itemId))
    return yield* refuse('ALREADY_RECUSED', { seatId, itemId });
  yield* presentSeat(state, seatId, at, 'SEAT_NOT_PRESENT');
  // Nobody needs to leave the room for an item that is not discussed.
  const mustLeave = content.kind !== 'consent' || pulledFromConsent;
  const beforeItem = !openings[0] || !isEarlier(openings[0].from, at);
  if (!identifiedPublicly || !beforeItem || (mustLeave && !leftRoom))
    yield broken('CI-01', 'RECUSAL_INCOMPLETE', { identifiedPublicly, beforeItem, leftRoom, mustLeave });
  return [{ ...command, type: 'RecusalRecorded' }];
}
