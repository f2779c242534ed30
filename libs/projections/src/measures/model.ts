import type { ReadModel } from '../runtime/index.ts';

/** What a fact tells of the size of a cohort. */
export type SizeFactKind = 'planned' | 'stated' | 'selected';

/**
 * What cohorts are known to add up to, fact by fact: sizes that were planned or stated, schools that were
 * selected. Which of them count is decided when asked, as of a time.
 */
export const measuresModel: ReadModel = {
  name: 'measures',
  version: 1,
  tables: `
    CREATE TABLE measured_cohorts (
      cohort_id TEXT PRIMARY KEY,
      program_id TEXT NOT NULL,
      position INTEGER NOT NULL,
      recorded_at TEXT NOT NULL,
      label TEXT NOT NULL,
      ordinal INTEGER,
      -- Packed.
      school_year TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX measured_cohorts_by_program ON measured_cohorts (program_id);
    CREATE TABLE measured_sizes (
      cohort_id TEXT NOT NULL,
      position INTEGER NOT NULL,
      recorded_at TEXT NOT NULL,
      kind TEXT NOT NULL,
      -- NULL where it is unknown.
      size INTEGER,
      PRIMARY KEY (cohort_id, position)
    ) STRICT, WITHOUT ROWID;
    -- Of which cohort a school was designated.
    CREATE TABLE measured_schools (
      cohort_id TEXT NOT NULL,
      school_id TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      PRIMARY KEY (cohort_id, school_id)
    ) STRICT, WITHOUT ROWID;`,
  project: () => () => undefined,
};
