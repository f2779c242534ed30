import type { Certainty, When } from '#governance';
import type { TermView } from '../claims/views.ts';
import { unpackWhen } from '../packed-when.ts';
import type { Reads } from '../runtime/index.ts';
import { membersOf } from './members.ts';
import type { Membership } from './members.ts';
import type { SizeFactKind } from './model.ts';

type CohortRow = Readonly<{
  cohort_id: string;
  label: string;
  ordinal: number | null;
  school_year: string;
}>;
type SizeRow = Readonly<{ kind: SizeFactKind; size: number | null }>;

export type MeasureRequest = Readonly<{
  programId: string;
  /** Only these; by default all of the programme. */
  cohortIds?: readonly string[] | undefined;
  /** Without cohorts that certainly joined later, and schools that had left; by default all cohorts, and schools as of now. */
  asOf?: When | undefined;
  /** What the record knew at this instant; by default everything. */
  knownAt?: string | undefined;
}>;

const always = '~';

/** What was selected is counted; otherwise a stated size outweighs a planned one, the latest of each counts. */
function sizeOf(rows: readonly SizeRow[]): Pick<TermView, 'size' | 'basis'> {
  const ofKind = (kind: SizeFactKind) => rows.filter((row) => row.kind === kind);
  const selected = ofKind('selected');
  if (selected.length > 0)
    return { size: selected.reduce((total, { size }) => total + (size ?? 0), 0), basis: 'selected' };
  for (const basis of ['stated', 'planned'] as const) {
    const size = ofKind(basis).at(-1)?.size ?? null;
    if (size !== null) return { size, basis };
  }
  return { basis: 'unknown' };
}

function selectedIn(reads: Reads, cohortId: string, knownAt: string): ReadonlySet<string> {
  const sql = 'SELECT school_id AS id FROM measured_selections WHERE cohort_id = ? AND recorded_at <= ?';
  return new Set(reads.all<{ id: string }>(sql, cohortId, knownAt).map(({ id }) => id));
}

/** A size is of the schools that joined: those that left since are taken off, as far as that is certain. */
function remaining(size: Pick<TermView, 'size' | 'basis'>, members: readonly Membership[]) {
  if (size.size === undefined) return size;
  const left = (certainty: Certainty) => members.filter((one) => one.left === certainty).length;
  const most = Math.max(size.size - left('certain'), 0);
  if (left('possible') === 0) return { ...size, size: most };
  return { basis: 'unknown' as const, atLeast: Math.max(most - left('possible'), 0) };
}

function termOf(reads: Reads, { cohort_id, label, ordinal }: CohortRow, request: MeasureRequest): TermView {
  const { knownAt = always } = request;
  const sql =
    'SELECT kind, size FROM measured_sizes WHERE cohort_id = ? AND recorded_at <= ? ORDER BY position';
  const size = sizeOf(reads.all<SizeRow>(sql, cohort_id, knownAt));
  const members = membersOf(reads, cohort_id, request);
  const selected = selectedIn(reads, cohort_id, knownAt);
  const counted = members.filter(({ schoolId }) => size.basis !== 'selected' || selected.has(schoolId));
  const onRecord = members.filter(({ held }) => held === 'certain').length;
  return {
    cohortId: cohort_id,
    label,
    ...(ordinal !== null && { ordinal }),
    ...remaining(size, counted),
    ...(onRecord > 0 && { onRecord }),
  };
}

const joinedBy = ({ school_year }: CohortRow, asOf: When | undefined): boolean =>
  !asOf || unpackWhen(school_year).earliest <= asOf.latest;

/** The cohorts of a programme in their order, each with its size as far as it is known. */
export function cohortTerms(reads: Reads, request: MeasureRequest): readonly TermView[] {
  const { programId, cohortIds, asOf, knownAt = always } = request;
  const sql = `
    SELECT cohort_id, label, ordinal, school_year FROM measured_cohorts
    WHERE program_id = ? AND recorded_at <= ? ORDER BY ordinal IS NULL, ordinal, position`;
  return reads
    .all<CohortRow>(sql, programId, knownAt)
    .filter((row) => (cohortIds ? cohortIds.includes(row.cohort_id) : joinedBy(row, asOf)))
    .map((row) => termOf(reads, row, request));
}

/** Programmes that have a cohort. */
export const programIds = (reads: Reads, knownAt = always): readonly string[] =>
  reads
    .all<{ id: string }>(
      'SELECT DISTINCT program_id AS id FROM measured_cohorts WHERE recorded_at <= ? ORDER BY program_id',
      knownAt,
    )
    .map(({ id }) => id);
