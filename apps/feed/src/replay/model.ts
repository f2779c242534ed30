import type { Database } from 'better-sqlite3';
import type { MotionRow, MotionStatus, ReadModel } from '#projections';
import { bodyOf, clockAfter, isStep, motionAfter, noTotals, toldOf, totalsAfter } from './steps.ts';
import type { StepType, Told, Totals } from './steps.ts';

/*
 * The history of a body, a row for each event that changes something in it: of its own stream, of its motions and
 * of its meetings, in the order of the record. Each row holds what the steps up to it come to.
 */
const tables = `
  CREATE TABLE replay_steps (
    body_id TEXT NOT NULL,
    -- From 1; the record only grows, so a step keeps its number.
    number INTEGER NOT NULL,
    -- Of the public log.
    entry INTEGER NOT NULL,
    category TEXT NOT NULL,
    stream_id TEXT NOT NULL,
    type TEXT NOT NULL,
    occurred TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    -- The latest instant of which the record had told by then.
    clock TEXT NOT NULL,
    -- Of the body's stream; -1 before its first event.
    body_revision INTEGER NOT NULL,
    told TEXT NOT NULL,
    -- Of a motion: where it stands after the step.
    status TEXT,
    totals TEXT NOT NULL,
    PRIMARY KEY (body_id, number)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX replay_steps_by_entry ON replay_steps (body_id, entry);
  CREATE INDEX replay_steps_of_stream ON replay_steps (body_id, category, stream_id, number);
  -- To which body a motion or a meeting belongs, and what is told of it again.
  CREATE TABLE replay_streams (
    stream TEXT PRIMARY KEY,
    body_id TEXT NOT NULL,
    told TEXT NOT NULL,
    motion TEXT
  ) STRICT, WITHOUT ROWID;`;

export type StepRow = Readonly<{
  body_id: string;
  number: number;
  entry: number;
  category: 'body' | 'motion' | 'meeting';
  stream_id: string;
  type: StepType;
  occurred: string;
  recorded_at: string;
  clock: string;
  body_revision: number;
  told: string;
  status: MotionStatus | null;
  totals: string;
}>;

type Followed = Readonly<{ bodyId: string; told: Told; motion?: MotionRow | undefined }>;

function rowsOf(db: Database) {
  const last = db.prepare<[string], StepRow>(
    'SELECT * FROM replay_steps WHERE body_id = ? ORDER BY number DESC LIMIT 1',
  );
  const insert = db.prepare(
    `INSERT INTO replay_steps VALUES (@body_id, @number, @entry, @category, @stream_id, @type, @occurred,
       @recorded_at, @clock, @body_revision, @told, @status, @totals)`,
  );
  const stream = db.prepare<[string], { body_id: string; told: string; motion: string | null }>(
    'SELECT body_id, told, motion FROM replay_streams WHERE stream = ?',
  );
  const follow = db.prepare('INSERT OR REPLACE INTO replay_streams VALUES (?, ?, ?, ?)');
  return {
    last: (bodyId: string) => last.get(bodyId),
    insert: (row: StepRow) => void insert.run(row),
    followed: (name: string): Followed | undefined => {
      const row = stream.get(name);
      return (
        row && {
          bodyId: row.body_id,
          told: JSON.parse(row.told) as Told,
          ...(row.motion !== null && { motion: JSON.parse(row.motion) as MotionRow }),
        }
      );
    },
    follow: (name: string, { bodyId, told, motion: row }: Followed) =>
      void follow.run(name, bodyId, JSON.stringify(told), row ? JSON.stringify(row) : null),
  };
}

/** Steps of a motion or a meeting whose beginning is not on the record belong to no body: nobody says to which. */
export const replayModel: ReadModel = {
  name: 'replay',
  version: 1,
  tables,
  project: (db) => {
    const rows = rowsOf(db);
    return (recorded) => {
      if (!isStep(recorded)) return;
      const { stream, category, streamId, event, revision, recordedAt, envelope, position } = recorded;
      const before = category === 'body' ? undefined : rows.followed(stream);
      const bodyId = before?.bodyId ?? bodyOf(recorded);
      if (bodyId === undefined) return;
      const told = toldOf(recorded, before?.told);
      const motionRow = motionAfter(recorded, before?.motion);
      if (category !== 'body') rows.follow(stream, { bodyId, told, motion: motionRow });
      const last = rows.last(bodyId);
      const totals = last ? (JSON.parse(last.totals) as Totals) : noTotals;
      rows.insert({
        body_id: bodyId,
        number: (last?.number ?? 0) + 1,
        entry: position - 1,
        category: category as StepRow['category'],
        stream_id: streamId,
        type: event.type as StepType,
        occurred: JSON.stringify(envelope.occurredAt),
        recorded_at: recordedAt,
        clock: clockAfter(last?.clock ?? '', recorded),
        body_revision: category === 'body' ? revision : (last?.body_revision ?? -1),
        told: JSON.stringify(told),
        status: motionRow?.status ?? null,
        totals: JSON.stringify(totalsAfter(totals, event.type, before?.motion?.status, motionRow?.status)),
      });
    };
  },
};
