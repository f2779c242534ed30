import { neutralRoles } from '../body/events.ts';
import type { Role } from '../body/events.ts';
import type { Roster, RosterSeat } from '../body/roster.ts';
import { broken, irregular, notBefore, refuse } from '../kernel/index.ts';
import type { AtFact, Check, Inputs } from '../kernel/index.ts';
import type { Attendance } from '../meeting/attendance.ts';
import type { AttendanceFact, RegimeFact, RosterFact } from './facts.ts';
import { rolesOf } from '../tally/electorate.ts';
import type { MotionState, MotionStatus, OpenedVote } from './state.ts';

export { notBefore };
export type { Check };

type Named = Readonly<{ type: string }>;

/** The transition stands in the table of domain model 2.5. */
export function* inStatus(
  { status, procedure }: MotionState,
  { type }: Named,
  ...from: readonly MotionStatus[]
): Check {
  const ruling = status === 'ruled_out_of_order' ? procedure.ruling : undefined;
  // A chair's ruling alone makes an amendment not germane; then nothing is done with it.
  if (ruling?.ground === 'not_germane' && !from.includes(status))
    yield* refuse('NOT_GERMANE', { rulingId: ruling.rulingId, meetingId: ruling.meetingId });
  if (!from.includes(status))
    yield* refuse('UNKNOWN_MOTION_STATE_TRANSITION', { status, command: type, possibleFrom: from });
}

export function* existingBody({ roster }: RosterFact, bodyId: string): Check<Roster> {
  return roster ?? (yield* refuse('BODY_UNKNOWN', { bodyId }));
}

export function* meetingOfBody({ bodyId }: MotionState, { attendance }: AttendanceFact): Check<Attendance> {
  if (!attendance) return yield* refuse('MEETING_UNKNOWN');
  const { meetingId } = attendance;
  if (attendance.bodyId !== bodyId)
    return yield* refuse('MEETING_OF_OTHER_BODY', { meetingId, bodyId: attendance.bodyId, motionOf: bodyId });
  return attendance;
}

/** The item is on the agenda of the meeting, posted or not. */
export function* knownItem({ itemIds, meetingId }: Attendance, itemId: string): Check {
  if (!itemIds.has(itemId)) yield* refuse('ITEM_UNKNOWN', { itemId, meetingId });
}

/**
 * What a body does, it does while it sits; a Brown Act body may not even deliberate elsewhere (BA-16), and needs
 * no second remark on it.
 */
export function* inSession(
  state: MotionState,
  facts: AttendanceFact & RegimeFact & AtFact,
): Check<Attendance> {
  const attendance = yield* meetingOfBody(state, facts);
  const inputs = { meetingId: attendance.meetingId, at: facts.at.literal };
  if (!attendance.inSession) {
    yield broken('BA-16', 'OUTSIDE_MEETING', inputs);
    if (facts.regime !== 'BROWN_ACT') yield irregular('MEETING_NOT_IN_SESSION', inputs);
  }
  return attendance;
}

/** Nothing is acted on that the agenda, or the notice of a special meeting, does not name. */
export function* offAgenda({ attendance }: AttendanceFact, inputs: Inputs): Check {
  if (attendance?.meetingType === 'special') yield broken('BA-03', 'NOT_ON_POSTED_AGENDA', inputs);
  else yield broken('BA-05', 'NOT_ON_POSTED_AGENDA', inputs);
  yield broken('GA-02', 'NOT_ON_POSTED_AGENDA', inputs);
}

/** Somebody sits in the seat. */
export function* filledSeat({ roster }: RosterFact, seatId: string): Check<RosterSeat> {
  const seat = roster?.seats.find((one) => one.seatId === seatId);
  if (!seat) return yield* refuse('NOT_ENTITLED_AS_OF', { seatId, reason: 'the body has no such seat then' });
  if (!seat.filled) return yield* refuse('NOT_ENTITLED_AS_OF', { seatId, reason: 'the seat is vacant then' });
  return seat;
}

/** Convener, facilitator and process observer do not move, second or vote (SP-11). */
export function* notNeutral(seatId: string, roles: readonly Role[]): Check {
  const role = roles.find((one) => neutralRoles.has(one));
  if (role) yield broken('SP-11', 'ROLE_FORBIDS_VOTING', { seatId, role });
}

/** To move and to second is for present members with a vote. */
export function* presentMember(
  facts: RosterFact & AttendanceFact & AtFact,
  seatId: string,
): Check<RosterSeat> {
  const seat = yield* filledSeat(facts, seatId);
  const { votingRight } = seat;
  if (votingRight === 'unknown') yield irregular('UNKNOWN_VOTING_RIGHT', { seatId });
  else if (votingRight !== 'full') yield irregular('ADVISORY_SEAT', { seatId, votingRight });
  yield* notNeutral(seatId, facts.roster ? rolesOf(seat, facts.roster) : []);
  if (!facts.attendance?.present.has(seatId))
    yield irregular('NOT_PRESENT', { seatId, at: facts.at.literal });
  return seat;
}

/** The vote that a command names is the one that is open. */
export function* openVoteOf(
  { vote, status }: MotionState,
  { voteEventId }: Readonly<{ voteEventId: string }>,
): Check<OpenedVote> {
  if (status !== 'voting' || vote?.voteEventId !== voteEventId)
    return yield* refuse('VOTE_NOT_OPEN', { voteEventId, status, open: vote?.voteEventId });
  return vote;
}
