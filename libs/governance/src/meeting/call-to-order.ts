import type { Role } from '../body/events.ts';
import type { Roster } from '../body/roster.ts';
import { irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import { eligibilityOf } from '../tally/index.ts';
import type { GoverningFact } from '../instrument/governing.ts';
import { noticeByClauses } from './clause-notice.ts';
import type { MeetingCalledToOrder } from './events.ts';
import type { RosterFact } from './facts.ts';
import { existingBody, scheduledMeeting } from './guards.ts';
import { noticeByCall } from './notice-by-call.ts';
import { quorumAtCall } from './quorum.ts';
import { calledToOrderAt } from './session.ts';
import type { MeetingState } from './state.ts';

/** The meeting begins: who presides says so. RONR (12th ed.) 3:15. */
export type CallToOrder = Readonly<{ type: 'CallToOrder' } & Pick<MeetingCalledToOrder, 'presiding'>>;

const presidingRoles: readonly Role[] = ['chair', 'co_chair', 'vice_chair', 'convener'];

/** Roles of a seat that is filled, or of a person or organization, with or without a seat. */
function rolesOf(roster: Roster, { kind, id }: CallToOrder['presiding']): readonly Role[] {
  const seatIds = roster.seats
    .filter((seat) => seat.filled && (kind === 'seat' ? seat.seatId : seat.holderId) === id)
    .map(({ seatId }) => seatId);
  const seats = eligibilityOf(roster).seats.filter(({ seatId }) => seatIds.includes(seatId));
  const others = roster.otherRoles.filter(({ holderId }) => kind !== 'seat' && holderId === id);
  return [...seats.flatMap(({ roles }) => roles), ...others.map(({ role }) => role)];
}

export function* callToOrder(
  state: MeetingState,
  { presiding }: CallToOrder,
  facts: AtFact & RosterFact & GoverningFact,
): Decision<MeetingCalledToOrder> {
  const { cancelled, adjourned } = state.session;
  const schedule = yield* scheduledMeeting(state, facts.at);
  const { bodyId } = schedule;
  if (cancelled) return yield* refuse('MEETING_CANCELLED', { cancelled: cancelled.literal });
  const before = calledToOrderAt(state.session);
  if (before) return yield* refuse('CALLED_TO_ORDER_TWICE', { calledToOrder: before.literal });
  if (adjourned) return yield* refuse('MEETING_ALREADY_HELD', { adjourned: adjourned.literal });
  const roster = yield* existingBody(facts, bodyId);
  if (roster.dissolved) yield irregular('BODY_DISSOLVED', { bodyId });
  if (!rolesOf(roster, presiding).some((role) => presidingRoles.includes(role)))
    yield irregular('NO_PRESIDING_OFFICER', { presiding, roles: presidingRoles });
  yield* noticeByCall(state, schedule, roster, facts.at);
  const notice = yield* noticeByClauses(state, schedule, facts);
  const quorum = yield* quorumAtCall(state, roster, facts);
  const boundRules = [...(notice.boundRules ?? []), ...(quorum.boundRules ?? [])];
  return [{ type: 'MeetingCalledToOrder', presiding, ...(boundRules.length > 0 && { boundRules }) }];
}
