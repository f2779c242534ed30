import { eventData } from '#governance';
import { provenanceOf } from '../provenance.ts';
import { on } from '../runtime/index.ts';
import type { ReadModel } from '../runtime/index.ts';

/** Documents from which facts are read, and how many claims come from each. */
export const sourcesModel: ReadModel = {
  name: 'sources',
  version: 1,
  tables: `
    CREATE TABLE sources (
      source_id TEXT PRIMARY KEY,
      title TEXT NOT NULL,
      view TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sources_by_title ON sources (title, source_id);
    CREATE TABLE source_claims (
      source_id TEXT NOT NULL,
      claim_id TEXT NOT NULL,
      PRIMARY KEY (source_id, claim_id)
    ) STRICT, WITHOUT ROWID;`,
  project: (db) => {
    const insert = db.prepare('INSERT OR REPLACE INTO sources VALUES (?, ?, ?)');
    const count = db.prepare('INSERT OR REPLACE INTO source_claims VALUES (?, ?)');
    return on({
      SourceRegistered: (recorded) => {
        const { event, streamId: sourceId, revision } = recorded;
        const view = { sourceId, ...eventData(event), revision, provenance: provenanceOf(recorded) };
        insert.run(sourceId, event.title, JSON.stringify(view));
      },
      ClaimRecorded: ({ event, streamId }) => count.run(event.sourceId, streamId),
    });
  },
};
