import { acceptedTimes, atInstant, parseWhen } from '#governance';
import type { When } from '#governance';
import { compositionAtRevision, getBody, withNames } from '#projections';
import type { BodyView, CompositionView, FindName, MotionStatus, Reads } from '#projections';
import { date, wholeNumber } from '../http/parameters.ts';
import type { Parameter } from '../http/parameters.ts';
import type { StepRow } from './model.ts';
import type { StepType, Told, Totals } from './steps.ts';

/**
 * Which step is asked for. `at` is an entry of the public log, which never moves and so is what links hold: the
 * last step up to it; or a date, as precisely as a month: the last step before the record told of anything later.
 * `step` is the number of a step, from 1. `at` counts for more; without either it is the latest.
 */
export type ReplayQuery = Readonly<{ at?: string; step?: number }>;

/** A year alone would look like the number of an entry. */
const isEntry = (text: string): boolean => /^\d{1,12}$/.test(text);

const entryOrDate: Parameter<string> = {
  accepts: `the index of an entry of the log, or a date, but not a year alone: ${acceptedTimes}`,
  read: (text) => (isEntry(text) ? text : date.read(text)),
};

export const replayParameters = { at: entryOrDate, step: wholeNumber(1, 999_999_999) };

/** An event that changed something in a body. */
export type ReplayStep = Readonly<{
  number: number;
  entry: number;
  type: StepType;
  /** Of what it is an event. */
  of: Readonly<{ kind: StepRow['category']; id: string; name?: string; lang?: string }>;
  seatId?: string;
  role?: Told['role'];
  /** Of a motion: where the step left it. */
  status?: MotionStatus;
  occurredAt: When;
  recordedAt: string;
}>;

/** A body after one of its steps, and before it. */
export type Replay = Readonly<{
  body: BodyView;
  /** Steps in all. */
  steps: number;
  step: ReplayStep;
  /** Who sat in it, as of the latest time of which the record had told by then. */
  composition?: CompositionView | undefined;
  before?: CompositionView | undefined;
  totals: Totals;
  totalsBefore?: Totals | undefined;
  /** Each with its last step; those under way first, then the latest. */
  motions: readonly ReplayStep[];
  /** The entries of other steps. */
  to: Readonly<{ first: number; previous: number; next: number; last: number }>;
}>;

/** Motions that one look can take in. */
const shownMotions = 12;

const over: readonly MotionStatus[] = [
  ...(['adopted', 'rejected', 'lapsed', 'withdrawn', 'postponed_indefinitely', 'void'] as const),
  ...(['divided', 'rescinded', 'amended_after_adoption'] as const),
];

export const isUnderWay = (status: MotionStatus): boolean => !over.includes(status);

const parsed = <T>(text: string): T => JSON.parse(text) as T;

function stepOf(row: StepRow): ReplayStep {
  const { name, lang, ...told } = parsed<Told>(row.told);
  const names = { ...(name !== undefined && { name }), ...(lang !== undefined && { lang }) };
  return {
    number: row.number,
    entry: row.entry,
    type: row.type,
    of: { kind: row.category, id: row.stream_id, ...names },
    ...told,
    ...(row.status !== null && { status: row.status }),
    occurredAt: parsed(row.occurred),
    recordedAt: row.recorded_at,
  };
}

const rowWhere = (reads: Reads, bodyId: string, where: string, value: string | number) =>
  reads.get<StepRow>(
    `SELECT * FROM replay_steps WHERE body_id = ? AND ${where} ORDER BY number DESC LIMIT 1`,
    bodyId,
    value,
  );

const numbered = (reads: Reads, bodyId: string, number: number) =>
  rowWhere(reads, bodyId, 'number <= ?', Math.max(1, number));

function rowAsked(reads: Reads, { bodyId, timeZone }: BodyView, { at, step }: ReplayQuery) {
  const first = () => numbered(reads, bodyId, 1);
  if (at === undefined) return numbered(reads, bodyId, step ?? Number.MAX_SAFE_INTEGER);
  if (isEntry(at)) return rowWhere(reads, bodyId, 'entry <= ?', Number(at)) ?? first();
  const latest = parseWhen(at, timeZone)?.latest ?? '';
  return rowWhere(reads, bodyId, 'clock <= ?', latest) ?? first();
}

function motionsAt(reads: Reads, { body_id, number }: StepRow): readonly ReplayStep[] {
  const last = `SELECT max(number) FROM replay_steps
    WHERE body_id = ? AND category = 'motion' AND number <= ? GROUP BY stream_id`;
  const rows = reads.all<StepRow>(
    `SELECT * FROM replay_steps WHERE body_id = ? AND number IN (${last})
     ORDER BY status IN (${over.map((status) => `'${status}'`).join(', ')}), number DESC LIMIT ${shownMotions}`,
    body_id,
    body_id,
    number,
  );
  return rows.map(stepOf);
}

function compositionAfter(
  reads: Reads,
  find: FindName,
  { body_id, clock, recorded_at, body_revision }: StepRow,
) {
  const view = compositionAtRevision(reads, body_id, {
    asOf: atInstant(clock || recorded_at),
    revision: body_revision,
  });
  return view && withNames(reads, view, find);
}

/** A body after the step that is asked for; undefined for one that is not in the record. */
export function replayOf(
  reads: Reads,
  find: FindName,
  bodyId: string,
  query: ReplayQuery,
): Replay | undefined {
  const body = getBody(reads, bodyId);
  const row = body && rowAsked(reads, body, query);
  if (!row) return undefined;
  const entryOf = (number: number): number => numbered(reads, bodyId, number)?.entry ?? row.entry;
  const last = numbered(reads, bodyId, Number.MAX_SAFE_INTEGER) ?? row;
  const before = row.number > 1 ? numbered(reads, bodyId, row.number - 1) : undefined;
  return {
    body,
    steps: last.number,
    step: stepOf(row),
    composition: compositionAfter(reads, find, row),
    before: before && compositionAfter(reads, find, before),
    totals: parsed(row.totals),
    totalsBefore: before && parsed(before.totals),
    motions: motionsAt(reads, row),
    to: {
      first: entryOf(1),
      previous: before?.entry ?? row.entry,
      next: entryOf(row.number + 1),
      last: last.entry,
    },
  };
}
