import { barredBy, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import { coChairSeats } from './co-chairs.ts';
import type { RosterFact } from './facts.ts';
import { existingBody, scheduledMeeting } from './guards.ts';
import type { RecordAttested } from './minutes-events.ts';
import { currentSha256 } from './minutes.ts';
import type { MeetingState } from './state.ts';

/** A co-chair vouches for the minutes as they stand (SP-16). */
export type AttestRecord = Readonly<{ type: 'AttestRecord'; seatId: string; sha256: string }>;

export function* attestRecord(
  state: MeetingState,
  { seatId, sha256 }: AttestRecord,
  facts: AtFact & RosterFact,
): Decision<RecordAttested> {
  const { minutes } = state;
  const { bodyId } = yield* scheduledMeeting(state, facts.at);
  const current = currentSha256(minutes);
  if (current === undefined) return yield* refuse('MINUTES_NOT_DRAFTED', {});
  const roster = yield* existingBody(facts, bodyId);
  const coChair = coChairSeats(roster).find((seat) => seat.seatId === seatId);
  if (!coChair) return yield* barredBy('SP-16', 'NOT_CO_CHAIR_AS_OF', { seatId, at: facts.at.literal });
  if (sha256 !== current) return yield* barredBy('SP-16', 'ATTESTATION_HASH_MISMATCH', { sha256, current });
  if (minutes.attested.get(coChair.constituencyId) === sha256)
    return yield* refuse('ALREADY_ATTESTED', { seatId, sha256 });
  return [{ type: 'RecordAttested', role: 'co_chair', ...coChair, sha256, rosterRevision: roster.revision }];
}
