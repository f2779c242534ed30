import type { Roster } from '../body/roster.ts';
import { broken, refuse } from '../kernel/index.ts';
import type { AtFact, Decision, When } from '../kernel/index.ts';
import type { AgendaItem, OffAgendaItemAdmitted } from './events.ts';
import type { EarlierMeeting, EarlierMeetingsFact, MotionVote, RosterFact, VotesFact } from './facts.ts';
import { existingBody, knownItem, sittingMeeting } from './guards.ts';
import type { Check } from './guards.ts';
import { daysAtLeast } from './civil-days.ts';
import { mayBeInSession } from './session.ts';
import { isEarlier } from './span.ts';
import type { MeetingState, Schedule } from './state.ts';

/** An item that was not on the posted agenda is publicly identified and admitted. Meeting rule BA-06. */
export type AdmitOffAgendaItem = Readonly<
  { type: 'AdmitOffAgendaItem' } & Omit<OffAgendaItemAdmitted, 'type'>
>;

type AdmitFacts = AtFact & RosterFact & VotesFact & EarlierMeetingsFact;

type Counts = Readonly<{ yes: number; present: number; membership: number }>;

/** Members who found so, who were present, and who there are: filled seats with a full vote. */
function countsOf({ closed, agreed }: MotionVote, { seats }: Roster): Counts {
  const members = new Set(
    seats.filter(({ filled, votingRight }) => filled && votingRight === 'full').map(({ seatId }) => seatId),
  );
  const membership = members.size;
  if (agreed) {
    const those = (seatIds: readonly string[]): number => seatIds.filter((id) => members.has(id)).length;
    return { yes: those(agreed.agreeingSeatIds), present: those(agreed.presentSeatIds), membership };
  }
  const { rollCall = [], secret } = closed ?? {};
  const voters = rollCall.filter(({ seatId }) => members.has(seatId));
  const present = voters.filter((one) => one.present).length;
  if (secret) return { yes: secret.ayes, present: present + secret.present, membership };
  return { yes: voters.filter(({ option }) => option === 'yes').length, present, membership };
}

/** Two thirds of those present; if fewer than two thirds of the members are, all of them. */
const suffices = ({ yes, present, membership }: Counts): boolean =>
  present > 0 && (3 * present >= 2 * membership ? 3 * yes >= 2 * present : yes === present);

/** What was found at another meeting, or is yet to be found, admits nothing here. It is found by a vote, by consensus, or without objection. */
function findingInMeeting(
  { session }: MeetingState,
  { findingMotionId = '' }: AdmitOffAgendaItem,
  { at, votes }: AtFact & VotesFact,
): MotionVote | undefined {
  const vote = votes.get(findingMotionId);
  const isMade = vote?.closed !== undefined || vote?.agreed !== undefined;
  return isMade && mayBeInSession(session, vote.openedAt) && !isEarlier(at, vote.openedAt) ? vote : undefined;
}

/** A majority that finds an emergency, or two thirds that find a need (BA-06); of a council everybody (GA-02). */
function* findingVoted(
  state: MeetingState,
  command: AdmitOffAgendaItem,
  facts: AtFact & VotesFact,
  roster: Roster,
): Check {
  const { basis, findingMotionId } = command;
  const vote = findingInMeeting(state, command, facts);
  const counts = vote && countsOf(vote, roster);
  const result = vote?.agreed ? 'pass' : vote?.closed?.result;
  const passed = result === 'pass' && counts !== undefined;
  const found = { basis, findingMotionId, result, ...counts };
  if (!passed || (basis !== 'emergency' && !suffices(counts)))
    yield broken('BA-06', 'OFF_AGENDA_VOTE_INSUFFICIENT', found);
  if (!passed || counts.yes !== counts.present) yield broken('GA-02', 'OFF_AGENDA_VOTE_INSUFFICIENT', found);
}

/** Ids of items tell nothing where each meeting counts its own from one, and the motions differ. */
const isSameItem = (item: AgendaItem, other: AgendaItem): boolean =>
  item.motionId === undefined || other.motionId === undefined
    ? item.itemId === other.itemId
    : item.motionId === other.motionId;

const mostDays = 5;

/** Why an item does not count as continued from an earlier meeting, if it does not. */
function notContinued(
  item: AgendaItem,
  earlier: EarlierMeeting | undefined,
  { bodyId, timeZone }: Schedule,
  at: When,
): string | undefined {
  if (earlier?.bodyId !== bodyId) return 'not continued from a meeting of the body';
  if (!earlier.items.some((other) => isSameItem(item, other)))
    return 'not on the agenda of the earlier meeting';
  const days = daysAtLeast(earlier.startsAt, at, timeZone);
  return days > mostDays ? `the earlier meeting was ${days} days before` : undefined;
}

/** What was continued needs no finding (BA-06); a council has no such exception (GA-02). */
function* continued(
  item: AgendaItem,
  schedule: Schedule,
  { at, earlierMeetings }: AtFact & EarlierMeetingsFact,
): Check {
  const named = { itemId: item.itemId, basis: 'continued_within_5_days' };
  const earlier = earlierMeetings.get(item.continuedFrom ?? '');
  const reason = notContinued(item, earlier, schedule, at);
  if (reason) yield broken('BA-06', 'OFF_AGENDA_NOT_ALLOWED', { ...named, reason });
  yield broken('GA-02', 'OFF_AGENDA_NOT_ALLOWED', { ...named, reason: 'all members present find the need' });
}

export function* admitOffAgendaItem(
  state: MeetingState,
  command: AdmitOffAgendaItem,
  facts: AdmitFacts,
): Decision<OffAgendaItemAdmitted> {
  const { itemId, basis } = command;
  const schedule = yield* sittingMeeting(state, facts.at);
  const roster = yield* existingBody(facts, schedule.bodyId);
  const { content } = yield* knownItem(state, itemId);
  if (state.agenda.admitted.has(itemId)) return yield* refuse('ITEM_ALREADY_ADMITTED', { itemId });
  if (schedule.meetingType === 'special')
    yield broken('BA-03', 'OFF_AGENDA_NOT_ALLOWED', { itemId, reason: 'special meeting' });
  if (basis === 'continued_within_5_days') yield* continued(content, schedule, facts);
  else yield* findingVoted(state, command, facts, roster);
  return [{ ...command, type: 'OffAgendaItemAdmitted' }];
}
