import { endOfTime, holdsAt } from '#governance';
import type { When } from '#governance';
import type { BodyView } from '../bodies/views.ts';
import { knownInstrument } from '../instruments/known.ts';
import type { KnownInstrument } from '../instruments/known.ts';
import type { Reads } from '../runtime/index.ts';

export type Times = Readonly<{ asOf: When; knownAt?: string | undefined }>;

/** Instruments that the body named as governing it, and had not released by then, as the record knew it. */
function named(body: BodyView, { asOf, knownAt = endOfTime }: Times): readonly string[] {
  return body.governingInstruments
    .filter(({ provenance, released }) => {
      const ended = released && released.provenance.recordedAt <= knownAt && released.provenance.occurredAt;
      return provenance.recordedAt <= knownAt && !(ended && holdsAt({ start: ended }, asOf) === 'certain');
    })
    .map(({ instrumentId }) => instrumentId);
}

/** The body's own instruments by title, and those that govern it besides. */
export function instrumentsOf(reads: Reads, body: BodyView, times: Times): readonly KnownInstrument[] {
  const sql = 'SELECT instrument_id FROM instruments WHERE body_id = ? ORDER BY title, instrument_id';
  const own = reads.all<{ instrument_id: string }>(sql, body.bodyId).map((row) => row.instrument_id);
  return [...new Set([...own, ...named(body, times)])].flatMap(
    (instrumentId) => knownInstrument(reads, instrumentId, times.knownAt) ?? [],
  );
}
