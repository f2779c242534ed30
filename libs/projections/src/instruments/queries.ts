import type { instrument } from '#governance';
import { pageOf } from '../page.ts';
import type { Listing, Page, PageRequest } from '../page.ts';
import type { Reads } from '../runtime/index.ts';
import { clauseDiffs } from './diff.ts';
import { instrumentView, summaryOf } from './instrument-view.ts';
import { knownInstrument } from './known.ts';
import type { InstrumentTimes } from './known.ts';
import { ratificationView } from './ratification.ts';
import { textView } from './text.ts';
import type {
  InstrumentDiffView,
  InstrumentSummary,
  InstrumentTextView,
  InstrumentView,
  RatificationStatusView,
} from './views.ts';

export type { InstrumentTimes } from './known.ts';

export type InstrumentFilter = Readonly<{
  bodyId?: string | undefined;
  kind?: instrument.InstrumentKind | undefined;
}>;

type Row = Readonly<{ title: string; instrument_id: string }>;

/** By title. What was not known then is left out of its page. @throws InvalidCursor */
export function listInstruments(
  reads: Reads,
  request: InstrumentFilter & InstrumentTimes & PageRequest,
): Page<InstrumentSummary> {
  const { bodyId, kind, asOf, knownAt } = request;
  const byTitle: Listing<Row, InstrumentSummary | undefined> = {
    select: 'SELECT title, instrument_id FROM instruments',
    orderBy: ['title', 'instrument_id'],
    direction: 'ASC',
    item: ({ instrument_id: id }) => {
      const known = knownInstrument(reads, id, knownAt);
      return known && summaryOf(known, asOf);
    },
  };
  const { items, next } = pageOf(
    reads,
    byTitle,
    [
      ['body_id = ?', bodyId],
      ['kind = ?', kind],
    ],
    request,
  );
  return { items: items.filter((item) => item !== undefined), ...(next !== undefined && { next }) };
}

/** undefined for an instrument of which the record did not know. */
export function getInstrument(
  reads: Reads,
  instrumentId: string,
  times: InstrumentTimes,
): InstrumentView | undefined {
  const known = knownInstrument(reads, instrumentId, times.knownAt);
  return known && instrumentView(known, times);
}

/** The text in force, or that of a version; undefined for an instrument or a version that was not known. */
export function instrumentText(
  reads: Reads,
  instrumentId: string,
  { version, ...times }: InstrumentTimes & Readonly<{ version?: string | undefined }>,
): InstrumentTextView | undefined {
  const known = knownInstrument(reads, instrumentId, times.knownAt);
  return known && textView(known, times, version);
}

/** What differs between two versions, in whatever order they came; undefined where one is not known. */
export function instrumentDiff(
  reads: Reads,
  instrumentId: string,
  { from, to }: Readonly<{ from: string; to: string }>,
): InstrumentDiffView | undefined {
  const versions = knownInstrument(reads, instrumentId)?.state.versions;
  const [before, after] = [versions?.get(from), versions?.get(to)];
  if (!before || !after) return undefined;
  const comparable = before.textHeld && after.textHeld;
  const clauses = comparable ? clauseDiffs(before.text.clauses, after.text.clauses) : [];
  return { instrumentId, from, to, comparable, clauses };
}

export function ratificationStatus(
  reads: Reads,
  instrumentId: string,
  times: InstrumentTimes,
): RatificationStatusView | undefined {
  const known = knownInstrument(reads, instrumentId, times.knownAt);
  return known && ratificationView(known, times);
}

/** The zone in which its dates are read; undefined for an instrument that is not in the record. */
export const instrumentTimeZone = (reads: Reads, instrumentId: string): string | undefined =>
  reads.get<{ time_zone: string }>('SELECT time_zone FROM instruments WHERE instrument_id = ?', instrumentId)
    ?.time_zone;
