import { endOfTime, instrument } from '#governance';
import type { Recorded, When } from '#governance';
import { parsed } from '../json.ts';
import type { Reads } from '../runtime/index.ts';

/** What was true then, and what the record knew then: an instant, ISO 8601 UTC with milliseconds. */
export type InstrumentTimes = Readonly<{ asOf: When; knownAt?: string | undefined }>;

export type KnownInstrument = Readonly<{
  instrumentId: string;
  state: instrument.InstrumentState;
  events: readonly Recorded<instrument.InstrumentEvent>[];
}>;

type Row = Readonly<{ recorded: string }>;

/** An instrument as the record knew it; undefined where it did not know that there is one. */
export function knownInstrument(
  reads: Reads,
  instrumentId: string,
  knownAt = endOfTime,
): KnownInstrument | undefined {
  const sql =
    'SELECT recorded FROM instrument_events WHERE instrument_id = ? AND recorded_at <= ? ORDER BY revision';
  const events = reads
    .all<Row>(sql, instrumentId, knownAt)
    .map(({ recorded }) => parsed<Recorded<instrument.InstrumentEvent>>(recorded));
  const state = events.reduce(
    (s, { event, envelope }) => instrument.evolve(s, event, envelope.occurredAt),
    instrument.decider.initialState,
  );
  return state.kind === undefined ? undefined : { instrumentId, state, events };
}

/** Events of one type, in the order of the stream. */
export const eventsOf = <T extends instrument.InstrumentEvent['type']>(
  { events }: KnownInstrument,
  type: T,
): readonly Recorded<Extract<instrument.InstrumentEvent, { type: T }>>[] =>
  events.filter((recorded) => recorded.event.type === type) as unknown as readonly Recorded<
    Extract<instrument.InstrumentEvent, { type: T }>
  >[];
