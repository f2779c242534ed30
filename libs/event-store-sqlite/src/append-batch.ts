import type { Database } from 'better-sqlite3';
import { isAsExpected } from '#event-store';
import type { Appended, NewEvent } from '#event-store';
import { packAnswer, unpackAppends } from './protocol.ts';
import type { Answer, Append, Batch } from './protocol.ts';

type StreamRow = Readonly<{ id: number; head: number }>;
type EventRow = Readonly<{
  id: string;
  stream: number;
  revision: number;
  position: number;
  appendSize: number;
}>;
type Last = Readonly<{ position: number; recordedAt: string }>;

const eventColumns = 'id, stream, revision, position, append_size AS appendSize';

const prepare = (db: Database) => ({
  last: db.prepare<[], Last>(
    'SELECT position, recorded_at AS recordedAt FROM events ORDER BY position DESC LIMIT 1',
  ),
  stream: db.prepare<[string], StreamRow>(
    `SELECT id, coalesce((SELECT max(revision) FROM events WHERE stream = streams.id), -1) AS head
     FROM streams WHERE name = ?`,
  ),
  newStream: db.prepare<[string]>('INSERT INTO streams (name) VALUES (?)'),
  event: db.prepare<[string], EventRow>(`SELECT ${eventColumns} FROM events WHERE id = ?`),
  run: db.prepare<[number, number, number], EventRow>(
    `SELECT ${eventColumns} FROM events WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?`,
  ),
  insert: db.prepare<[number, number, number, number, string, string, string, string, string]>(
    `INSERT INTO events (position, stream, revision, append_size, id, type, recorded_at, data, metadata)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
});

/**
 * Stores batches of appends: each batch in one transaction with one fsync, its appends in order. An append that is
 * refused leaves its neighbours alone. Positions are given out while the transaction holds the write lock, so they
 * are dense and in the order of commits, whoever else writes to the file.
 */
export function batchAppender(db: Database): (batch: Batch) => Batch {
  const sql = prepare(db);
  let position = 0;
  let recordedAt = '';

  /** The first outcome of these events, if any of them is stored. */
  function firstOutcome(stream: StreamRow | undefined, events: readonly NewEvent[]): Answer | undefined {
    const known = events.map(({ id }) => sql.event.get(id)).find((row) => row !== undefined);
    if (known === undefined) return undefined;
    const taken: Answer = { kind: 'taken', id: known.id };
    if (known.stream !== stream?.id || known.appendSize !== events.length) return taken;
    const rows = sql.run.all(known.stream, known.revision, events.length);
    const last = rows.at(-1);
    if (last === undefined || !events.every(({ id }, i) => rows[i]?.id === id)) return taken;
    return appended(known.revision, last.revision, last.position, true);
  }

  function insert(stream: number, head: number, events: readonly NewEvent[]): Answer {
    let revision = head;
    let size = events.length;
    for (const { id, type, data, metadata } of events) {
      sql.insert.run(++position, stream, ++revision, size, id, type, recordedAt, data, metadata);
      size = 0;
    }
    return appended(head + 1, revision, position, false);
  }

  function append({ stream, expected, events }: Append): Answer {
    const row = sql.stream.get(stream);
    const first = firstOutcome(row, events);
    if (first) return first;
    const head = row?.head ?? -1;
    if (!isAsExpected(expected, head)) return { kind: 'wrongRevision', head };
    return insert(row?.id ?? Number(sql.newStream.run(stream).lastInsertRowid), head, events);
  }

  const transaction = db.transaction((batch: Batch): Batch => {
    const last = sql.last.get();
    const now = new Date().toISOString();
    position = last?.position ?? 0;
    recordedAt = last && last.recordedAt > now ? last.recordedAt : now;
    const answers: Batch = [];
    for (const one of unpackAppends(batch)) packAnswer(answers, append(one));
    return answers;
  });
  return (batch) => transaction.immediate(batch);
}

const appended = (
  firstRevision: number,
  lastRevision: number,
  position: number,
  repeated: boolean,
): Answer => ({
  kind: 'appended',
  appended: { firstRevision, lastRevision, position, repeated } satisfies Appended,
});
