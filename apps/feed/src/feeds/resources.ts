import { id as idParameter } from '../http/parameters.ts';
import { listCaching } from '../http/resource.ts';
import type { Rendered, Rendering, Resource } from '../http/resource.ts';
import { addressIn, translationLinks, translationsOf } from '../words/address.ts';
import { speechIn } from '../words/speech.ts';
import { feedFormats, feedMediaTypes, feedPath, feedTitle, folderOf, folders } from './addresses.ts';
import type { FeedFormat } from './addresses.ts';
import { atomFeed } from './atom.ts';
import { feedItem } from './item.ts';
import { jsonFeed } from './json-feed.ts';
import type { Feed } from './feed.ts';
import { channelKinds } from './model.ts';
import type { Channel, ChannelKind } from './model.ts';
import { archivePage, newestPage } from './pages.ts';
import type { FeedPage } from './pages.ts';

/** Of a feed in which nothing is. */
const epoch = '1970-01-01T00:00:00Z';

type Asked = Readonly<{ channel: Channel; format: FeedFormat; archived?: number }>;

/** When anything in it was published or corrected last: what else is recorded does not change it. */
const updatedOf = ({ items }: FeedPage): string =>
  items
    .map(({ publishedAt, updatedAt }) => updatedAt ?? publishedAt)
    .reduce((a, b) => (a > b ? a : b), epoch);

function feedOf(rendering: Rendering<unknown>, asked: Asked, page: FeedPage): Feed {
  const { reads, publicUrl, lang } = rendering;
  const { channel, format, archived } = asked;
  const urlOf = (number?: number) => `${publicUrl}${addressIn(lang, feedPath(channel, format, number))}`;
  const { previous, next } = page;
  const speech = speechIn(lang);
  return {
    id: `urn:minutebook:feed:${channel}`,
    lang,
    translations: translationsOf(rendering, feedPath(channel, format, archived)),
    title: feedTitle(speech, reads, channel),
    author: speech.t('site.name'),
    description: speech.t('feed.description'),
    homeUrl: `${publicUrl}${addressIn(lang, folderOf(channel) || '/')}`,
    url: urlOf(archived),
    items: page.items.flatMap((row) => feedItem(rendering, row)),
    ...(archived !== undefined && { currentUrl: urlOf() }),
    ...(previous !== undefined && { previousUrl: urlOf(previous) }),
    ...(next !== undefined && { nextUrl: urlOf(next) }),
    updated: updatedOf(page),
    publicUrl,
  };
}

/** The page before and other languages, for whoever reads headers only (RFC 8288, RFC 5005). */
const linksOf = ({ previousUrl, translations }: Feed, format: FeedFormat): readonly string[] => [
  ...(previousUrl === undefined
    ? []
    : [`<${previousUrl}>; rel="next"`, `<${previousUrl}>; rel="prev-archive"`]),
  ...translationLinks(translations, feedMediaTypes[format]),
];

function rendered(rendering: Rendering<unknown>, asked: Asked, page: FeedPage): Rendered {
  const feed = feedOf(rendering, asked, page);
  const body = asked.format === 'atom' ? atomFeed(feed) : jsonFeed(feed);
  const link = linksOf(feed, asked.format).join(', ');
  return { body, headers: link === '' ? {} : { link } };
}

/** Whether there is something that a feed could be about: nothing may have happened to it yet. */
const tables: Readonly<Record<ChannelKind, string>> = {
  body: 'SELECT 1 FROM bodies WHERE body_id = ?',
  instrument: 'SELECT 1 FROM instruments WHERE instrument_id = ?',
  school: 'SELECT 1 FROM schools WHERE school_id = ?',
};

const inFormat = (format: FeedFormat) => ({
  mediaType: `${feedMediaTypes[format]}; charset=utf-8`,
  cacheControl: listCaching,
  ...(format === 'atom' && { encode: String }),
});

const pageNumber = (text: string | undefined): number =>
  /^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : 0;

function archive(path: string, format: FeedFormat, channelOf: (id: string) => Channel): Resource {
  return {
    path,
    parameters: {},
    ...inFormat(format),
    render: (rendering) => {
      const channel = channelOf(rendering.id);
      const archived = pageNumber(rendering.page);
      const page = archivePage(rendering.reads, channel, archived);
      return page && rendered(rendering, { channel, format, archived }, page);
    },
  };
}

type Query = Readonly<{ body?: string }>;

/** `GET /feed.json`, `GET /feed.atom`: an item per decision, what appeared last first. `?body=` is that of a body. */
const whole = (format: FeedFormat): Resource<Query> => ({
  path: `/feed.${format}`,
  parameters: { body: idParameter },
  ...inFormat(format),
  render: (rendering) => {
    const { body } = rendering.query;
    const channel: Channel = body === undefined ? 'all' : `body:${body}`;
    return rendered(rendering, { channel, format }, newestPage(rendering.reads, channel));
  },
});

/** `GET /bodies/{id}/feed.atom` and its like. */
const ofOne = (kind: ChannelKind, format: FeedFormat): Resource => ({
  path: `${folders[kind]}/:id/feed.${format}`,
  parameters: {},
  ...inFormat(format),
  render: (rendering) => {
    const { reads, id } = rendering;
    const channel: Channel = `${kind}:${id}`;
    const page = newestPage(reads, channel);
    const isKnown = page.items.length > 0 || reads.get(tables[kind], id) !== undefined;
    return isKnown ? rendered(rendering, { channel, format }, page) : undefined;
  },
});

export const wholeFeeds = feedFormats.map(whole);

/** Of each body, instrument and school, and the archives of all (RFC 5005). */
export const furtherFeeds: readonly Resource[] = feedFormats.flatMap((format) => [
  archive(`/feed/archive/:page.${format}`, format, () => 'all'),
  ...channelKinds.flatMap((kind) => [
    ofOne(kind, format),
    archive(`${folders[kind]}/:id/feed/archive/:page.${format}`, format, (id) => `${kind}:${id}`),
  ]),
]);
