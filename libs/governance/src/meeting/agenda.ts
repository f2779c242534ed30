import type { When } from '../kernel/when.ts';
import type {
  AgendaItem,
  AgendaItemAdded,
  AgendaItemClosed,
  AgendaItemOpened,
  AgendaItemRemoved,
  AgendaItemRevised,
  AgendaPosted,
  ItemPulledFromConsent,
  OffAgendaItemAdmitted,
} from './events.ts';
import { closeLast, isEarlier } from './span.ts';
import type { Span } from './span.ts';

/** An item as it stands, and what the body did with it. */
export type Item = Readonly<{
  content: AgendaItem;
  openings: readonly Span[];
  pulledFromConsent: boolean;
}>;

export type Posting = Readonly<{ at: When }> & Omit<AgendaPosted, 'type'>;

export type Agenda = Readonly<{
  items: ReadonlyMap<string, Item>;
  /** Ids that postings may name still: no other item takes them. */
  removedItemIds: ReadonlySet<string>;
  /** In the order in which they were recorded. */
  postings: readonly Posting[];
  /** Items admitted off the agenda, and when. */
  admitted: ReadonlyMap<string, When>;
}>;

export const emptyAgenda: Agenda = {
  items: new Map(),
  removedItemIds: new Set(),
  postings: [],
  admitted: new Map(),
};

export type AgendaEvent =
  | AgendaItemAdded
  | AgendaItemRevised
  | AgendaItemRemoved
  | AgendaPosted
  | OffAgendaItemAdmitted
  | AgendaItemOpened
  | AgendaItemClosed
  | ItemPulledFromConsent;

type ItemEvent = Exclude<AgendaEvent, AgendaItemRemoved | AgendaPosted | OffAgendaItemAdmitted>;

const untouched = (content: AgendaItem): Item => ({ content, openings: [], pulledFromConsent: false });

function evolveItem(item: Item | undefined, event: ItemEvent, at: When): Item | undefined {
  switch (event.type) {
    case 'AgendaItemAdded':
    case 'AgendaItemRevised': {
      const { type: _type, ...content } = event;
      return { ...(item ?? untouched(content)), content };
    }
    case 'AgendaItemOpened':
      return item && { ...item, openings: [...item.openings, { from: at }] };
    case 'AgendaItemClosed':
      return item && { ...item, openings: closeLast(item.openings, at) };
    case 'ItemPulledFromConsent':
      return item && { ...item, pulledFromConsent: true };
  }
}

const withItem = (agenda: Agenda, itemId: string, item: Item | undefined): Agenda =>
  item ? { ...agenda, items: new Map(agenda.items).set(itemId, item) } : agenda;

function withoutItem(agenda: Agenda, itemId: string): Agenda {
  const items = new Map(agenda.items);
  items.delete(itemId);
  return { ...agenda, items, removedItemIds: new Set(agenda.removedItemIds).add(itemId) };
}

export function evolveAgenda(agenda: Agenda, event: AgendaEvent, at: When): Agenda {
  switch (event.type) {
    case 'AgendaPosted': {
      const { type: _type, ...posting } = event;
      return { ...agenda, postings: [...agenda.postings, { at, ...posting }] };
    }
    case 'OffAgendaItemAdmitted':
      return { ...agenda, admitted: new Map(agenda.admitted).set(event.itemId, at) };
    case 'AgendaItemRemoved':
      return withoutItem(agenda, event.itemId);
    case 'AgendaItemAdded':
    case 'AgendaItemRevised':
    case 'AgendaItemOpened':
    case 'AgendaItemClosed':
    case 'ItemPulledFromConsent':
      return withItem(agenda, event.itemId, evolveItem(agenda.items.get(event.itemId), event, at));
  }
}

/** Consent items with a motion that nobody has pulled, in the order of the agenda: item, motion. */
export const consentItems = ({ items }: Agenda): ReadonlyMap<string, string> =>
  new Map(
    [...items].flatMap(([itemId, { content, pulledFromConsent }]): readonly [string, string][] =>
      content.kind === 'consent' && !pulledFromConsent && content.motionId !== undefined
        ? [[itemId, content.motionId]]
        : [],
    ),
  );

/** The posting that came last; of several that may have been at the same time, the one recorded last. */
export function lastOf(postings: readonly Posting[]): Posting | undefined {
  return postings.reduce<Posting | undefined>(
    (last, posting) => (last && posting.at.earliest < last.at.earliest ? last : posting),
    undefined,
  );
}

/** Postings that there may have been at that time. */
export const postedBy = ({ postings }: Agenda, at: When): readonly Posting[] =>
  postings.filter((posting) => !isEarlier(at, posting.at));

/** Whether an item may have been admitted off the agenda by that time. */
export function isAdmitted({ admitted }: Agenda, itemId: string, at: When): boolean {
  const since = admitted.get(itemId);
  return since !== undefined && !isEarlier(at, since);
}
