import type { Thing } from 'schema-dts';
import { createContext } from 'preact';
import type { ComponentChildren, VNode } from 'preact';
import { useContext } from 'preact/hooks';
import type { CopyOf, Rendering, Resource } from '../../http/resource.ts';
import { messageFormat } from '../../words/languages.ts';
import type { MessageId } from '../../words/languages.ts';
import { speechIn } from '../../words/speech.ts';
import type { Speech } from '../../words/speech.ts';

/** What every part of a page may ask for. */
export type PageContext = Readonly<{
  lang: string;
  /** The time zone in which times are told, unless they say otherwise. */
  zone: string;
  /** The address of the page without language and base, with its parameters: '/decisions/m:v'. */
  address: string;
  publicUrl: string;
  /** Where the feed stands below its host; links start with it. */
  base: string;
  /** Where the page is a file. */
  copy?: CopyOf | undefined;
}>;

const Context = createContext<PageContext | undefined>(undefined);
export const PageProvider = Context.Provider;

export type Say = PageContext &
  Speech &
  Readonly<{
    /** A message with elements in it. */
    rich: (id: MessageId, values: Readonly<Record<string, ComponentChildren>>) => ComponentChildren;
    /** The address of a page in the language of this one. */
    href: (path: string) => string;
  }>;

export const sayOf = (page: PageContext): Say => ({
  ...page,
  ...speechIn(page.lang, page.zone),
  rich: (id, values) => messageFormat(page.lang, id).format({ ...values }) as ComponentChildren,
  href: (path) => `${page.base}/${page.lang}${path}`,
});

/** @throws Error outside a page */
export function useSay(): Say {
  const page = useContext(Context);
  if (!page) throw new Error('not within a page');
  return sayOf(page);
}

/** What is said of a page besides what stands in it. */
export type Head = Readonly<{
  title: string;
  description?: string;
  /** What else there is of the same thing, as addresses without language and base. */
  alternates?: readonly Alternate[];
  /** The same in the terms of schema.org, without `@context`. */
  linkedData?: Thing | undefined;
}>;

/** Something that a program can follow or read instead of the page. */
export type Alternate = Readonly<{ path: string; type: string; title: string }>;

/**
 * A type of page: where its data comes from and how it looks. The data is read in one consistent state; the view
 * is a function of it and reads nothing.
 */
export type Page<Q, D> = Pick<
  Resource<Q>,
  'path' | 'parameters' | 'cacheControl' | 'holdsFor' | 'showsNames'
> &
  Readonly<{
    /** undefined where there is no such thing. */
    load: (rendering: Rendering<Q>) => Loaded<D> | undefined;
    head: (say: Say, data: D) => Head;
    view: (props: Readonly<{ data: D }>) => VNode;
    /** The page has a script of ours, which may ask the feed; others may run nothing. */
    runsScript?: true;
  }>;

export type Loaded<D> = Readonly<{
  data: D;
  /** By default UTC. */
  zone?: string | undefined;
  modifiedAt?: string | undefined;
}>;
