import { holdsAt } from '#governance';
import type { When } from '#governance';
import type { BodyView } from '../bodies/views.ts';
import { knownInstrument } from '../instruments/known.ts';
import type { KnownInstrument } from '../instruments/known.ts';
import type { Reads } from '../runtime/index.ts';

export type Times = Readonly<{ asOf: When; knownAt?: string | undefined }>;

const isReleased = ({ released }: BodyView['governingInstruments'][number], asOf: When): boolean =>
  released !== undefined && holdsAt({ start: released.provenance.occurredAt }, asOf) === 'certain';

/** Instruments that the body named as governing it, and had not released by then. */
const named = ({ governingInstruments }: BodyView, { asOf }: Times): readonly string[] =>
  governingInstruments.filter((one) => !isReleased(one, asOf)).map(({ instrumentId }) => instrumentId);

/** The instruments of a body as it was known, by title, and those that govern it besides. */
export function instrumentsOf(reads: Reads, body: BodyView, times: Times): readonly KnownInstrument[] {
  const sql = 'SELECT instrument_id FROM instruments WHERE body_id = ? ORDER BY title, instrument_id';
  const own = reads.all<{ instrument_id: string }>(sql, body.bodyId).map((row) => row.instrument_id);
  return [...new Set([...own, ...named(body, times)])].flatMap(
    (instrumentId) => knownInstrument(reads, instrumentId, times.knownAt) ?? [],
  );
}
