import { irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Decision, When } from '../kernel/index.ts';
import type { AgendaItem, AgendaItemAdded, AgendaItemRemoved, AgendaItemRevised } from './events.ts';
import { knownItem, scheduledMeeting } from './guards.ts';
import type { Check } from './guards.ts';
import { isOver } from './session.ts';
import type { MeetingState } from './state.ts';

/** An item is put on the agenda; the body may act on it once it is posted, or admitted. */
export type AddAgendaItem = Readonly<{ type: 'AddAgendaItem' } & AgendaItem>;

/** An item is replaced as a whole; its id stays. */
export type ReviseAgendaItem = Readonly<{ type: 'ReviseAgendaItem' } & AgendaItem>;

export type RemoveAgendaItem = Readonly<{ type: 'RemoveAgendaItem'; itemId: string }>;

function* openAgenda(state: MeetingState, at: When): Check {
  yield* scheduledMeeting(state, at);
  if (isOver(state.session, at))
    yield* refuse('MEETING_ALREADY_HELD', { at: at.literal, adjourned: state.session.adjourned?.literal });
}

/** Agendas with a number used twice were printed; who cites it cannot be understood. */
function* numberFree({ agenda }: MeetingState, { itemId, number }: AgendaItem): Check {
  const taken = [...agenda.items.values()].find(({ content }) => content.number === number);
  if (taken && taken.content.itemId !== itemId)
    yield irregular('ITEM_NUMBER_TAKEN', { number, itemId: taken.content.itemId });
}

export function* addAgendaItem(
  state: MeetingState,
  { type: _type, ...item }: AddAgendaItem,
  { at }: AtFact,
): Decision<AgendaItemAdded> {
  yield* openAgenda(state, at);
  const { items, removedItemIds } = state.agenda;
  if (items.has(item.itemId) || removedItemIds.has(item.itemId))
    return yield* refuse('ITEM_EXISTS', { itemId: item.itemId });
  yield* numberFree(state, item);
  return [{ type: 'AgendaItemAdded', ...item }];
}

export function* reviseAgendaItem(
  state: MeetingState,
  { type: _type, ...item }: ReviseAgendaItem,
  { at }: AtFact,
): Decision<AgendaItemRevised> {
  yield* openAgenda(state, at);
  yield* knownItem(state, item.itemId);
  yield* numberFree(state, item);
  return [{ type: 'AgendaItemRevised', ...item }];
}

export function* removeAgendaItem(
  state: MeetingState,
  { itemId }: RemoveAgendaItem,
  { at }: AtFact,
): Decision<AgendaItemRemoved> {
  yield* openAgenda(state, at);
  const { openings } = yield* knownItem(state, itemId);
  if (openings[0])
    return yield* refuse('ITEM_ALREADY_OPENED', { itemId, openedAt: openings[0].from.literal });
  return [{ type: 'AgendaItemRemoved', itemId }];
}
