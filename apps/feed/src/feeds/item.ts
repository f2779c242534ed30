import type { Reads } from '#projections';
import { decisionEntry } from './decision-item.ts';
import type { FeedItem, ItemContent } from './feed.ts';
import { milestoneEntry } from './milestone-item.ts';
import type { FeedItemRow } from './pages.ts';

function contentOf(
  reads: Reads,
  { item, milestone }: FeedItemRow,
  publicUrl: string,
): ItemContent | undefined {
  const id = item.slice(item.indexOf(':') + 1);
  return milestone === null
    ? decisionEntry(reads, id, publicUrl)
    : milestoneEntry(reads, { eventId: id, milestone, publicUrl });
}

/** Nothing for an item of which the record knows nothing any more. */
export function feedItem(reads: Reads, row: FeedItemRow, publicUrl: string): readonly FeedItem[] {
  const content = contentOf(reads, row, publicUrl);
  if (!content) return [];
  const { publishedAt: published, updatedAt } = row;
  return [{ ...content, published, ...(updatedAt !== null && { updated: updatedAt }) }];
}
