import { feedFormats, feedMediaTypes, feedPath } from '../feeds/addresses.ts';
import { isFile } from '../publish/addresses.ts';
import { documentCaching, json } from '../http/resource.ts';
import type { Resource } from '../http/resource.ts';
import { addressIn } from '../words/address.ts';
import { languages } from '../words/languages.ts';
import { languageName } from '../words/speech.ts';
import { lastPublished } from '../record/published.ts';

type Link = Readonly<{
  rel: string;
  href: string;
  title: string;
  type?: string;
  hreflang?: string;
  /** Its parameters. */
  takes?: string;
  /** Only the running feed has it. */
  live?: true;
}>;

/** Feeds say fixed words: below `/{language}` they say them in another one, as do all feeds and calendars. */
const translations: readonly Link[] = languages.slice(1).flatMap((lang) =>
  feedFormats.map((format) => ({
    rel: 'alternate',
    href: addressIn(lang, feedPath('all', format)),
    hreflang: lang,
    type: feedMediaTypes[format],
    title: `The same in ${languageName(lang, 'en')}, as is any feed or calendar below /${lang}`,
  })),
);

const links: readonly Link[] = [
  { rel: 'alternate', href: '/feed.json', type: 'application/feed+json', title: 'Decisions as a JSON Feed' },
  { rel: 'alternate', href: '/feed.atom', type: 'application/atom+xml', title: 'Decisions as an Atom feed' },
  ...translations,
  {
    rel: 'alternate',
    href: '/{bodies|instruments|schools}/{id}/feed.{json|atom}',
    title: 'What was decided and what happened there, as a feed',
  },
  {
    rel: 'search',
    live: true,
    href: '/search',
    title: 'Search: ?q= ?kind= ?body= ?page=; the same as .json, .atom and .ics tells of what is new',
  },
  {
    rel: 'collection',
    href: '/decisions',
    title: 'Decisions',
    takes: '?body= ?outcome= ?from= ?to= ?cursor= ?limit=',
  },
  { rel: 'item', href: '/decisions/{id}', title: 'One decision: roll call, counts, rule, every test' },
  { rel: 'item', href: '/motions/{id}', title: 'One motion: its texts, what was moved on it, every event' },
  { rel: 'collection', href: '/bodies', title: 'Bodies' },
  { rel: 'item', href: '/bodies/{id}', title: 'One body and who sat in it', takes: '?asOf= ?knownAt=' },
  { rel: 'alternate', href: '/bodies/{id}/calendar.ics', type: 'text/calendar', title: 'Its meetings' },
  { rel: 'collection', href: '/meetings', title: 'Meetings', takes: '?body= ?from= ?to= ?cursor= ?limit=' },
  { rel: 'item', href: '/meetings/{id}', title: 'One meeting: agenda, who was present, proceedings' },
  {
    rel: 'item',
    href: '/meetings/{id}/minutes',
    title: 'Its minutes: approved by which motion, attested by whom, and the bytes by their hash',
  },
  { rel: 'collection', href: '/instruments', title: 'Instruments', takes: '?body= ?kind= ?cursor= ?limit=' },
  {
    rel: 'item',
    href: '/instruments/{id}',
    title: 'One instrument: its text, versions and ratification',
    takes: '?asOf= ?knownAt= ?version=',
  },
  {
    rel: 'item',
    href: '/instruments/{id}/diff',
    title: 'What differs between two versions',
    takes: '?from= ?to=',
  },
  {
    rel: 'item',
    href: '/clauses/{instrumentId}:{clauseId}',
    title: 'One clause: every version that put it there, changed it or took it out',
  },
  {
    rel: 'collection',
    href: '/cohorts',
    title: 'Cohorts by programme',
    takes: '?program= ?body= ?asOf= ?knownAt=',
  },
  {
    rel: 'collection',
    href: '/schools',
    title: 'Schools',
    takes: '?body= ?cohort= ?status= ?cursor= ?limit=',
  },
  { rel: 'item', href: '/schools/{id}', title: 'One school and its designations', takes: '?asOf= ?knownAt=' },
  {
    rel: 'collection',
    href: '/commitments',
    title: 'Commitments',
    takes: '?body= ?kind= ?standing= ?asOf= ?knownAt= ?cursor= ?limit=',
  },
  {
    rel: 'item',
    href: '/commitments/{id}',
    title: 'One commitment and how far it is',
    takes: '?asOf= ?knownAt=',
  },
  {
    rel: 'collection',
    href: '/contradictions',
    title: 'What the sources disagree on',
    takes: '?subject= ?program= ?knownAt=',
  },
  {
    rel: 'item',
    href: '/seats/{bodyId}:{seatId}',
    title: 'How one seat voted and how often it was there',
    takes: '?from= ?to= ?knownAt=',
  },
  {
    rel: 'item',
    href: '/seats/{bodyId}:{seatId}/votes.csv',
    type: 'text/csv',
    title: 'The same votes as a table',
    takes: '?from= ?to= ?knownAt=',
  },
  {
    rel: 'monitor',
    live: true,
    href: '/events',
    type: 'text/event-stream',
    title: 'Every entry of the public record, then each as it comes',
    takes: '?after= or Last-Event-ID',
  },
  {
    rel: 'monitor',
    href: '/log/checkpoint',
    type: 'text/plain',
    title: 'The record as a transparency log (C2SP tlog-tiles): also /log/tile/…, /log/keys, /log/policy',
  },
  {
    rel: 'item',
    href: '/proofs/{index}',
    type: 'text/plain',
    title: 'That an entry is in the log, to be checked offline (C2SP tlog-proof)',
    takes: '?size=',
  },
  {
    rel: 'collection',
    href: '/open-data',
    title: 'Whole copies of the record: NDJSON, Popolo, CSV, with their checkpoint',
  },
  { rel: 'status', live: true, href: '/health/ready', title: 'Whether the feed is up to date' },
];

const served = ({ title, takes, live: _live, ...link }: Link, publicUrl: string) => ({
  ...link,
  href: `${publicUrl}${link.href}`,
  title: takes === undefined ? title : `${title}: ${takes}`,
});

/** In a copy as files: data stands in a folder, and nothing takes parameters. */
const copied = ({ rel, href, type, hreflang, title }: Link, publicUrl: string) => ({
  rel,
  href: `${publicUrl}${href}${isFile(href) || href.includes('/feed.') ? '' : '/index.json'}`,
  ...(type !== undefined && { type }),
  ...(hreflang !== undefined && { hreflang }),
  title,
});

const linksTo = (publicUrl: string, isCopy: boolean) =>
  isCopy
    ? links.filter(({ live }) => !live).map((link) => copied(link, publicUrl))
    : links.map((link) => served(link, publicUrl));

/** `GET /`: what is here. */
export const startPage: Resource = {
  path: '/',
  parameters: {},
  mediaType: json,
  hasPage: true,
  cacheControl: documentCaching,
  render: ({ reads, publicUrl, copy }) => {
    const last = lastPublished(reads);
    return {
      body: {
        title: 'Minutebook: the public record',
        description:
          'What jointly governed bodies decided, by which votes, under which rule. Read-only, for everyone.',
        links: linksTo(publicUrl, copy !== undefined),
        extensions: {
          _cogov:
            'In JSON Feed items: ids, outcome, counts of the body and of each constituency, rule and clause, ' +
            "findings, and `record_entries`, the indexes of the motion's events in /events.",
        },
        lastEvent: last && { index: last.index, recordedAt: last.recordedAt },
      },
    };
  },
};
