import type { cohort, Recorded } from '#governance';
import { packWhen } from '../packed-when.ts';
import { on } from '../runtime/index.ts';
import type { ReadModel } from '../runtime/index.ts';

/** What a fact tells of the size of a cohort. */
export type SizeFactKind = 'planned' | 'stated' | 'selected';

/**
 * What cohorts are known to add up to, fact by fact: sizes that were planned or stated, schools that were
 * selected. Which of them count is decided when asked, as of a time.
 */
export const measuresModel: ReadModel = {
  name: 'measures',
  version: 3,
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
    CREATE TABLE measured_selections (
      cohort_id TEXT NOT NULL,
      school_id TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      PRIMARY KEY (cohort_id, school_id)
    ) STRICT, WITHOUT ROWID;`,
  project: (db) => {
    const define = db.prepare('INSERT OR REPLACE INTO measured_cohorts VALUES (?, ?, ?, ?, ?, ?, ?)');
    const insert = db.prepare('INSERT OR REPLACE INTO measured_sizes VALUES (?, ?, ?, ?, ?)');
    const select = db.prepare('INSERT OR IGNORE INTO measured_selections VALUES (?, ?, ?)');
    const size = (
      { streamId, position, recordedAt }: Recorded,
      kind: SizeFactKind,
      count?: cohort.CohortSize,
    ) => insert.run(streamId, position, recordedAt, kind, typeof count === 'number' ? count : null);
    return on({
      CohortDefined: (recorded) => {
        const { event, streamId, position, recordedAt } = recorded;
        const { programId, label, ordinal = null, schoolYear } = event;
        define.run(streamId, programId, position, recordedAt, label, ordinal, packWhen(schoolYear));
        size(recorded, 'planned', event.plannedSize);
      },
      CohortSizeRevised: (recorded) => {
        size(recorded, 'planned', recorded.event.to);
      },
      CohortClosed: (recorded) => {
        if (recorded.event.size !== undefined) size(recorded, 'stated', recorded.event.size);
      },
      CohortSelectionApproved: (recorded) => {
        const { event, streamId, recordedAt } = recorded;
        size(recorded, 'selected', event.schools.length);
        for (const { schoolId } of event.schools) select.run(streamId, schoolId, recordedAt);
      },
    });
  },
};
