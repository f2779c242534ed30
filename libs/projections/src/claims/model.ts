import type { claim, Recorded } from '#governance';
import { batchedRows } from '../batched.ts';
import { entriesTable, entryWriter } from '../entries.ts';
import { on } from '../runtime/index.ts';
import type { ReadModel } from '../runtime/index.ts';
import { claimRows, recordedRow } from './row.ts';
import type { ClaimRow } from './row.ts';

export const claimEntries = 'claim_entries';

type Mark = 'disputed' | 'reconciled' | 'retracted';

/** Claims with everything that was said against them or took them back: no event is ever left out. */
export const claimsModel: ReadModel = {
  name: 'claims',
  version: 1,
  tables: `
    ${entriesTable(claimEntries)}
    CREATE TABLE claims (
      claim_id TEXT PRIMARY KEY,
      -- Of the first event: the order of lists.
      position INTEGER NOT NULL,
      recorded_at TEXT NOT NULL,
      subject TEXT NOT NULL,
      predicate TEXT NOT NULL,
      source_id TEXT NOT NULL,
      disputed INTEGER NOT NULL,
      reconciled INTEGER NOT NULL,
      retracted INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX claims_by_position ON claims (position);
    CREATE INDEX claims_by_subject ON claims (subject, predicate, position);
    -- Which claims a reconciliation of another claim names.
    CREATE TABLE claim_mentions (
      claim_id TEXT NOT NULL,
      by_claim_id TEXT NOT NULL,
      PRIMARY KEY (claim_id, by_claim_id)
    ) STRICT, WITHOUT ROWID;`,
  project: (db, beforeCommit) => {
    const rows = batchedRows<ClaimRow>(db, beforeCommit, claimRows);
    const add = entryWriter(db, beforeCommit, claimEntries);
    const mention = db.prepare('INSERT OR IGNORE INTO claim_mentions VALUES (?, ?)');
    const mark = (claimId: string, as: Mark): void => {
      const row = rows.get(claimId);
      if (row) rows.put(claimId, { ...row, [as]: 1 });
    };
    const keep = (recorded: Recorded<claim.ClaimEvent>): void => add(recorded.streamId, recorded);
    return on({
      ClaimRecorded: (recorded) => {
        keep(recorded);
        rows.put(recorded.streamId, recordedRow(recorded));
      },
      ClaimDisputed: (recorded) => {
        keep(recorded);
        mark(recorded.streamId, 'disputed');
      },
      ClaimReconciled: (recorded) => {
        keep(recorded);
        mark(recorded.streamId, 'reconciled');
        for (const claimId of recorded.event.withClaimIds) {
          mention.run(claimId, recorded.streamId);
          mark(claimId, 'reconciled');
        }
      },
      ClaimRetracted: (recorded) => {
        keep(recorded);
        mark(recorded.streamId, 'retracted');
      },
    });
  },
};
