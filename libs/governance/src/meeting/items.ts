import { irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import { commentBeforeAction } from './comment.ts';
import type { AgendaItemClosed, AgendaItemOpened } from './events.ts';
import type { RegimeFact, VotesFact } from './facts.ts';
import { knownItem, notBefore, scheduledMeeting, sittingMeeting } from './guards.ts';
import { mayBeTakenUp } from './notice.ts';
import { isOpen } from './span.ts';
import type { MeetingState } from './state.ts';

/** The body takes an item up. */
export type OpenItem = Readonly<{ type: 'OpenItem'; itemId: string }>;

/** The body is done with an item, or leaves it. */
export type CloseItem = Readonly<{ type: 'CloseItem'; itemId: string }>;

/** Only what the public could read on the agenda, or what was admitted, is taken up (BA-03, BA-05). */
export function* openItem(
  state: MeetingState,
  { itemId }: OpenItem,
  { at, regime }: AtFact & RegimeFact,
): Decision<AgendaItemOpened> {
  const { agenda } = state;
  const schedule = yield* sittingMeeting(state, at);
  const { openings } = yield* knownItem(state, itemId);
  if (isOpen(openings.at(-1))) return yield* refuse('ITEM_ALREADY_OPENED', { itemId });
  if (regime === 'BROWN_ACT' && !mayBeTakenUp(agenda, itemId, schedule, at))
    yield irregular('NOT_ON_POSTED_AGENDA', {
      rule: schedule.meetingType === 'special' ? 'BA-03' : 'BA-05',
      itemId,
    });
  return [{ type: 'AgendaItemOpened', itemId }];
}

export function* closeItem(
  state: MeetingState,
  { itemId }: CloseItem,
  facts: AtFact & RegimeFact & VotesFact,
): Decision<AgendaItemClosed> {
  yield* scheduledMeeting(state, facts.at);
  const item = yield* knownItem(state, itemId);
  const opening = item.openings.at(-1);
  if (!isOpen(opening)) return yield* refuse('ITEM_NOT_OPEN', { itemId });
  yield* notBefore(facts.at, opening?.from);
  yield* commentBeforeAction(state, item, facts);
  return [{ type: 'AgendaItemClosed', itemId }];
}
