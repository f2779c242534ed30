import { calendarEntry } from '../calendar/model.ts';
import { calendarLinks } from '../calendar/resources.ts';
import { icsMediaType, icsOf } from '../calendar/ics.ts';
import { feedMediaTypes } from '../feeds/addresses.ts';
import { atomFeed } from '../feeds/atom.ts';
import { decisionEntry } from '../feeds/decision-item.ts';
import type { Feed, FeedItem, ItemContent } from '../feeds/feed.ts';
import { jsonFeed } from '../feeds/json-feed.ts';
import { id, oneOf, text, wholeNumber } from '../http/parameters.ts';
import { json, listCaching } from '../http/resource.ts';
import type { Rendering, Resource } from '../http/resource.ts';
import { addressIn, translationLinks, translationsOf } from '../words/address.ts';
import { markedTitle } from '../words/illustration.ts';
import { speechIn } from '../words/speech.ts';
import { foundKinds } from './model.ts';
import type { FoundKind } from './model.ts';
import { search, unmarked } from './query.ts';
import type { FoundThing, SearchRequest } from './query.ts';

export type SearchQuery = Readonly<{ q?: string; kind?: FoundKind; body?: string; page?: number }>;

/** What a person types; longer than any title. */
const longest = 200;

const filters = { q: text(longest), kind: oneOf(...foundKinds), body: id };
export const searchParameters = { ...filters, page: wholeNumber(1, 50) };
export const resultsOfPage = 20;
/** Items of an alert: readers ask often and want what is new. */
const itemsOfAlert = 50;

/** Where what was found is read. */
const paths: Readonly<Record<FoundKind, (thing: string, subject?: string) => string>> = {
  decision: (thing) => `/decisions/${thing}`,
  motion: (thing) => `/motions/${thing}`,
  meeting: (thing) => `/meetings/${thing}`,
  minutes: (thing) => `/meetings/${thing}/minutes`,
  body: (thing) => `/bodies/${thing}`,
  instrument: (thing) => `/instruments/${thing}`,
  school: (thing) => `/schools/${thing}`,
  cohort: () => '/cohorts',
  commitment: (thing) => `/commitments/${thing}`,
  // Beside what others say of the same.
  claim: (_thing, subject) =>
    subject === undefined
      ? '/contradictions'
      : `/contradictions?${new URLSearchParams({ subject }).toString()}`,
};
export const pathOf = ({ kind, thing, subject }: Pick<FoundThing, 'kind' | 'thing' | 'subject'>): string =>
  paths[kind](thing, subject);

/** Minutes are read with their meeting; at their own address is what machines want to know of them. */
export const readAt = (of: Pick<FoundThing, 'kind' | 'thing' | 'subject'>): string =>
  of.kind === 'minutes' ? `/meetings/${of.thing}#minutes` : pathOf(of);

export const requestOf = ({ q = '', kind, body }: SearchQuery): SearchRequest => ({ q, kind, body });

/** The same query in another form: '/search.atom?q=trees'. */
export function searchPath(query: SearchQuery, form: '' | '.json' | '.atom' | '.ics' = ''): string {
  const given = new URLSearchParams();
  for (const name of ['q', 'kind', 'body'] as const) {
    const value = query[name];
    if (value !== undefined) given.set(name, value);
  }
  return `/search${form}${given.size === 0 ? '' : `?${given.toString()}`}`;
}

const alerts = [
  { form: '.json', type: feedMediaTypes.json },
  { form: '.atom', type: feedMediaTypes.atom },
  { form: '.ics', type: 'text/calendar' },
] as const;

/** What tells of anything new that the query finds, in a language. */
export const alertsOf = (lang: string, query: SearchQuery) =>
  alerts.map(({ form, type }) => ({ form, type, path: addressIn(lang, searchPath(query, form)) }));

const linksOf = ({ query, publicUrl, lang }: Rendering<SearchQuery>, next: string | undefined): string =>
  [
    ...alertsOf(lang, query).map(
      ({ path, type }) => `<${publicUrl}${path}>; rel="alternate"; type="${type}"`,
    ),
    ...(next === undefined ? [] : [`<${next}>; rel="next"`]),
  ].join(', ');

