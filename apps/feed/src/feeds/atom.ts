import type { Feed, FeedItem } from './feed.ts';
import { feedMediaTypes } from './addresses.ts';
import { xmlDocument } from './xml.ts';
import type { Elements } from './xml.ts';

const link = (rel: string, href: string | undefined, type?: string, lang?: string): readonly Elements[] =>
  href === undefined
    ? []
    : [
        {
          '@rel': rel,
          ...(type !== undefined && { '@type': type }),
          ...(lang !== undefined && { '@hreflang': lang }),
          '@href': href,
        },
      ];

const entry = ({ id, url, title, text, published, updated, tags, lang }: FeedItem): Elements => ({
  ...(lang !== undefined && { '@xml:lang': lang }),
  id,
  title,
  link: link('alternate', url),
  published,
  updated: updated ?? published,
  category: tags.map((term) => ({ '@term': term })),
  content: { '@type': 'text', '#': text },
});

/** Atom (RFC 4287); a page of an archive says that it is one (RFC 5005 §4). */
export const atomFeed = ({ currentUrl, previousUrl, nextUrl, ...feed }: Feed): string =>
  xmlDocument({
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xmlns:fh': 'http://purl.org/syndication/history/1.0',
      '@xml:lang': feed.lang,
      ...(currentUrl !== undefined && { 'fh:archive': '' }),
      id: feed.id,
      title: feed.title,
      subtitle: feed.description,
      author: { name: feed.author },
      updated: feed.updated,
      link: [
        ...link('self', feed.url, feedMediaTypes.atom),
        ...link('alternate', feed.homeUrl),
        ...feed.translations.flatMap(({ lang, url }) => link('alternate', url, feedMediaTypes.atom, lang)),
        ...link('current', currentUrl),
        ...link('prev-archive', previousUrl),
        ...link('next-archive', nextUrl),
      ],
      entry: feed.items.map(entry),
    },
  });
