import { getBody } from '#projections';
import type { Reads } from '#projections';
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

/** Where a feed is, or a page of its archive. As paths, so that a plain folder of files can hold them. */
export const feedPath = (channel: Channel, format: FeedFormat, page?: number): string =>
  page === undefined
    ? `${folderOf(channel)}/feed.${format}`
    : `${folderOf(channel)}/feed/archive/${page}.${format}`;

/** The feeds of a channel, for the head of a page. */
export const feedsOf = (channel: Channel, title: string) =>
  feedFormats.map((format) => ({ path: feedPath(channel, format), type: feedMediaTypes[format], title }));

export function feedTitle(reads: Reads, channel: Channel): string {
  const of = splitChannel(channel);
  if (!of) return 'Decisions';
  if (of.kind === 'body') return `Decisions of ${getBody(reads, of.id)?.name ?? of.id}`;
  return `${nameOf(reads, of.kind, of.id)}: decisions and changes`;
}
