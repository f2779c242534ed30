import { application } from '#governance';
import type { DomainEvent } from '#governance';
import { entriesTable, entryWriter } from '../entries.ts';
import type { ReadModel } from '../runtime/index.ts';
import type { ApplicationStatus } from './views.ts';

export const applicationEntries = 'application_entries';

/** Where each event leads; sign-offs, reviews and recusals lead nowhere by themselves. */
const statuses: ReadonlyMap<string, ApplicationStatus> = new Map<string, ApplicationStatus>([
  ['ApplicationStarted', 'started'],
  ['ApplicationSubmitted', 'submitted'],
  ['ApplicationReturned', 'returned'],
  ['ApplicationRecommended', 'recommended'],
  ['ApplicationSelected', 'selected'],
  ['ApplicationNotSelected', 'not_selected'],
  ['ApplicationWithdrawn', 'withdrawn'],
]);
export const statusAfter = (type: DomainEvent['type']): ApplicationStatus | undefined => statuses.get(type);

/** The list of applications; one is folded from its events when asked for. */
export const applicationsModel: ReadModel = {
  name: 'applications',
  version: 1,
  tables: `
    CREATE TABLE applications (
      application_id TEXT PRIMARY KEY,
      -- Of the first event: the order of lists.
      position INTEGER NOT NULL,
      cohort_id TEXT NOT NULL,
      school_id TEXT NOT NULL,
      -- Absent where its start is not in the record.
      body_id TEXT,
      status TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX applications_by_cohort ON applications (cohort_id, position);
    ${entriesTable(applicationEntries)}`,
  project: (db, beforeCommit) => {
    const add = entryWriter(db, beforeCommit, applicationEntries);
    const insert = db.prepare(`INSERT OR IGNORE INTO applications VALUES (?, ?, ?, ?, NULL, 'started')`);
    const setStatus = db.prepare('UPDATE applications SET status = ? WHERE application_id = ?');
    const setBody = db.prepare('UPDATE applications SET body_id = ? WHERE application_id = ?');
    return (recorded) => {
      const { category, streamId, event, position } = recorded;
      if (category !== 'application') return;
      const { cohortId, schoolId } = application.partsOf(streamId);
      insert.run(streamId, position, cohortId, schoolId);
      if (event.type === 'ApplicationStarted') setBody.run(event.bodyId, streamId);
      const status = statusAfter(event.type);
      if (status !== undefined) setStatus.run(status, streamId);
      add(streamId, recorded);
    };
  },
};
