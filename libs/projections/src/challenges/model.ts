import type { challenge, Recorded } from '#governance';
import { entriesTable, entryWriter } from '../entries.ts';
import { on } from '../runtime/index.ts';
import type { ReadModel } from '../runtime/index.ts';

export const challengeEntries = 'challenge_entries';

/** Demands to cure or correct, with their clocks. */
export const challengesModel: ReadModel = {
  name: 'challenges',
  version: 1,
  tables: `
    ${entriesTable(challengeEntries)}
    CREATE TABLE challenges (
      -- Of the first event: the order of lists.
      position INTEGER PRIMARY KEY,
      challenge_id TEXT NOT NULL UNIQUE,
      recorded_at TEXT NOT NULL,
      body_id TEXT NOT NULL
    ) STRICT;
    CREATE INDEX challenges_by_body ON challenges (body_id, position);`,
  project: (db, beforeCommit) => {
    const add = entryWriter(db, beforeCommit, challengeEntries);
    const insert = db.prepare('INSERT OR REPLACE INTO challenges VALUES (?, ?, ?, ?)');
    const keep = (recorded: Recorded<challenge.ChallengeEvent>): void => add(recorded.streamId, recorded);
    return on({
      CureDemandReceived: (recorded) => {
        keep(recorded);
        insert.run(recorded.position, recorded.streamId, recorded.recordedAt, recorded.event.bodyId);
      },
      CureDeadlineComputed: keep,
      CureActionTaken: keep,
      CureDeclined: keep,
      ChallengeClosed: keep,
    });
  },
};
