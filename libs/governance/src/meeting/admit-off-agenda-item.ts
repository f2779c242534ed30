import type { Roster } from '../body/roster.ts';
import { irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Decision, When } from '../kernel/index.ts';
import type { AgendaItem, OffAgendaItemAdmitted } from './events.ts';
import type {
  EarlierMeeting,
  EarlierMeetingsFact,
  MotionVote,
  RegimeFact,
  RosterFact,
  VotesFact,
} from './facts.ts';
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

type AdmitFacts = AtFact & RegimeFact & RosterFact & VotesFact & EarlierMeetingsFact;

/** Members who voted yes, who were present, and who there are: filled seats with a full vote. */
function countsOf({ rollCall }: NonNullable<MotionVote['closed']>, { seats }: Roster) {
  const members = new Set(
    seats.filter(({ filled, votingRight }) => filled && votingRight === 'full').map(({ seatId }) => seatId),
  );
  const voters = rollCall.filter(({ seatId }) => members.has(seatId));
  return {
    yes: voters.filter(({ option }) => option === 'yes').length,
    present: voters.filter(({ present }) => present).length,
    membership: members.size,
  };
}

/** Two thirds of those present; if fewer than two thirds of the members are, all of them. */
const suffices = ({ yes, present, membership }: ReturnType<typeof countsOf>): boolean =>
  present > 0 && (3 * present >= 2 * membership ? 3 * yes >= 2 * present : yes === present);

/** What was found at another meeting, or is yet to be found, admits nothing here. */
function voteInMeeting(
  { session }: MeetingState,
  { findingMotionId = '' }: AdmitOffAgendaItem,
  { at, votes }: AtFact & VotesFact,
): MotionVote['closed'] {
  const vote = votes.get(findingMotionId);
  return vote && mayBeInSession(session, vote.openedAt) && !isEarlier(at, vote.openedAt)
    ? vote.closed
    : undefined;
}

function* findingVoted(
  state: MeetingState,
  command: AdmitOffAgendaItem,
  facts: AtFact & VotesFact,
  roster: Roster,
): Check {
  const { basis, findingMotionId } = command;
  const vote = voteInMeeting(state, command, facts);
  const counts = vote && countsOf(vote, roster);
  const passed = vote?.result === 'pass';
  const isEnough = basis === 'emergency' ? passed : passed && counts !== undefined && suffices(counts);
  if (!isEnough)
    yield irregular('OFF_AGENDA_VOTE_INSUFFICIENT', {
      rule: 'BA-06',
      basis,
      findingMotionId,
      result: vote?.result,
      ...counts,
    });
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

export function* admitOffAgendaItem(
  state: MeetingState,
  command: AdmitOffAgendaItem,
  facts: AdmitFacts,
): Decision<OffAgendaItemAdmitted> {
  const { itemId, basis } = command;
  const { at, earlierMeetings } = facts;
  const schedule = yield* sittingMeeting(state, at);
  const roster = yield* existingBody(facts, schedule.bodyId);
  const { content } = yield* knownItem(state, itemId);
  if (state.agenda.admitted.has(itemId)) return yield* refuse('ITEM_ALREADY_ADMITTED', { itemId });
  if (facts.regime === 'BROWN_ACT') {
    const earlier = earlierMeetings.get(content.continuedFrom ?? '');
    const reason = notContinued(content, earlier, schedule, at);
    if (schedule.meetingType === 'special')
      yield irregular('OFF_AGENDA_NOT_ALLOWED', { rule: 'BA-03', itemId, reason: 'special meeting' });
    if (basis !== 'continued_within_5_days') yield* findingVoted(state, command, facts, roster);
    else if (reason) yield irregular('OFF_AGENDA_NOT_ALLOWED', { rule: 'BA-06', itemId, basis, reason });
  }
  return [{ ...command, type: 'OffAgendaItemAdmitted' }];
}
