import type { Reads } from '#projections';
import type { Channel } from './model.ts';

/** A page of a feed: what is new, or a page of the archive that is complete (RFC 5005 §4). */
export type FeedPage = Readonly<{
  items: readonly FeedItemRow[];
  /** The archive pages beside it, by number; of the archive, the last has no next: what is new comes after it. */
  previous?: number;
  next?: number;
}>;

export type FeedItemRow = Readonly<{
  item: string;
  publishedAt: string;
  updatedAt: string | null;
  milestone: string | null;
}>;

/** Of a page of the archive. What is new has at least as many, where there are, and less than twice as many. */
export const pageSize = 25;

/** Appearances between two numbers, the latest first; an item that appears twice, at its last place. */
const itemsBetween = (reads: Reads, channel: Channel, after: number, upTo: number): readonly FeedItemRow[] =>
  reads.all(
    `SELECT item, published_at AS publishedAt, updated_at AS updatedAt, milestone
     FROM (SELECT item, max(number) AS number FROM feed_appearances
           WHERE channel = ? AND number > ? AND number <= ? GROUP BY item)
     JOIN feed_items USING (item) ORDER BY number DESC`,
    channel,
    after,
    upTo,
  );

/** Pages of the archive that are complete: which items they hold never changes again. */
export const completePages = (count: number): number => Math.floor(count / pageSize);

const countIn = (reads: Reads, channel: Channel): number =>
  reads.get<{ count: number | null }>(
    'SELECT max(number) AS count FROM feed_appearances WHERE channel = ?',
    channel,
  )?.count ?? 0;

/** What is new in a channel. The page of the archive that it covers is the last one; those before are linked. */
export function newestPage(reads: Reads, channel: Channel): FeedPage {
  const count = countIn(reads, channel);
  const previous = completePages(count) - 1;
  const items = itemsBetween(reads, channel, Math.max(previous, 0) * pageSize, count);
  return { items, ...(previous > 0 && { previous }) };
}

/** Page 1 is the oldest. undefined for a page that is not complete yet. */
export function archivePage(reads: Reads, channel: Channel, number: number): FeedPage | undefined {
  const complete = completePages(countIn(reads, channel));
  if (number < 1 || number > complete) return undefined;
  return {
    items: itemsBetween(reads, channel, (number - 1) * pageSize, number * pageSize),
    ...(number > 1 && { previous: number - 1 }),
    ...(number < complete && { next: number + 1 }),
  };
}
