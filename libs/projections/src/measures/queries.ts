import type { When } from '#governance';
import type { TermView } from '../claims/views.ts';
import { unpackWhen } from '../packed-when.ts';
import type { Reads } from '../runtime/index.ts';
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
  /** Without those that certainly joined later. */
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

function termOf(reads: Reads, { cohort_id, label, ordinal }: CohortRow, knownAt: string): TermView {
  const sql =
    'SELECT kind, size FROM measured_sizes WHERE cohort_id = ? AND recorded_at <= ? ORDER BY position';
  const rows = reads.all<SizeRow>(sql, cohort_id, knownAt);
  const schools = 'SELECT count(*) AS n FROM measured_schools WHERE cohort_id = ? AND recorded_at <= ?';
  const onRecord = reads.get<{ n: number }>(schools, cohort_id, knownAt)?.n ?? 0;
  return {
    cohortId: cohort_id,
    label,
    ...(ordinal !== null && { ordinal }),
    ...sizeOf(rows),
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
    .map((row) => termOf(reads, row, knownAt));
}

/** Programmes that have a cohort. */
export const programIds = (reads: Reads, knownAt = always): readonly string[] =>
  reads
    .all<{ id: string }>(
      'SELECT DISTINCT program_id AS id FROM measured_cohorts WHERE recorded_at <= ? ORDER BY program_id',
      knownAt,
    )
    .map(({ id }) => id);
