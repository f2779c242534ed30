import type { FeedItem } from './item.ts';

/** A feed in whatever form, before it is written. */
export type Feed = Readonly<{
  /** The same for all its pages, and wherever it is served. */
  id: string;
  title: string;
  description: string;
  /** Where people read the same. */
  homeUrl: string;
  /** Of this document. */
  url: string;
  items: readonly FeedItem[];
  /** Of the feed itself, where this is a page of its archive. */
  currentUrl?: string;
  /** Older, and newer, pages of the archive. */
  previousUrl?: string;
  nextUrl?: string;
  /** Where the feed stood last, ISO 8601. */
  updated: string;
  publicUrl: string;
}>;

const jsonItem = ({ id, url, title, text, published, updated, tags, lang, extension }: FeedItem) => ({
  id,
  url,
  title,
  content_text: text,
  date_published: published,
  date_modified: updated,
  tags,
  language: lang,
  _cogov: extension,
});

/** JSON Feed 1.1. Its next page is the archive's page before. */
export const jsonFeed = ({ title, description, homeUrl, url, items, previousUrl, publicUrl }: Feed) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title,
  description,
  home_page_url: homeUrl,
  feed_url: url,
  next_url: previousUrl,
  _cogov: { about: `${publicUrl}/` },
  items: items.map(jsonItem),
});
