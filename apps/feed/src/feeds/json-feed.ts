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
export const jsonFeed = (feed: Feed) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: feed.title,
  description: feed.description,
  home_page_url: feed.homeUrl,
  feed_url: feed.url,
  next_url: feed.previousUrl,
  authors: [{ name: feed.author }],
  language: feed.lang,
  _cogov: {
    about: `${feed.publicUrl}/`,
    translations: feed.translations.map(({ lang, url }) => ({ language: lang, feed_url: url })),
  },
  items: feed.items.map(jsonItem),
});
