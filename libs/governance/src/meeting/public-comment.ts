import { refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { PublicCommentClosed, PublicCommentOpened } from './events.ts';
import { knownItem, notBefore, scheduledMeeting, sittingMeeting } from './guards.ts';
import { isOpen } from './span.ts';
import type { MeetingState } from './state.ts';

/** The public may speak: on one item, or without one on the whole agenda. Meeting rule BA-08. */
export type OpenPublicComment = Readonly<{ type: 'OpenPublicComment'; itemId?: string }>;

/** How many spoke. The item, if given, is the one on which comment is open. */
export type ClosePublicComment = Readonly<{ type: 'ClosePublicComment'; itemId?: string; speakers: number }>;

export function* openPublicComment(
  state: MeetingState,
  { itemId }: OpenPublicComment,
  { at }: AtFact,
): Decision<PublicCommentOpened> {
  yield* sittingMeeting(state, at);
  if (itemId !== undefined) yield* knownItem(state, itemId);
  const last = state.proceedings.comments.at(-1);
  if (isOpen(last)) return yield* refuse('PUBLIC_COMMENT_ALREADY_OPEN', { since: last?.from.literal });
  return [{ type: 'PublicCommentOpened', ...(itemId !== undefined && { itemId }) }];
}

export function* closePublicComment(
  state: MeetingState,
  { itemId, speakers }: ClosePublicComment,
  { at }: AtFact,
): Decision<PublicCommentClosed> {
  yield* scheduledMeeting(state, at);
  const last = state.proceedings.comments.at(-1);
  const isOther = itemId !== undefined && itemId !== last?.itemId;
  if (!last || !isOpen(last) || isOther) return yield* refuse('PUBLIC_COMMENT_NOT_OPEN', { itemId });
  yield* notBefore(at, last.from);
  return [
    { type: 'PublicCommentClosed', ...(last.itemId !== undefined && { itemId: last.itemId }), speakers },
  ];
}