/** `GET /search?q=`: by relevance; all words, or their beginnings, in titles, texts, minutes, schools and numbers. */
export const searchResource: Resource<SearchQuery> = {
  path: '/search',
  parameters: searchParameters,
  takesForms: true,
  mediaType: json,
  hasPage: true,
  cacheControl: listCaching,
  render: (rendering) => {
    const { reads, query, publicUrl } = rendering;
    const { page = 1 } = query;
    const found = search(reads, requestOf(query), { order: 'relevant', page, size: resultsOfPage });
    const address = `${publicUrl}${searchPath(query)}`;
    const next = found.next === undefined ? undefined : `${address}&page=${found.next}`;
    const items = found.items.map((item) => ({
      ...item,
      snippet: unmarked(item.snippet),
      url: `${publicUrl}${pathOf(item)}`,
    }));
    return { body: { total: found.total, items, next }, headers: { link: linksOf(rendering, next) } };
  },
};

function contentOf(rendering: Rendering<unknown>, found: FoundThing): ItemContent | undefined {
  const { publicUrl, lang: spoken } = rendering;
  const { kind, thing, title, bodyName, snippet, lang } = found;
  if (kind === 'decision') return decisionEntry(rendering, thing);
  const speech = speechIn(spoken);
  const kindName = speech.t('search.kind', { kind });
  return {
    id: `urn:minutebook:${kind}:${thing}`,
    url: `${publicUrl}${addressIn(spoken, readAt(found))}`,
    title: markedTitle(speech, `${kindName}: ${title || thing}`, found),
    text: unmarked(snippet),
    tags: [kindName, ...(bodyName === undefined ? [] : [bodyName])],
    lang,
    extension: { kind, id: thing },
  };
}

function itemOf(rendering: Rendering<unknown>, found: FoundThing): readonly FeedItem[] {
  const { publishedAt: published, updatedAt: updated } = found;
  const content = contentOf(rendering, found);
  return content ? [{ ...content, published, ...(updated !== published && { updated }) }] : [];
}

const latest = ({ reads, query }: Rendering<SearchQuery>): readonly FoundThing[] =>
  search(reads, requestOf(query), { order: 'latest', page: 1, size: itemsOfAlert }).items;

function feedOf(rendering: Rendering<SearchQuery>, form: '.json' | '.atom'): Feed {
  const { query, publicUrl, lang } = rendering;
  const found = latest(rendering);
  const path = searchPath(query);
  const { t } = speechIn(lang);
  return {
    id: `urn:minutebook:search:${path.slice('/search'.length)}`,
    lang,
    translations: translationsOf(rendering, searchPath(query, form)),
    title: t('search.title', { q: query.q ?? '' }),
    author: t('site.name'),
    description: t('search.latest'),
    homeUrl: `${publicUrl}${addressIn(lang, path)}`,
    url: `${publicUrl}${addressIn(lang, searchPath(query, form))}`,
    items: found.flatMap((one) => itemOf(rendering, one)),
    updated: found[0]?.updatedAt ?? '1970-01-01T00:00:00Z',
    publicUrl,
  };
}

const alert = (form: '.json' | '.atom'): Resource<SearchQuery> => ({
  path: `/search${form}`,
  parameters: searchParameters,
  takesForms: true,
  mediaType: `${form === '.json' ? feedMediaTypes.json : feedMediaTypes.atom}; charset=utf-8`,
  cacheControl: listCaching,
  ...(form === '.atom' && { encode: String }),
  render: (rendering) => {
    const feed = feedOf(rendering, form);
    const link = translationLinks(feed.translations, feedMediaTypes[form === '.atom' ? 'atom' : 'json']);
    return {
      body: form === '.atom' ? atomFeed(feed) : jsonFeed(feed),
      headers: link.length === 0 ? {} : { link: link.join(', ') },
    };
  },
});

/** The meetings that the query finds, by what is on their agenda or in their minutes. */
const calendarAlert: Resource<SearchQuery> = {
  path: '/search.ics',
  parameters: searchParameters,
  takesForms: true,
  mediaType: icsMediaType,
  cacheControl: listCaching,
  encode: String,
  render: (rendering) => {
    const { reads, query, publicUrl, lang } = rendering;
    const found = latest({ ...rendering, query: { ...query, kind: 'meeting' } });
    const entries = found.flatMap(({ thing, bodyName }) => {
      const entry = calendarEntry(reads, thing);
      return entry ? [{ entry, bodyName }] : [];
    });
    const path = searchPath(query, '.ics');
    const url = `${publicUrl}${addressIn(lang, path)}`;
    const title = speechIn(lang).t('search.meetings', { q: query.q ?? '' });
    return {
      body: icsOf({ lang, title, url, entries, publicUrl }),
      headers: calendarLinks(rendering, path),
    };
  },
};

/** The same query as something that tells of what is new; in each language. */
export const searchAlerts = [alert('.json'), alert('.atom'), calendarAlert];
