import { broken, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import { commentBeforeAction } from './comment.ts';
import type { AgendaItemClosed, AgendaItemOpened } from './events.ts';
import type { VotesFact } from './facts.ts';
import { knownItem, notBefore, scheduledMeeting, sittingMeeting } from './guards.ts';
import type { Check } from './guards.ts';
import { mayBeTakenUp } from './notice.ts';
import { isOpen } from './span.ts';
import type { MeetingState, Schedule } from './state.ts';

/** The body takes an item up. */
export type OpenItem = Readonly<{ type: 'OpenItem'; itemId: string }>;

/** The body is done with an item, or leaves it. */
export type CloseItem = Readonly<{ type: 'CloseItem'; itemId: string }>;

function* offAgenda(itemId: string, { meetingType }: Schedule): Check {
  if (meetingType === 'special') yield broken('BA-03', 'NOT_ON_POSTED_AGENDA', { itemId });
  else yield broken('BA-05', 'NOT_ON_POSTED_AGENDA', { itemId });
  yield broken('GA-02', 'NOT_ON_POSTED_AGENDA', { itemId });
}

/** Only what the public could read on the agenda, or what was admitted, is taken up (BA-03, BA-05, GA-02). */
export function* openItem(
  state: MeetingState,
  { itemId }: OpenItem,
  { at }: AtFact,
): Decision<AgendaItemOpened> {
  const { agenda } = state;
  const schedule = yield* sittingMeeting(state, at);
  const { openings } = yield* knownItem(state, itemId);
  if (isOpen(openings.at(-1))) return yield* refuse('ITEM_ALREADY_OPENED', { itemId });
  if (!mayBeTakenUp(agenda, itemId, schedule, at)) yield* offAgenda(itemId, schedule);
  return [{ type: 'AgendaItemOpened', itemId }];
}

export function* closeItem(
  state: MeetingState,
  { itemId }: CloseItem,
  facts: AtFact & VotesFact,
): Decision<AgendaItemClosed> {
  yield* scheduledMeeting(state, facts.at);
  const item = yield* knownItem(state, itemId);
  const opening = item.openings.at(-1);
  if (!isOpen(opening)) return yield* refuse('ITEM_NOT_OPEN', { itemId });
  yield* notBefore(facts.at, opening?.from);
  yield* commentBeforeAction(state, item, facts);
  return [{ type: 'AgendaItemClosed', itemId }];
}
