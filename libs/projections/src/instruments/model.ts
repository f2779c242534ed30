import { on } from '../runtime/index.ts';
import type { ReadModel } from '../runtime/index.ts';

/**
 * Instruments: their events as they came. There are few of each, and what is asked is what was true at one time as
 * the record knew it at another: a query folds those that were known then, by the same function as a command.
 */
export const instrumentsModel: ReadModel = {
  name: 'instruments',
  version: 2,
  tables: `
    CREATE TABLE instruments (
      instrument_id TEXT PRIMARY KEY,
      title TEXT NOT NULL,
      kind TEXT NOT NULL,
      body_id TEXT,
      time_zone TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX instruments_by_title ON instruments (title, instrument_id);
    CREATE TABLE instrument_events (
      instrument_id TEXT NOT NULL,
      revision INTEGER NOT NULL,
      recorded_at TEXT NOT NULL,
      -- A whole event with its envelope, in JSON.
      recorded TEXT NOT NULL,
      PRIMARY KEY (instrument_id, revision)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX instrument_events_by_motion ON instrument_events (recorded ->> '$.event.byMotionId');`,
  project: (db) => {
    const insert = db.prepare('INSERT OR REPLACE INTO instruments VALUES (?, ?, ?, ?, ?)');
    const append = db.prepare('INSERT OR REPLACE INTO instrument_events VALUES (?, ?, ?, ?)');
    const register = on({
      InstrumentRegistered: ({ streamId, event: { title, kind, bodyId = null, timeZone } }) =>
        insert.run(streamId, title, kind, bodyId, timeZone),
    });
    return (recorded) => {
      if (recorded.category !== 'instrument') return;
      const { streamId, revision, recordedAt } = recorded;
      append.run(streamId, revision, recordedAt, JSON.stringify(recorded));
      register(recorded);
    };
  },
};
