import { instrument } from '#governance';
import { listInstruments } from '#projections';
import { cursor, id, oneOf, wholeNumber } from '../http/parameters.ts';
import { json, listCaching } from '../http/resource.ts';
import type { Resource } from '../http/resource.ts';
import { nowHoldsFor } from './body.ts';
import { linkToNext } from './next-link.ts';
import { timesIn } from './times.ts';

export type InstrumentsQuery = Readonly<{
  body?: string;
  kind?: instrument.InstrumentKind;
  cursor?: string;
  limit?: number;
}>;

/** What is asked for, in the terms of the read model. */
export const instrumentsRequest = ({ body: bodyId, ...query }: InstrumentsQuery, now: Date) => ({
  ...query,
  bodyId,
  ...timesIn('UTC', {}, now),
});

/** `GET /instruments`: by title, with what is in force now. */
export const instruments: Resource<InstrumentsQuery> = {
  path: '/instruments',
  parameters: { body: id, kind: oneOf(...instrument.instrumentKinds), cursor, limit: wholeNumber(1, 200) },
  mediaType: json,
  hasPage: true,
  cacheControl: listCaching,
  holdsFor: nowHoldsFor,
  render: ({ reads, query, now, publicUrl }) => {
    const found = listInstruments(reads, instrumentsRequest(query, now));
    return { body: found, headers: linkToNext(`${publicUrl}/instruments`, query, found.next) };
  },
};
