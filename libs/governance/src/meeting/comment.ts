import { broken } from '../kernel/index.ts';
import type { When } from '../kernel/index.ts';
import type { Item } from './agenda.ts';
import type { VotesFact } from './facts.ts';
import type { Check } from './guards.ts';
import { isEarlier } from './span.ts';
import type { MeetingState } from './state.ts';

/** A comment period without an item, or on an item of the kind `public_comment`, is for every item. */
const isFor = ({ agenda }: MeetingState, commentOn: string | undefined, itemId: string): boolean =>
  commentOn === undefined ||
  commentOn === itemId ||
  agenda.items.get(commentOn)?.content.kind === 'public_comment';

/** Whether the public could speak on an item no later than at that time. */
export const couldComment = (state: MeetingState, itemId: string, by: When): boolean =>
  state.proceedings.comments.some(
    (comment) => isFor(state, comment.itemId, itemId) && !isEarlier(by, comment.from),
  );

const isActedOn = ({ content }: Item): boolean => content.kind === 'action' || content.kind === 'consent';

/** The public may speak before or during each action item, and before the vote on it (BA-08). */
export function* commentBeforeAction(
  state: MeetingState,
  item: Item,
  { at, votes }: VotesFact & Readonly<{ at: When }>,
): Check {
  if (!isActedOn(item)) return;
  const { itemId, motionId } = item.content;
  const acted = (motionId === undefined ? undefined : votes.get(motionId)?.openedAt) ?? at;
  if (!couldComment(state, itemId, acted))
    yield broken('BA-08', 'NO_PUBLIC_COMMENT_BEFORE_ACTION', { itemId, before: acted.literal });
}
