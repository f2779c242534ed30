import { eventData } from '#governance';
import { provenanceOf } from '../provenance.ts';
import { on } from '../runtime/index.ts';
import type { ReadModel } from '../runtime/index.ts';

/** Organizations that appoint, nominate or convene. */
export const organizationsModel: ReadModel = {
  name: 'organizations',
  version: 1,
  tables: `
    CREATE TABLE organizations (
      organization_id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      view TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX organizations_by_name ON organizations (name, organization_id);`,
  project: (db) => {
    const insert = db.prepare('INSERT OR REPLACE INTO organizations VALUES (?, ?, ?)');
    return on({
      OrganizationRegistered: (recorded) => {
        const { event, streamId: organizationId } = recorded;
        const view = { organizationId, ...eventData(event), provenance: provenanceOf(recorded) };
        insert.run(organizationId, event.name, JSON.stringify(view));
      },
    });
  },
};
