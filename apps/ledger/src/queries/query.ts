import { Inject, Injectable } from '@nestjs/common';
import { atInstant, parseWhen } from '#governance';
import type { When } from '#governance';
import { Problem } from '#platform';
import { bodyTimeZone, positionOf } from '#projections';
import type { AskedTimes, Reads } from '#projections';
import { Answer, anyZone, revisionTag } from '../platform/index.ts';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';

/** A date of a query, read in the zone of the body that it is about. */
export function dateIn(
  literal: string | undefined,
  reads: Reads,
  bodyId: string | undefined,
): When | undefined {
  if (literal === undefined) return undefined;
  const zone = bodyId === undefined ? undefined : bodyTimeZone(reads, bodyId);
  return parseWhen(literal, zone ?? anyZone);
}

type Times = Readonly<{ asOf?: string | undefined; knownAt?: string | undefined }>;

/** What had happened by then, and what the record knew then; by default everything. */
export const askedIn = (
  { asOf, knownAt }: Times,
  reads: Reads,
  bodyId: string | undefined,
): Required<AskedTimes> => ({
  asOf: dateIn(asOf, reads, bodyId),
  knownAt: dateIn(knownAt, reads, bodyId)?.latest,
});

/** What was true then, by default now; and what the record knew then, by default everything. */
export function timesIn(
  times: Times,
  reads: Reads,
  bodyId: string | undefined,
): Readonly<{ asOf: When; knownAt: string | undefined }> {
  const asked = askedIn(times, reads, bodyId);
  return { ...asked, asOf: asked.asOf ?? atInstant(new Date().toISOString()) };
}

/** Of answers as of a time. */
export const mayHave = '`possibleEventIds` are counted in and may have come later: their dates say no more.';

/** Runs queries on the read models; what is not in the record is a problem. */
@Injectable()
export class Query {
  constructor(@Inject(PORTS) private readonly ports: Ports) {}

  /** A list, with the position up to which it is complete. */
  list(query: (reads: Reads) => object): Answer {
    return this.ports.reader.read((reads) => new Answer(query(reads), { position: positionOf(reads) }));
  }

  /** One thing; with its revision, where it has one, as an entity tag for If-Match. */
  one(query: (reads: Reads) => object | undefined): Answer {
    return this.ports.reader.read((reads) => {
      const found = query(reads);
      if (!found) throw new Problem('NOT_FOUND');
      const position = positionOf(reads);
      const { revision } = found as { revision?: number };
      return new Answer(found, { position, ...(revision !== undefined && { etag: revisionTag(revision) }) });
    });
  }

  /** A document that the read models hold as it is sent. */
  document(query: (reads: Reads) => Readonly<{ json: string; sha256: string }> | undefined): Answer {
    return this.ports.reader.read((reads) => {
      const found = query(reads);
      if (!found) throw new Problem('NOT_FOUND');
      return new Answer(found, { etag: `"${found.sha256}"`, position: positionOf(reads) });
    });
  }
}
