import type { DomainEvent } from '#governance';
import { entriesTable, entryWriter } from '../entries.ts';
import { standingsTable, standingWriter } from '../motion-standing.ts';
import type { ReadModel } from '../runtime/index.ts';
import type { CohortStatus } from './views.ts';

export const cohortEntries = 'cohort_entries';
export const cohortStandings = 'cohort_motion_standings';

/** Where each event leads; extensions, revised sizes and selections lead nowhere by themselves. */
const statuses: ReadonlyMap<string, CohortStatus> = new Map<string, CohortStatus>([
  ['CohortDefined', 'defined'],
  ['ApplicationCallOpened', 'call_open'],
  ['ApplicationCallClosed', 'call_closed'],
  ['CohortClosed', 'closed'],
]);
export const statusAfter = (type: DomainEvent['type']): CohortStatus | undefined => statuses.get(type);

/** The list of cohorts; one is folded from its events when asked for. */
export const cohortsModel: ReadModel = {
  name: 'cohorts',
  version: 1,
  tables: `
    CREATE TABLE cohorts (
      cohort_id TEXT PRIMARY KEY,
      -- Of the first event: the order of lists.
      position INTEGER NOT NULL,
      body_id TEXT,
      program_id TEXT,
      label TEXT,
      status TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX cohorts_by_program ON cohorts (program_id, position);
    ${entriesTable(cohortEntries)}
    ${standingsTable(cohortStandings)}`,
  project: (db, beforeCommit) => {
    const add = entryWriter(db, beforeCommit, cohortEntries);
    const addStanding = standingWriter(db, cohortStandings);
    const insert = db.prepare(`INSERT OR IGNORE INTO cohorts VALUES (?, ?, NULL, NULL, NULL, 'defined')`);
    const define = db.prepare(
      'UPDATE cohorts SET body_id = ?, program_id = ?, label = ? WHERE cohort_id = ?',
    );
    const setStatus = db.prepare('UPDATE cohorts SET status = ? WHERE cohort_id = ?');
    return (recorded) => {
      addStanding(recorded);
      const { category, streamId, event, position } = recorded;
      if (category !== 'cohort') return;
      insert.run(streamId, position);
      if (event.type === 'CohortDefined') define.run(event.bodyId, event.programId, event.label, streamId);
      const status = statusAfter(event.type);
      if (status !== undefined) setStatus.run(status, streamId);
      add(streamId, recorded);
    };
  },
};
