import type { Reads } from '#projections';
import { decisionEntry } from './decision-item.ts';
import { milestoneEntry } from './milestone-item.ts';
import type { FeedItemRow } from './pages.ts';

/** One item, before it is written as JSON or XML. Its id says nothing of where the feed is served. */
export type FeedItem = Readonly<{
  id: string;
  url: string;
  title: string;
  text: string;
  /** ISO 8601, UTC. */
  published: string;
  /** When it was corrected last; absent where it stands as it was published. */
  updated?: string;
  tags: readonly string[];
  /** BCP 47, as far as the record says. */
  lang?: string | undefined;
  /** For machines: the feed's extension (JSON Feed 1.1, "Extensions"). */
  extension: Readonly<Record<string, unknown>>;
}>;

/** What stands of an item besides its times. */
export type ItemContent = Omit<FeedItem, 'published' | 'updated'>;

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
