import type { FindName, Reads } from '#projections';
import type { Countersigning, EntryCoverage, PartyWitness } from '#transparency-log';
import type { Content } from './document.ts';
import type { Parameters } from './parameters.ts';

/** Of a copy as files: how far it goes, and where questions are answered that files cannot answer. */
export type CopyOf = Readonly<{
  /** Entries of the log that it shows. */
  size: number;
  /** The running feed, if it is known. */
  live?: string | undefined;
}>;

/** What is known now of who vouches for an entry. It changes without an event of its own. */
export type Vouching = Readonly<{
  /** Since when witnesses of the log do. */
  coverageOf: (index: number) => EntryCoverage | undefined;
  /** Whether the parties to a body do. */
  countersigningOf: (index: number, witnesses: readonly PartyWitness[]) => Countersigning | undefined;
}>;

/** Milliseconds for which an answer that tells it holds. */
export const vouchedFor = 1_000;

/** What a resource is rendered from: rows of one consistent state, the address, the time. */
export type Rendering<Q> = Vouching &
  Readonly<{
    reads: Reads;
    /** Looks a name up in the directory of public names. */
    findName: FindName;
    /** What the path has in the place of `:id`. */
    id: string;
    /** And in that of `:page`, where it has one. */
    page?: string | undefined;
    query: Q;
    /** In which fixed words are said: BCP 47. */
    lang: string;
    now: Date;
    /** Without a slash at its end; links start with it. */
    publicUrl: string;
    copy?: CopyOf | undefined;
  }>;

/** Something that can be read here. */
export type Resource<Q = Readonly<Record<never, never>>> = Readonly<{
  path: string;
  parameters: Parameters<Q>;
  /** Parameters that a form left empty count as not given. */
  takesForms?: true;
  mediaType: string;
  /** How long caches may keep it, and what they do afterwards (RFC 9111 §5.2, RFC 5861). */
  cacheControl: string;
  /** Milliseconds for which an answer holds while nothing is recorded, because it depends on the time. */
  holdsFor?: number;
  /** Names are in it: it is made anew when one is published or forgotten. */
  showsNames?: true;
  /** In which it says its fixed words; by default in that of the feed. */
  lang?: string;
  /** Whether there is a page about it for people, to which browsers are sent from here. */
  hasPage?: true;
  /** The bytes of what is rendered, as text; by default JSON. */
  encode?: (body: unknown) => string;
  /** undefined where there is no such thing. */
  render: (rendering: Rendering<Q>) => Rendered | undefined;
}>;

export type Rendered = Readonly<{ body: unknown }> & Pick<Content, 'modifiedAt' | 'headers'>;

/** Lists change with every decision: seconds of age are no harm, and a stale page is better than a slow one. */
export const listCaching = 'public, max-age=10, stale-while-revalidate=60';

/** One document is what people quote: after its seconds it is asked for again before it is shown. */
export const documentCaching = 'public, max-age=10, must-revalidate';

export const json = 'application/json; charset=utf-8';

/** Where the feed stands below its host, without a slash at the end: links on pages start with it. */
export const basePath = (publicUrl: string): string => new URL(publicUrl).pathname.replace(/\/$/, '');
