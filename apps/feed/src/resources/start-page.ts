import { documentCaching, json } from '../http/resource.ts';
import type { Resource } from '../http/resource.ts';
import { lastPublished } from '../record/published.ts';

const links = [
  { rel: 'alternate', href: '/feed.json', type: 'application/feed+json', title: 'Decisions as a JSON Feed' },
  { rel: 'alternate', href: '/feed.atom', type: 'application/atom+xml', title: 'Decisions as an Atom feed' },
  {
    rel: 'alternate',
    href: '/{bodies|instruments|schools}/{id}/feed.{json|atom}',
    title: 'What was decided and what happened there, as a feed',
  },
  {
    rel: 'search',
    href: '/search',
    title: 'Search: ?q= ?kind= ?body= ?page=; the same as .json, .atom and .ics tells of what is new',
  },
  {
    rel: 'collection',
    href: '/decisions',
    title: 'Decisions: ?body= ?outcome= ?from= ?to= ?cursor= ?limit=',
  },
  { rel: 'item', href: '/decisions/{id}', title: 'One decision: roll call, counts, rule, every test' },
  { rel: 'item', href: '/motions/{id}', title: 'One motion: its texts, what was moved on it, every event' },
  { rel: 'collection', href: '/bodies', title: 'Bodies' },
  { rel: 'item', href: '/bodies/{id}', title: 'One body and who sat in it: ?asOf= ?knownAt=' },
  { rel: 'alternate', href: '/bodies/{id}/calendar.ics', type: 'text/calendar', title: 'Its meetings' },
  { rel: 'collection', href: '/meetings', title: 'Meetings: ?body= ?from= ?to= ?cursor= ?limit=' },
  { rel: 'item', href: '/meetings/{id}', title: 'One meeting: agenda, who was present, proceedings' },
  {
    rel: 'item',
    href: '/meetings/{id}/minutes',
    title: 'Its minutes: approved by which motion, attested by whom, and the bytes by their hash',
  },
  { rel: 'collection', href: '/instruments', title: 'Instruments: ?body= ?kind= ?cursor= ?limit=' },
  {
    rel: 'item',
    href: '/instruments/{id}',
    title: 'One instrument: its text, versions and ratification: ?asOf= ?knownAt= ?version=',
  },
  { rel: 'item', href: '/instruments/{id}/diff', title: 'What differs between two versions: ?from= ?to=' },
  {
    rel: 'item',
    href: '/clauses/{instrumentId}:{clauseId}',
    title: 'One clause: every version that put it there, changed it or took it out',
  },
  { rel: 'collection', href: '/cohorts', title: 'Cohorts by programme: ?program= ?body= ?asOf= ?knownAt=' },
  { rel: 'collection', href: '/schools', title: 'Schools: ?body= ?cohort= ?status= ?cursor= ?limit=' },
  { rel: 'item', href: '/schools/{id}', title: 'One school and its designations: ?asOf= ?knownAt=' },
  {
    rel: 'collection',
    href: '/commitments',
    title: 'Commitments: ?body= ?kind= ?standing= ?asOf= ?knownAt= ?cursor= ?limit=',
  },
  { rel: 'item', href: '/commitments/{id}', title: 'One commitment and how far it is: ?asOf= ?knownAt=' },
  {
    rel: 'collection',
    href: '/contradictions',
    title: 'What the sources disagree on: ?subject= ?program= ?knownAt=',
  },
  {
    rel: 'item',
    href: '/seats/{bodyId}:{seatId}',
    title: 'How one seat voted and how often it was there: ?from= ?to= ?knownAt=',
  },
  {
    rel: 'item',
    href: '/seats/{bodyId}:{seatId}/votes.csv',
    type: 'text/csv',
    title: 'The same votes as a table: ?from= ?to= ?knownAt=',
  },
  {
    rel: 'monitor',
    href: '/events',
    type: 'text/event-stream',
    title: 'Every entry of the public record, then each as it comes: ?after= or Last-Event-ID',
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
    title: 'That an entry is in the log, to be checked offline (C2SP tlog-proof): ?size=',
  },
  {
    rel: 'collection',
    href: '/open-data',
    title: 'Whole copies of the record: NDJSON, Popolo, CSV, with their checkpoint',
  },
  { rel: 'status', href: '/health/ready', title: 'Whether the feed is up to date' },
];

/** `GET /`: what is here. */
export const startPage: Resource = {
  path: '/',
  parameters: {},
  mediaType: json,
  hasPage: true,
  cacheControl: documentCaching,
  render: ({ reads, publicUrl }) => {
    const last = lastPublished(reads);
    return {
      body: {
        title: 'Minutebook: the public record',
        description:
          'What jointly governed bodies decided, by which votes, under which rule. Read-only, for everyone.',
        links: links.map((link) => ({ ...link, href: `${publicUrl}${link.href}` })),
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
