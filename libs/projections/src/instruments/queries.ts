import type { ClauseRef, instrument } from '#governance';
import { pageOf } from '../page.ts';
import type { Listing, Page, PageRequest } from '../page.ts';
import type { Reads } from '../runtime/index.ts';
import { clauseHistoryView } from './clause-history.ts';
import { clauseDiffs } from './diff.ts';
import { instrumentView, summaryOf } from './instrument-view.ts';
import { knownInstrument } from './known.ts';
import type { InstrumentTimes } from './known.ts';
import { ratificationView } from './ratification.ts';
import { textView } from './text.ts';
import type {
  AdoptedByMotion,
  ClauseHistoryView,
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

/** What differs between two versions, in whatever order they came; undefined where one was not known. */
export function instrumentDiff(
  reads: Reads,
  instrumentId: string,
  { from, to, knownAt }: Readonly<{ from: string; to: string; knownAt?: string | undefined }>,
): InstrumentDiffView | undefined {
  const versions = knownInstrument(reads, instrumentId, knownAt)?.state.versions;
  const [before, after] = [versions?.get(from), versions?.get(to)];
  if (!before || !after) return undefined;
  const comparable = before.textHeld && after.textHeld;
  const clauses = comparable ? clauseDiffs(before.text.clauses, after.text.clauses) : [];
  const known = knownAt === undefined ? {} : { knownAt };
  return { instrumentId, from, to, ...known, comparable, clauses };
}

/** What became of a clause in every version; undefined for a clause, or an instrument, that was not known. */
export function clauseHistory(
  reads: Reads,
  instrumentId: string,
  { clauseId, ...times }: InstrumentTimes & Readonly<{ clauseId: string }>,
): ClauseHistoryView | undefined {
  const known = knownInstrument(reads, instrumentId, times.knownAt);
  return known && clauseHistoryView(known, clauseId, times);
}

/** The id of a clause that is cited by its id or as printed, in the version of that id or label, or in any. */
export function citedClauseId(reads: Reads, { instrument: of, version: name, clause }: ClauseRef) {
  const versions = [...(knownInstrument(reads, of)?.state.versions.values() ?? [])];
  const named = versions.filter(
    ({ versionId, label }) => name === undefined || [versionId, label].includes(name),
  );
  return named
    .flatMap(({ text }) => text.clauses)
    .find(({ clauseId, number }) => [clauseId, number].includes(clause))?.clauseId;
}

/** The versions of instruments that a motion adopted. */
export const versionsAdoptedBy = (reads: Reads, motionId: string): readonly AdoptedByMotion[] =>
  reads.all(
    `SELECT instrument_id AS instrumentId, title, recorded ->> '$.event.versionId' AS versionId
     FROM instrument_events JOIN instruments USING (instrument_id)
     WHERE recorded ->> '$.event.byMotionId' = ? AND recorded ->> '$.event.type' = 'InstrumentVersionAdopted'
     ORDER BY instrument_id, revision`,
    motionId,
  );

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
