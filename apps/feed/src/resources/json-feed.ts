import { getBody, listDecisions } from '#projections';
import type { Reads } from '#projections';
import { cursor, id } from '../http/parameters.ts';
import { listCaching } from '../http/resource.ts';
import type { Resource } from '../http/resource.ts';
import { feedItem } from './feed-item.ts';
import { linkToNext, nextUrl } from './next-link.ts';

type Query = Readonly<{ body?: string; cursor?: string }>;

/** Items of a page: readers ask often and want what is new. */
const pageSize = 30;

const titleOf = (reads: Reads, bodyId: string | undefined): string =>
  bodyId === undefined ? 'Decisions' : `Decisions of ${getBody(reads, bodyId)?.name ?? bodyId}`;

const addressOf = (publicUrl: string, { body }: Query): string =>
  `${publicUrl}/feed.json${body === undefined ? '' : `?${new URLSearchParams({ body }).toString()}`}`;

/** `GET /feed.json`: JSON Feed 1.1, an item per decision, the latest recorded first. */
export const jsonFeed: Resource<Query> = {
  path: '/feed.json',
  parameters: { body: id, cursor },
  mediaType: 'application/feed+json; charset=utf-8',
  cacheControl: listCaching,
  render: ({ reads, query, publicUrl }) => {
    const request = { bodyId: query.body, cursor: query.cursor, limit: pageSize, order: 'recorded' } as const;
    const page = listDecisions(reads, request);
    const feed = `${publicUrl}/feed.json`;
    return {
      headers: linkToNext(feed, query, page.next),
      body: {
        version: 'https://jsonfeed.org/version/1.1',
        title: titleOf(reads, query.body),
        description:
          'Every closed vote on the public record: its outcome, how it was counted, under which rule.',
        home_page_url: `${publicUrl}/`,
        feed_url: addressOf(publicUrl, query),
        next_url: nextUrl(feed, query, page.next),
        _cogov: { about: `${publicUrl}/` },
        items: page.items.flatMap((summary) => feedItem(reads, summary, publicUrl)),
      },
    };
  },
};
