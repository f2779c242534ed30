import type { Rendering } from '../http/resource.ts';
import type { Translation } from '../words/address.ts';

/** What an item is made from, and in which language its fixed words are. */
export type ItemRendering = Pick<Rendering<unknown>, 'reads' | 'publicUrl' | 'lang'>;

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
  /** Of the texts in it: BCP 47, as far as the record says. */
  lang?: string | undefined;
  /** For machines: the feed's extension (JSON Feed 1.1, "Extensions"). */
  extension: Readonly<Record<string, unknown>>;
}>;

/** What stands of an item besides its times. */
export type ItemContent = Omit<FeedItem, 'published' | 'updated'>;

/** A feed in whatever form, before it is written. */
export type Feed = Readonly<{
  /** The same for all its pages, in every language, and wherever it is served. */
  id: string;
  /** Of its fixed words; the texts of items have their own. */
  lang: string;
  translations: readonly Translation[];
  title: string;
  author: string;
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
