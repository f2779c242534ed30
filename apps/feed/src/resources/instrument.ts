import { streamName } from '#governance';
import {
  clauseHistory,
  getInstrument,
  instrumentDiff,
  instrumentText,
  instrumentTimeZone,
  ratificationStatus,
} from '#projections';
import { id } from '../http/parameters.ts';
import { documentCaching, json } from '../http/resource.ts';
import type { Rendering, Resource } from '../http/resource.ts';
import { lastRecordedIn, publishedOf } from '../record/published.ts';
import { nowHoldsFor } from './body.ts';
import { asAsked, timesIn, timesParameters } from './times.ts';
import type { TimesQuery } from './times.ts';

export type InstrumentQuery = TimesQuery & Readonly<{ version?: string }>;
export type DiffQuery = Readonly<{ from?: string; to?: string }>;

/** An instrument, its text and its ratification at the time, or in the version, that is asked for. */
export function instrumentAt({ reads, id: instrumentId, query, now }: Rendering<InstrumentQuery>) {
  const zone = instrumentTimeZone(reads, instrumentId);
  if (zone === undefined) return undefined;
  const times = timesIn(zone, query, now);
  const instrument = getInstrument(reads, instrumentId, times);
  const text = instrumentText(reads, instrumentId, { ...times, version: query.version });
  const ratification = ratificationStatus(reads, instrumentId, times);
  return instrument && text && ratification && { zone, times, instrument, text, ratification };
}

/**
 * `GET /instruments/{id}?asOf=&knownAt=&version=`: an instrument with its consolidated text: that of a time, by
 * default now, or that of a version; of each clause, what put it there; how far each ratification is.
 */
export const instrument: Resource<InstrumentQuery> = {
  path: '/instruments/:id',
  parameters: { ...timesParameters, version: id },
  mediaType: json,
  hasPage: true,
  cacheControl: documentCaching,
  holdsFor: nowHoldsFor,
  render: (rendering) => {
    const found = instrumentAt(rendering);
    if (found === undefined) return undefined;
    const { query, reads } = rendering;
    const stream = streamName('instrument', rendering.id);
    return {
      body: {
        ...asAsked(found.instrument, query),
        text: { version: found.text.version, clauses: found.text.clauses },
        ratification: found.ratification.versions,
        published: publishedOf(reads, stream),
      },
      modifiedAt: lastRecordedIn(reads, [stream]),
    };
  },
};

/** The two versions to compare: those that are asked for, by default the last one and the one that it amends. */
export function versionsToCompare({ reads, id: instrumentId, query, now }: Rendering<DiffQuery>) {
  const { versions = [], head } = getInstrument(reads, instrumentId, timesIn('UTC', {}, now)) ?? {};
  const to = query.to ?? head ?? versions.at(-1)?.versionId;
  const base = versions.find(({ versionId }) => versionId === to)?.baseVersion;
  const from = query.from ?? base ?? versions[0]?.versionId;
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** `GET /instruments/{id}/diff?from=&to=`: what differs between two versions, clause by clause and word by word. */
export const instrumentComparison: Resource<DiffQuery> = {
  path: '/instruments/:id/diff',
  parameters: { from: id, to: id },
  mediaType: json,
  hasPage: true,
  cacheControl: documentCaching,
  render: (rendering) => {
    const { reads, id: instrumentId } = rendering;
    const versions = versionsToCompare(rendering);
    const diff = versions && instrumentDiff(reads, instrumentId, versions);
    return (
      diff && { body: diff, modifiedAt: lastRecordedIn(reads, [streamName('instrument', instrumentId)]) }
    );
  },
};

/** The id of a part of something: `{id of the whole}:{id of the part}`. */
export function partsOfId(whole: string): Readonly<{ id: string; part: string }> | undefined {
  const [first, second, ...more] = whole.split(':');
  return !first || !second || more.length > 0 ? undefined : { id: first, part: second };
}

/** A clause with what became of it; undefined where the instrument never had it. */
export function clauseOf({ reads, id: whole, now }: Rendering<unknown>) {
  const ids = partsOfId(whole);
  const zone = ids && instrumentTimeZone(reads, ids.id);
  if (ids === undefined || zone === undefined) return undefined;
  const history = clauseHistory(reads, ids.id, { ...timesIn(zone, {}, now), clauseId: ids.part });
  return history && { zone, history };
}

/** `GET /clauses/{instrumentId}:{clauseId}`: every version that put the clause there, changed it or took it out. */
export const clause: Resource = {
  path: '/clauses/:id',
  parameters: {},
  mediaType: json,
  hasPage: true,
  cacheControl: documentCaching,
  holdsFor: nowHoldsFor,
  render: (rendering) => {
    const found = clauseOf(rendering);
    if (found === undefined) return undefined;
    const stream = streamName('instrument', found.history.instrumentId);
    return { body: found.history, modifiedAt: lastRecordedIn(rendering.reads, [stream]) };
  },
};
