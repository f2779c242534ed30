import { calendarEntry } from '../calendar/model.ts';
import { icsMediaType, icsOf } from '../calendar/ics.ts';
import { feedMediaTypes } from '../feeds/addresses.ts';
import { atomFeed } from '../feeds/atom.ts';
import { decisionEntry } from '../feeds/decision-item.ts';
import type { Feed, FeedItem } from '../feeds/feed.ts';
import { illustrationMark } from '../feeds/illustration.ts';
import { jsonFeed } from '../feeds/json-feed.ts';
import { id, oneOf, text, wholeNumber } from '../http/parameters.ts';
import { json, listCaching } from '../http/resource.ts';
import type { Rendering, Resource } from '../http/resource.ts';
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

/** What tells of anything new that the query finds. */
export const alertsOf = (query: SearchQuery) =>
  alerts.map(({ form, type }) => ({ form, type, path: searchPath(query, form) }));

const linksOf = (query: SearchQuery, publicUrl: string, next: string | undefined): string =>
  [
    ...alertsOf(query).map(({ path, type }) => `<${publicUrl}${path}>; rel="alternate"; type="${type}"`),
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
  render: ({ reads, query, publicUrl }) => {
    const { page = 1 } = query;
    const found = search(reads, requestOf(query), { order: 'relevant', page, size: resultsOfPage });
    const address = `${publicUrl}${searchPath(query)}`;
    const next = found.next === undefined ? undefined : `${address}&page=${found.next}`;
    const items = found.items.map((item) => ({
      ...item,
      snippet: unmarked(item.snippet),
      url: `${publicUrl}${pathOf(item)}`,
    }));
    return { body: { total: found.total, items, next }, headers: { link: linksOf(query, publicUrl, next) } };
  },
};

const kindWords: Readonly<Record<FoundKind, string>> = {
  decision: 'Decision',
  motion: 'Motion',
  meeting: 'Meeting',
  minutes: 'Minutes',
  body: 'Body',
  instrument: 'Instrument',
  school: 'School',
  cohort: 'Cohort',
  commitment: 'Commitment',
  claim: 'Source says',
};

const titleOf = ({ kind, title, thing, illustration }: FoundThing): string =>
  `${illustration ? `[${illustrationMark}] ` : ''}${kindWords[kind]}: ${title || thing}`;

function contentOf({ reads, publicUrl }: Rendering<unknown>, found: FoundThing) {
  const { kind, thing, bodyName, snippet, lang } = found;
  if (kind === 'decision') return decisionEntry(reads, thing, publicUrl);
  return {
    id: `urn:minutebook:${kind}:${thing}`,
    url: `${publicUrl}${pathOf(found)}`,
    title: titleOf(found),
    text: unmarked(snippet),
    tags: [kindWords[kind], ...(bodyName === undefined ? [] : [bodyName])],
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
  const { query, publicUrl } = rendering;
  const found = latest(rendering);
  const path = searchPath(query);
  return {
    id: `urn:minutebook:search:${path.slice('/search'.length)}`,
    title: `Search: ${query.q ?? ''}`,
    description: 'What the public record holds of these words; what was recorded last comes first.',
    homeUrl: `${publicUrl}${path}`,
    url: `${publicUrl}${searchPath(query, form)}`,
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
    return { body: form === '.atom' ? atomFeed(feed) : jsonFeed(feed) };
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
    const { reads, query, publicUrl } = rendering;
    const found = latest({ ...rendering, query: { ...query, kind: 'meeting' } });
    const entries = found.flatMap(({ thing, bodyName }) => {
      const entry = calendarEntry(reads, thing);
      return entry ? [{ entry, bodyName }] : [];
    });
    const url = `${publicUrl}${searchPath(query, '.ics')}`;
    return { body: icsOf({ title: `Meetings: ${query.q ?? ''}`, url, entries, publicUrl }) };
  },
};

export const searchResources = [searchResource, alert('.json'), alert('.atom'), calendarAlert];
