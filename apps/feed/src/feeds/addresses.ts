import { getBody } from '#projections';
import type { Reads } from '#projections';
import { addressIn } from '../words/address.ts';
import type { Speech } from '../words/speech.ts';
import { nameOf } from './milestone-item.ts';
import { channelKinds } from './model.ts';
import type { Channel, ChannelKind } from './model.ts';

/** Below which addresses things of a kind stand. */
export const folders: Readonly<Record<ChannelKind, string>> = {
  body: '/bodies',
  instrument: '/instruments',
  school: '/schools',
};

/** The forms that a feed comes in. */
export const feedFormats = ['json', 'atom'] as const;
export type FeedFormat = (typeof feedFormats)[number];

export const feedMediaTypes: Readonly<Record<FeedFormat, string>> = {
  json: 'application/feed+json',
  atom: 'application/atom+xml',
};

function splitChannel(channel: Channel): Readonly<{ kind: ChannelKind; id: string }> | undefined {
  const kind = channelKinds.find((one) => channel.startsWith(`${one}:`));
  return kind && { kind, id: channel.slice(kind.length + 1) };
}

/** Of the thing that a channel is about; without one, of the whole. Begins with a slash, or is empty. */
export function folderOf(channel: Channel): string {
  const of = splitChannel(channel);
  return of ? `${folders[of.kind]}/${of.id}` : '';
}

/** Where a feed is, or a page of its archive; each language has its own (`addressIn`). As paths, for folders of files. */
export const feedPath = (channel: Channel, format: FeedFormat, page?: number): string =>
  page === undefined
    ? `${folderOf(channel)}/feed.${format}`
    : `${folderOf(channel)}/feed/archive/${page}.${format}`;

/** The feeds of a channel in a language, for the head of a page. */
export const feedsOf = (lang: string, channel: Channel, title: string) =>
  feedFormats.map((format) => ({
    path: addressIn(lang, feedPath(channel, format)),
    type: feedMediaTypes[format],
    title,
  }));

export function feedTitle({ t }: Speech, reads: Reads, channel: Channel): string {
  const of = splitChannel(channel);
  if (!of) return t('nav.feed');
  if (of.kind === 'body') return t('nav.feed_of', { name: getBody(reads, of.id)?.name ?? of.id });
  return t('feed.changes_of', { name: nameOf(reads, of.kind, of.id) });
}
