import { decisionEntry } from './decision-item.ts';
import type { FeedItem, ItemContent, ItemRendering } from './feed.ts';
import { milestoneEntry } from './milestone-item.ts';
import type { FeedItemRow } from './pages.ts';

function contentOf(rendering: ItemRendering, { item, milestone }: FeedItemRow): ItemContent | undefined {
  const id = item.slice(item.indexOf(':') + 1);
  return milestone === null
    ? decisionEntry(rendering, id)
    : milestoneEntry(rendering, { eventId: id, milestone });
}

/** Nothing for an item of which the record knows nothing any more. */
export function feedItem(rendering: ItemRendering, row: FeedItemRow): readonly FeedItem[] {
  const content = contentOf(rendering, row);
  if (!content) return [];
  const { publishedAt: published, updatedAt } = row;
  return [{ ...content, published, ...(updatedAt !== null && { updated: updatedAt }) }];
}
