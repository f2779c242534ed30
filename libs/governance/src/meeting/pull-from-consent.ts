import { irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Decision, When } from '../kernel/index.ts';
import type { Item } from './agenda.ts';
import type { ItemPulledFromConsent } from './events.ts';
import type { RosterFact, VotesFact } from './facts.ts';
import { existingBody, knownItem, presentSeat, scheduledMeeting, seatOf } from './guards.ts';
import { isEarlier } from './span.ts';
import type { MeetingState } from './state.ts';

/** An item is taken out of the consent calendar and dealt with by itself; any member may ask for it. */
export type PullFromConsent = Readonly<{ type: 'PullFromConsent' } & Omit<ItemPulledFromConsent, 'type'>>;

/** When the consent item was voted on: the vote on its motion, or on the calendar, opened, or the item was closed. */
function votedAt({ content, openings }: Item, { votes }: VotesFact): When | undefined {
  const { motionId } = content;
  const vote =
    motionId === undefined
      ? undefined
      : (votes.get(motionId) ??
        [...votes.values()].find(({ consentMotionIds }) => consentMotionIds?.includes(motionId)));
  return vote?.openedAt ?? openings.at(-1)?.to;
}

export function* pullFromConsent(
  state: MeetingState,
  command: PullFromConsent,
  facts: AtFact & RosterFact & VotesFact,
): Decision<ItemPulledFromConsent> {
  const { at } = facts;
  const { itemId, seatId } = command;
  const { bodyId } = yield* scheduledMeeting(state, at);
  const item = yield* knownItem(state, itemId);
  if (item.content.kind !== 'consent' || item.pulledFromConsent)
    return yield* refuse('NOT_A_CONSENT_ITEM', { itemId, kind: item.content.kind });
  if (seatId !== undefined) {
    yield* seatOf(yield* existingBody(facts, bodyId), seatId);
    yield* presentSeat(state, seatId, at);
  }
  const voted = votedAt(item, facts);
  if (voted && isEarlier(voted, at))
    yield irregular('CONSENT_ALREADY_VOTED', { itemId, voted: voted.literal });
  return [{ ...command, type: 'ItemPulledFromConsent' }];
}
