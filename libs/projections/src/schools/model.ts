import type { DomainEvent } from '#governance';
import { entriesTable, entryWriter } from '../entries.ts';
import { standingsTable, standingWriter } from '../motion-standing.ts';
import type { ReadModel } from '../runtime/index.ts';
import type { SchoolStatus } from './views.ts';

export const schoolEntries = 'school_entries';
export const schoolStandings = 'school_motion_standings';

const statuses: ReadonlyMap<string, SchoolStatus> = new Map<string, SchoolStatus>([
  ['SchoolDesignated', 'designated'],
  ['DesignationSuspended', 'suspended'],
  ['DesignationRestored', 'designated'],
  ['DesignationEnded', 'ended'],
  ['SchoolMerged', 'merged'],
]);

/** The list of schools; one is folded from its events when asked for. */
export const schoolsModel: ReadModel = {
  name: 'schools',
  version: 1,
  tables: `
    CREATE TABLE schools (
      school_id TEXT PRIMARY KEY,
      -- Of the first event: the order of lists.
      position INTEGER NOT NULL,
      body_id TEXT,
      name TEXT,
      status TEXT NOT NULL,
      -- Of the last designation.
      cohort_id TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX schools_by_body ON schools (body_id, position);
    -- Every cohort into which a school was ever designated; empty where it is unknown.
    CREATE TABLE school_cohorts (
      cohort_id TEXT NOT NULL,
      school_id TEXT NOT NULL,
      PRIMARY KEY (cohort_id, school_id)
    ) STRICT, WITHOUT ROWID;
    ${entriesTable(schoolEntries)}
    ${standingsTable(schoolStandings)}`,
  project: (db, beforeCommit) => {
    const add = entryWriter(db, beforeCommit, schoolEntries);
    const addStanding = standingWriter(db, schoolStandings);
    const insert = db.prepare(`INSERT OR IGNORE INTO schools VALUES (?, ?, NULL, NULL, 'registered', NULL)`);
    const setStatus = db.prepare('UPDATE schools SET status = ? WHERE school_id = ?');
    const register = db.prepare('UPDATE schools SET body_id = ?, name = ? WHERE school_id = ?');
    const rename = db.prepare('UPDATE schools SET name = ? WHERE school_id = ?');
    const setCohort = db.prepare('UPDATE schools SET cohort_id = ? WHERE school_id = ?');
    const addCohort = db.prepare('INSERT OR IGNORE INTO school_cohorts VALUES (?, ?)');
    const describe = (schoolId: string, event: DomainEvent): void => {
      if (event.type === 'SchoolRegistered') register.run(event.bodyId, event.name, schoolId);
      if (event.type === 'SchoolRenamed') rename.run(event.to, schoolId);
      if (event.type !== 'SchoolDesignated') return;
      setCohort.run(event.cohortId ?? null, schoolId);
      addCohort.run(event.cohortId ?? '', schoolId);
    };
    return (recorded) => {
      addStanding(recorded);
      const { category, streamId, event, position } = recorded;
      if (category !== 'school') return;
      insert.run(streamId, position);
      describe(streamId, event);
      const status = statuses.get(event.type);
      if (status !== undefined) setStatus.run(status, streamId);
      add(streamId, recorded);
    };
  },
};
