import { parseWhen, streamName } from '#governance';
import type { When } from '#governance';
import {
  attendance,
  bodyTimeZone,
  historyWithNames,
  memberVotingRecord,
  recusalsOfSeat,
  seatHistory,
} from '#projections';
import { date } from '../http/parameters.ts';
import { documentCaching, json } from '../http/resource.ts';
import type { Rendering, Resource } from '../http/resource.ts';
import { lastRecordedIn } from '../record/published.ts';
import { nowHoldsFor } from './body.ts';
import { partsOfId } from './instrument.ts';
import { timesIn } from './times.ts';
import { votesCsv } from './votes-csv.ts';

/** `from` and `to` of what was decided; `knownAt`: what the record knew then. */
export type SeatQuery = Readonly<{ from?: string; to?: string; knownAt?: string }>;

/** The record of a seat, whoever held it; undefined for a seat that was not known then. */
export function seatAt({ reads, findName, id, query, now }: Rendering<SeatQuery>) {
  const ids = partsOfId(id);
  const zone = ids && bodyTimeZone(reads, ids.id);
  if (ids === undefined || zone === undefined) return undefined;
  const { asOf, knownAt } = timesIn(zone, query, now);
  const when = (literal: string | undefined): When | undefined =>
    literal === undefined ? undefined : parseWhen(literal, zone);
  const filter = { from: when(query.from), to: when(query.to), knownAt };
  const record = memberVotingRecord(reads, ids.id, ids.part, filter);
  const history = seatHistory(reads, ids.id, ids.part, knownAt);
  const attended = attendance(reads, ids.id, { ...filter, asOf });
  return (
    record && {
      zone,
      record,
      recusals: recusalsOfSeat(reads, ids.id, ids.part, filter),
      history: history && historyWithNames(reads, history, findName),
      attendance: attended?.seats.find(({ seatId }) => seatId === ids.part),
    }
  );
}

const parameters = { from: date, to: date, knownAt: date };

/**
 * `GET /seats/{bodyId}:{seatId}?from=&to=&knownAt=`: how a seat voted, when it dissented or was recused, how often it
 * was there, how often it agreed with the other side, and who held it.
 */
export const seat: Resource<SeatQuery> = {
  path: '/seats/:id',
  parameters,
  mediaType: json,
  hasPage: true,
  cacheControl: documentCaching,
  holdsFor: nowHoldsFor,
  showsNames: true,
  render: (rendering) => {
    const found = seatAt(rendering);
    if (found === undefined) return undefined;
    const { record, recusals, history, attendance: attended } = found;
    const modifiedAt = lastRecordedIn(rendering.reads, [streamName('body', record.bodyId)]);
    return { body: { ...record, recusals, attendance: attended, history }, modifiedAt };
  },
};

/** `GET /seats/{bodyId}:{seatId}/votes.csv`: the same votes as a table (RFC 4180), a line for each. */
export const seatVotes: Resource<SeatQuery> = {
  path: '/seats/:id/votes.csv',
  parameters,
  mediaType: 'text/csv; charset=utf-8; header=present',
  cacheControl: documentCaching,
  holdsFor: nowHoldsFor,
  encode: String,
  render: (rendering) => {
    const found = seatAt(rendering);
    if (found === undefined) return undefined;
    const name = `votes-${rendering.id.replace(':', '-')}.csv`;
    return {
      body: votesCsv(found.record, rendering.publicUrl),
      headers: { 'content-disposition': `attachment; filename="${name}"` },
    };
  },
};
