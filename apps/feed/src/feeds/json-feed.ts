import type { Feed, FeedItem } from './feed.ts';

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
